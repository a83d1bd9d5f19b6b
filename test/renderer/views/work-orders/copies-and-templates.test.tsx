import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { pretendLayout, showApp } from '../../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const pressButton = async (name: string | RegExp) => press(await screen.findByRole('button', { name }));
const key = (target: Element | Window, pressed: KeyboardEventInit) =>
  act(() => Promise.resolve(fireEvent.keyDown(target, pressed)));
const type = (field: HTMLElement, value: string) =>
  act(() => {
    field.focus();
    fireEvent.input(field, { target: { value } });
    return Promise.resolve();
  });
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name });

describe('whom a work order is for', () => {
  const customer = () => screen.findByRole<HTMLInputElement>('combobox', { name: /^Klant/ });
  const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

  test('an empty box offers the customers of the last work orders before all others', async () => {
    await showApp('#/work-orders/new', { rows: 5 });
    const box = await customer();
    await act(() => Promise.resolve(box.focus()));
    await key(box, { key: 'ArrowDown' });
    const recent = await screen.findByRole('group', { name: 'Laatst gebruikt' });
    expect(within(recent).getAllByRole('option')).toHaveLength(2);
    const others = screen.getByRole('group', { name: 'Alle klanten' });
    expect(within(others).getAllByRole('option')).toHaveLength(3);
    expect(options().at(-1)).toBe('Nieuwe klant…');
  });

  test('who is not there yet is added with the name that was typed, and chosen', async () => {
    await showApp('#/work-orders/new', { rows: 5 });
    await type(await customer(), 'Nieuwbouw Plus');
    await press(await screen.findByRole('option', { name: 'Nieuwe klant ‘Nieuwbouw Plus’…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Klant toevoegen' });
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: /^Naam/ }).value).toBe('Nieuwbouw Plus');
    await press(within(dialog).getByRole('button', { name: 'Toevoegen' }));
    await waitFor(async () => expect((await customer()).value).toBe('Nieuwbouw Plus'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('a work address is found by its place, and a new one is made of what was typed', async () => {
    const { calls } = await showApp('#/work-orders/2');
    const box = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Werkadres' });
    await type(box, 'Magazijn');
    await screen.findByRole('option', { name: /^Magazijn/ });
    expect(calls.filter(({ name }) => name === 'customers.findWorkAddresses').at(-1)?.input).toMatchObject({
      text: 'Magazijn',
    });
    await press(screen.getByRole('option', { name: 'Nieuw werkadres ‘Magazijn’…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Werkadres toevoegen' });
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: /^Straat/ }).value).toBe('Magazijn');
  });
});

describe('a copy', () => {
  test('is made of an archived work order with one key, and says where it came from', async () => {
    await showApp('#/work-orders/3');
    await heading(/^Werkbon 2603/);
    await key(document.body, { key: 'd', ctrlKey: true });
    expect(await screen.findByText('Kopie van werkbon 2603.')).toBeTruthy();
  });

  test('is made of the row that the arrows stand on', async () => {
    await showApp('#/work-orders');
    const table = await screen.findByRole('grid', { name: 'Werkbonnen' });
    await act(() => Promise.resolve(table.focus()));
    await key(table, { key: 'ArrowDown' });
    await key(table, { key: 'd', ctrlKey: true });
    expect(await screen.findByText('Kopie van werkbon 2602.')).toBeTruthy();
  });

  test('holds what was typed a moment ago', async () => {
    const { orders } = await showApp('#/work-orders/1');
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Werkzaamheden');
    await act(() => Promise.resolve(fireEvent.change(field, { target: { value: 'Lekkage in de kelder' } })));
    await pressButton('Dupliceren');
    await screen.findByText('Kopie van werkbon 2601.');
    expect(orders.get(1)?.description).toBe('Lekkage in de kelder');
  });
});

describe('templates', () => {
  test('a template is found by typing and becomes a work order; what has ended is told in words', async () => {
    await showApp('#/work-orders');
    await pressButton('Van sjabloon');
    const dialog = await screen.findByRole('dialog', { name: 'Nieuwe werkbon van sjabloon' });
    await type(within(dialog).getByRole('combobox', { name: 'Sjabloon' }), 'onderhoud');
    await press(await screen.findByRole('option', { name: /^Jaarlijks onderhoud cv/ }));

    expect(await screen.findByText('Gemaakt van sjabloon Jaarlijks onderhoud cv.')).toBeTruthy();
    const told = /^Artikel CV-1024 Expansievat is niet meer actief in uw boekhoudpakket/;
    const banner = (await screen.findByText(told)).closest<HTMLElement>('[role="status"]');
    await press(within(banner!).getByRole('button', { name: 'Sluiten' }));
    expect(screen.queryByText(told)).toBeNull();
  });

  test('a work order is kept under a name; one that is taken can be replaced', async () => {
    const { calls } = await showApp('#/work-orders/1');
    await pressButton('Bewaren als sjabloon');
    const dialog = await screen.findByRole('dialog', { name: 'Bewaren als sjabloon' });
    const name = within(dialog).getByRole<HTMLInputElement>('textbox', { name: /^Naam/ });
    expect(name.value).toBe('CV-ketel nakijken en expansievat vervangen');
    await act(() => Promise.resolve(fireEvent.change(name, { target: { value: 'Dakgoot' } })));
    await key(name, { key: 'Enter' });
    expect(await within(dialog).findByText(/^Er is al een sjabloon met deze naam/)).toBeTruthy();
    await press(within(dialog).getByRole('button', { name: 'Vervangen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls.filter((call) => call.name === 'workOrderTemplates.keep').map(({ input }) => input)).toEqual([
      { workOrderId: 1, name: 'Dakgoot', replace: false },
      { workOrderId: 1, name: 'Dakgoot', replace: true },
    ]);
  });

  test('a template gets another name, and goes after a question', async () => {
    await showApp('#/work-orders/templates');
    await press(await screen.findByRole('gridcell', { name: 'Dakgoot' }));
    await pressButton('Naam wijzigen');
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Naam/ });
    await act(() => Promise.resolve(fireEvent.change(name, { target: { value: 'Dakgoot schoon' } })));
    await key(name, { key: 'Enter' });
    expect(await screen.findByRole('gridcell', { name: 'Dakgoot schoon' })).toBeTruthy();

    await pressButton('Verwijderen');
    const question = await screen.findByRole('alertdialog', { name: 'Sjabloon Dakgoot schoon verwijderen?' });
    await press(within(question).getByRole('button', { name: 'Verwijderen' }));
    await waitFor(() => expect(screen.queryByRole('gridcell', { name: 'Dakgoot schoon' })).toBeNull());
  });
});
