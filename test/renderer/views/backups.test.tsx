import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const panel = () => screen.findByRole('region', { name: 'Back-ups' });
const rows = async () => {
  const table = await within(await panel()).findByRole('table');
  return within(table).getAllByRole('row').slice(1);
};
const restore = async (index: number) => {
  const row = (await rows())[index];
  if (row === undefined) throw new Error(`There is no row ${index}`);
  await press(within(row).getByRole('button', { name: 'Terugzetten' }));
  return screen.findByRole('alertdialog');
};
const asked = ({ calls }: FakeApp, name: string) =>
  calls.filter((call) => call.name === name).map(({ input }) => input);

describe('the backups at the settings', () => {
  test('tell why each was made, how large it is and what is in it; the last daily one stands above', async () => {
    await showApp('#/settings', { companies: 'one' });
    const texts = (await rows()).map((row) => row.textContent);
    expect(texts[0]).toContain('Dagelijks1.2504.21057,3 MB');
    expect(texts[1]).toContain('Vóór wissen');
    expect(texts[2]).toContain('Niet te lezen');
    expect((await panel()).textContent).toMatch(/Laatste dagelijkse back-up.*57,3 MB/);
  });

  test('one that cannot be read is not offered', async () => {
    await showApp('#/settings', { companies: 'one' });
    const damaged = (await rows())[2];
    expect(damaged && within(damaged).queryByRole('button')).toBeNull();
  });

  test('one is put back only after a question that says what is lost; then the page begins anew', async () => {
    const fake = await showApp('#/settings', { companies: 'one' });
    const question = await restore(0);
    expect(within(question).getByText(/1\.250 werkbonnen en 4\.210 klanten/)).toBeTruthy();
    expect(asked(fake, 'backups.restore')).toEqual([]);
    await press(within(question).getByRole('button', { name: 'Terugzetten' }));
    const done = await screen.findByText('De back-up is teruggezet');
    expect(done).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Naar Logging' }));
    expect(asked(fake, 'companies.choose')).toEqual([{ id: 'main', view: 'log' }]);
  });

  test('a refusal stays in view, and the question can be left', async () => {
    const fake = await showApp('#/settings', { companies: 'one' });
    const question = await restore(1);
    await press(within(question).getByRole('button', { name: 'Terugzetten' }));
    expect(await within(question).findByText(/is beschadigd/)).toBeTruthy();
    await press(within(question).getByRole('button', { name: 'Annuleren' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(asked(fake, 'companies.choose')).toEqual([]);
  });
});

describe('the overview', () => {
  test('says nothing of backups while they are made', async () => {
    await showApp('#/overview');
    await screen.findByRole('heading', { name: 'Overzicht' });
    expect(screen.queryByText(/back-up/i)).toBeNull();
  });

  test('warns when the last one is old, with the reason and what to do', async () => {
    const problem = { kind: 'storage', code: 'storage-full', params: {} } as const;
    await showApp('#/overview', { lateBackup: { lastAtMs: Date.UTC(2026, 10, 18, 9), problem } });
    expect(await screen.findByText(/^Laatste back-up: .*18 nov/)).toBeTruthy();
    expect(
      screen.getByText(/De back-up van vandaag is niet gemaakt\. De schijf van deze computer is vol\./),
    ).toBeTruthy();
    expect(screen.getByText(/Maak ruimte vrij op de schijf\..*elk uur opnieuw/)).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Naar back-ups' }));
    expect(window.location.hash).toBe('#/settings');
  });
});

test('a company whose data are damaged leads to its backups', async () => {
  await showApp('#/overview', { companies: 'damaged' });
  await press(await screen.findByRole('button', { name: 'Naar back-ups' }));
  await waitFor(async () => expect(await rows()).toHaveLength(3));
});
