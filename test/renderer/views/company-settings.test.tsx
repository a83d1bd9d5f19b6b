import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const group = (name: string) => screen.findByRole('group', { name });
const examples = async (name: string) =>
  within(await group(name))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

async function choose(kind: string, field: RegExp, option: string): Promise<void> {
  await press(within(await group(kind)).getByRole('button', { name: field }));
  await press(await screen.findByRole('option', { name: option }));
}

const saved = ({ calls }: FakeApp) => calls.filter(({ name }) => name === 'companySettings.save').at(-1)?.input;

describe('the hour policy of a company', () => {
  test('is as in the manuals until the company chooses, and shows what that comes to', async () => {
    await showApp('#/settings/company');
    expect(await examples('Werktijd')).toEqual([
      '10 min wordt 0,17 uur',
      '1 u 10 min wordt 1,17 uur',
      '1 u 50 min wordt 1,83 uur',
    ]);
    expect(await examples('Reistijd')).toEqual(await examples('Werktijd'));
  });

  test('works at once, for work and travel time apart', async () => {
    const fake = await showApp('#/settings/company');
    await choose('Werktijd', /Afronden op/, '15 minuten');
    expect((await examples('Werktijd'))[1]).toBe('1 u 10 min wordt 1,25 uur');
    expect((await examples('Reistijd'))[1]).toBe('1 u 10 min wordt 1,17 uur');
    await choose('Reistijd', /Minimaal per werkbon/, '30 minuten');
    expect((await examples('Reistijd'))[0]).toBe('10 min wordt 0,5 uur');
    expect(saved(fake)).toEqual({
      hourPolicy: {
        work: { stepMinutes: 15, direction: 'up', minimumMinutes: 0 },
        travel: { stepMinutes: null, direction: 'up', minimumMinutes: 30 },
      },
    });
  });

  test('asks for a direction only where it means something', async () => {
    await showApp('#/settings/company');
    const direction = async () => within(await group('Werktijd')).getByRole('button', { name: /Richting/ });
    expect(await direction()).toHaveProperty('disabled', true);
    await choose('Werktijd', /Afronden op/, '60 minuten');
    expect(await direction()).toHaveProperty('disabled', false);
    await choose('Werktijd', /Richting/, 'Naar het dichtstbijzijnde; precies de helft naar boven');
    expect(await examples('Werktijd')).toEqual([
      '10 min wordt 0 uur',
      '1 u 10 min wordt 1 uur',
      '1 u 50 min wordt 2 uur',
    ]);
  });
});

test('details that were typed and not saved are there again, until they are saved or thrown away', async () => {
  const city = async () =>
    within(await screen.findByRole('region', { name: 'Bedrijfsgegevens' })).getByLabelText<HTMLInputElement>('Plaats');
  const fake = await showApp('#/settings/company');
  fireEvent.change(await city(), { target: { value: 'Breda' } });
  cleanup();

  await showApp('#/settings/company');
  expect((await city()).value).toBe('Breda');
  await press(screen.getByRole('button', { name: 'Wijzigingen weggooien' }));
  expect((await city()).value).not.toBe('Breda');
  expect(Object.keys(localStorage)).toEqual([]);
  expect(saved(fake)).toBeUndefined();
});

test('the settings of the company are beside those of the app, and keep their own address', async () => {
  await showApp('#/settings');
  await press(await screen.findByRole('radio', { name: 'Bedrijf' }));
  await waitFor(() => expect(window.location.hash).toBe('#/settings/company'));
  await screen.findByText('Uren op de factuur');
  await press(screen.getByRole('radio', { name: 'Deze app' }));
  expect(await screen.findByText('Scherm')).toBeTruthy();
});

test('a company whose data cannot be opened has the settings of the app only', async () => {
  await showApp('#/settings/company', { companies: 'damaged' });
  expect(await screen.findByText('Scherm')).toBeTruthy();
  expect(screen.queryByRole('radio', { name: 'Bedrijf' })).toBeNull();
});
