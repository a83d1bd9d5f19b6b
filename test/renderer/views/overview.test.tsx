import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const asked = ({ calls }: FakeApp, name: string) =>
  calls.filter((call) => call.name === name).map(({ input }) => input);
const cellsOf = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent.replaceAll('\u00A0', ' '));

describe('what work comes to', () => {
  test('stands with count and amount, from planned to booked', async () => {
    await showApp('#/overview');
    const panel = await screen.findByRole('region', { name: 'Werk en facturen' });
    const [, ...rows] = await within(panel).findAllByRole('row');
    expect(rows.map(cellsOf)).toEqual([
      ['Gepland5 deze week', '12', '€ 1.820,50'],
      ['Gereed gemeld', '4', '€ 2.310,001 zonder bedrag'],
      ['Gearchiveerd, nog niet geboekt', '3', '€ 940,25'],
      ['Nog te factureren', '7', '€ 3.250,251 zonder bedrag'],
      ['Geboekt deze week', '9', '€ 6.120,00'],
      ['Geboekt deze maand', '31', '€ 20.418,75'],
    ]);
  });

  test.each([
    ['Nog te factureren', '#/work-orders/not-invoiced'],
    ['Gearchiveerd, nog niet geboekt', '#/queue/open'],
    ['Geboekt deze week', '#/queue/booked-week'],
  ])('%s leads to its list', async (name, hash) => {
    await showApp('#/overview');
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(hash);
  });

  test('is written as the English write it', async () => {
    await showApp('#/overview', { language: 'en' });
    expect(await screen.findByText('€20,418.75')).toBeTruthy();
  });
});

describe('the lists behind the figures', () => {
  test('work that is to be invoiced', async () => {
    const fake = await showApp('#/work-orders/not-invoiced');
    expect((await screen.findByRole('tab', { selected: true })).textContent).toBe('Nog te factureren');
    expect(asked(fake, 'workOrders.list').at(-1)).toMatchObject({ notInvoiced: true });
  });

  test('documents that were booked since the first of the month', async () => {
    const fake = await showApp('#/queue/booked-month');
    await screen.findByRole('tab', { name: /^Geboekt/, selected: true });
    const { archivedFromMs } = asked(fake, 'queue.list').at(-1) as { readonly archivedFromMs: number };
    const first = new Date(archivedFromMs).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' });
    expect(first).toMatch(/^1-\d+-\d{4}, 00:00:00$/);
  });
});

describe('the charts', () => {
  test('say the same in a table', async () => {
    await showApp('#/overview');
    const hours = await screen.findByRole('table', { name: 'Uren per week' });
    expect(within(hours).getAllByRole('row').slice(0, 2).map(cellsOf)).toEqual([
      ['Week van', 'Werktijd', 'Reistijd', 'Samen'],
      ['7 sep 2026', '80:00', '10:00', '90:00'],
    ]);
    const documents = screen.getByRole('table', { name: 'Boekstukken per dag' });
    expect(within(documents).getAllByRole('row').slice(0, 3).map(cellsOf)).toEqual([
      ['Archiefdag', 'Geboekt'],
      ['25 okt 2026', '0'],
      ['26 okt 2026', '4'],
    ]);
    const ages = screen.getByRole('table', { name: 'Hoe lang al gereed gemeld, in dagen' });
    expect(within(ages).getAllByRole('row').map(cellsOf)).toEqual([
      ['Dagen', 'Werkbonnen'],
      ['0–2', '2'],
      ['3–7', '1'],
      ['8–14', '0'],
      ['15–30', '1'],
      ['meer dan 30', '0'],
    ]);
  });

  test('of nothing say how they fill', async () => {
    await showApp('#/overview', { rows: 0 });
    expect(await screen.findByText(/Uren boekt u op een werkbon/)).toBeTruthy();
    expect(screen.getByText(/Er wacht niets op archiveren/)).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Uren per week' })).toBeNull();
  });
});

test('a message that the office has seen is taken off the list by its number', async () => {
  const fake = await showApp('#/overview');
  const [first] = await screen.findAllByRole('button', { name: 'Gezien' });
  await press(first!);
  expect(asked(fake, 'overview.seen')).toHaveLength(1);
});

describe('whether all is well', () => {
  test('yes, with what goes on by itself', async () => {
    await showApp('#/overview', { rows: 0 });
    expect(await screen.findByText('Alles is in orde')).toBeTruthy();
    expect(screen.getByText(/^Gekoppeld met Installatiebedrijf De Vries\. .* Er wacht niets\.$/)).toBeTruthy();
    expect(screen.getByText('Niets. Alles loopt vanzelf.')).toBeTruthy();
  });

  test('no, with why, each leading to where it is mended', async () => {
    await showApp('#/overview');
    const why = await screen.findByRole('list', { name: 'Wat uw aandacht vraagt' });
    expect(screen.getByText('Niet alles is in orde')).toBeTruthy();
    expect(
      within(why)
        .getAllByRole('link')
        .map((link) => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['1 werkbon is geblokkeerd', '#/queue/blocked'],
      ['1 PDF is niet verzonden', '#/queue/pdfs'],
    ]);
  });

  test('a late backup is a reason too, and the empty list of messages does not deny it', async () => {
    await showApp('#/overview', { rows: 0, lateBackup: { lastAtMs: null, problem: null } });
    expect((await screen.findByRole('link', { name: 'De back-up is te laat' })).getAttribute('href')).toBe(
      '#/settings',
    );
    expect(screen.queryByText('Niets. Alles loopt vanzelf.')).toBeNull();
    expect(screen.getByText(/^Geen andere berichten/)).toBeTruthy();
  });
});

describe('the link', () => {
  test('tells for each table how far it was read, when, and when again', async () => {
    await showApp('#/overview');
    const link = await screen.findByRole('region', { name: 'Koppeling' });
    const [head, customers, groups] = within(link).getAllByRole('row').map(cellsOf);
    expect(head).toEqual(['Tabel', 'Wijzigingen', 'Laatste keer', 'Volgende keer']);
    expect(customers?.slice(0, 2)).toEqual(['Klanten', 'Bijgewerkt tot 23 nov 2026 08:41']);
    expect(groups?.slice(0, 2)).toEqual(['Artikelgroepen', 'Helemaal bijgewerkt']);
    expect(within(link).getByText('Laatste contact')).toBeTruthy();
  });

  test('tells until when the login lasts', async () => {
    await showApp('#/overview', { link: 'login' });
    const link = await screen.findByRole('region', { name: 'Koppeling' });
    expect(within(link).getByText('Aanmelding geldig')).toBeTruthy();
  });
});
