import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { pretendLayout, showApp } from '../../fake/show-app';

beforeAll(pretendLayout);

const panel = () => screen.findByRole('region', { name: 'Artikelen' });
const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const type = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
const fields = async (name: string) => within(await panel()).getAllByRole<HTMLInputElement>('textbox', { name });
const values = async (name: string) => (await fields(name)).map(({ value }) => value);
const outcomes = () =>
  within(screen.getByRole('dialog'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.lastElementChild?.textContent);

describe('what differs from the article itself', () => {
  test('is told with what the article says, and can be put back', async () => {
    await showApp('#/work-orders/1');
    expect(within(await panel()).getByText('Eigen prijs; het artikel kost € 1,23456.')).toBeTruthy();
    await type((await fields('Omschrijving'))[0]!, 'Vat op maat');
    expect(within(await panel()).getByText(/^Eigen omschrijving; het artikel heet ‘Expansievat/)).toBeTruthy();

    await press(within(await panel()).getByRole('button', { name: 'Omschrijving van het artikel terugzetten' }));
    await press(within(await panel()).getByRole('button', { name: 'Prijs van het artikel terugzetten' }));
    expect(await values('Omschrijving')).toEqual([
      'Expansievat 18 liter met koppeling 3/4"',
      'Installatiekabel XMvK 3 x 2,5 mm² per meter',
    ]);
    expect((await values('Prijs excl. btw'))[1]).toBe('');
    expect(within(await panel()).queryByText(/^Eigen /)).toBeNull();
  });
});

test('the material of a work order is added up apart from its hours', async () => {
  await showApp('#/work-orders/1');
  expect(within(await panel()).getByText(/^Materiaal: € 62,70 excl\. btw/)).toBeTruthy();
  await type((await fields('Aantal'))[0]!, '2');
  expect(within(await panel()).getByText(/^Materiaal: € 111,65 excl\. btw/)).toBeTruthy();
});

describe('rows out of a spreadsheet', () => {
  const paste = async (text: string) => {
    const target = within(await panel()).getByRole('combobox', { name: /Artikel toevoegen/ });
    await act(() => Promise.resolve(fireEvent.paste(target, { clipboardData: { getData: () => text } })));
  };

  test('say what will happen, and what cannot be added stays to be put right', async () => {
    await showApp('#/work-orders/1');
    await paste('Code\tAantal\nVOORRIJ\t2\t40\tVoorrijden\nCV-1042\t3\n');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(outcomes()).toEqual(['Kopregel, telt niet mee', 'Wordt toegevoegd', 'Onbekende code']));
    await press(within(dialog).getByRole('button', { name: '1 regel toevoegen' }));

    expect(within(dialog).getByText('1 regel is toegevoegd.')).toBeTruthy();
    const rest = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Geplakte regels' });
    expect(rest.value).toBe('CV-1042\t3');
    expect(document.activeElement, 'nothing is lost for who has no mouse').toBe(rest);
    await type(rest, 'CV-1024\t3');
    await waitFor(() => expect(outcomes()).toEqual(['Wordt toegevoegd']));
    await press(within(dialog).getByRole('button', { name: '1 regel toevoegen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    expect((await values('Artikelcode')).slice(2)).toEqual(['VOORRIJ', 'CV-1024']);
    expect((await values('Aantal')).slice(2)).toEqual(['2', '3']);
    expect((await values('Omschrijving'))[2]).toBe('Voorrijden');
    expect((await values('Prijs excl. btw')).slice(2)).toEqual(['40', '']);
  });

  test('are not what one word is: that goes to the field it was pasted in', async () => {
    await showApp('#/work-orders/1');
    await paste('koppeling');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
