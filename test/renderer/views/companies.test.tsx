import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FakeApp } from '../fake/fake-app';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const type = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
/** Opens the menu behind the name of the company, and chooses there. */
const chooseInMenu = async (role: 'menuitem' | 'menuitemradio', name: string | RegExp) => {
  await press(await button(/^Bedrijf: /));
  await press(await screen.findByRole(role, { name }));
};
const asked = ({ calls }: FakeApp, name: string) =>
  calls.filter((call) => call.name === name).map(({ input }) => input);

describe('the company at the top of the window', () => {
  test('is one of several: another one is chosen there, on the screen that shows', async () => {
    const fake = await showApp('#/queue', { companies: 'several' });
    await chooseInMenu('menuitemradio', 'Elektro Peeters BV');
    expect(asked(fake, 'companies.choose')).toEqual([{ id: 'c', view: 'queue' }]);
  });

  test('tells that another one needs the office, and which', async () => {
    await showApp('#/queue', { companies: 'several' });
    await press(await button('Bedrijf: Jansen Installatietechniek B.V., een ander bedrijf vraagt aandacht'));
    const needing = await screen.findByRole('menuitemradio', { name: 'Elektro Peeters BV' });
    expect(within(needing).getByText('Vraagt aandacht')).toBeTruthy();
    expect(screen.getAllByText('Vraagt aandacht')).toHaveLength(1);
  });

  test('that shows already is left alone', async () => {
    const fake = await showApp('#/queue', { companies: 'several' });
    await chooseInMenu('menuitemradio', 'Jansen Installatietechniek B.V.');
    expect(asked(fake, 'companies.choose')).toEqual([]);
  });

  test('gets company: the only one can be joined by another, whose name must be new', async () => {
    const fake = await showApp('#/overview', { companies: 'one' });
    await chooseInMenu('menuitem', 'Bedrijf toevoegen…');
    const dialog = await screen.findByRole('dialog');
    await type(within(dialog).getByLabelText(/Naam van het bedrijf/), 'Jansen Installatietechniek B.V.');
    await press(within(dialog).getByRole('button', { name: 'Toevoegen' }));
    expect(await within(dialog).findByText(/Er is al een bedrijf met de naam/)).toBeTruthy();

    await type(within(dialog).getByLabelText(/Naam van het bedrijf/), ' Jansen België ');
    await press(within(dialog).getByRole('button', { name: 'Toevoegen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked(fake, 'companies.add').at(-1)).toEqual({ name: 'Jansen België' });
  });

  test('is only a name in the practice administration', async () => {
    await showApp('#/overview');
    expect(await screen.findByText('Oefenadministratie')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Bedrijf: / })).toBeNull();
  });
});

describe('a work order in which something was just typed', () => {
  const work = () => screen.findByLabelText<HTMLTextAreaElement>('Werkzaamheden');
  const FULL = { kind: 'storage', code: 'storage-full', params: {} } as const;

  test('is saved before another company comes in its place', async () => {
    const fake = await showApp('#/work-orders/1', { companies: 'several' });
    await type(await work(), 'Lekkage in de kelder');
    await chooseInMenu('menuitemradio', 'Elektro Peeters BV');
    await waitFor(() => expect(asked(fake, 'companies.choose')).toEqual([{ id: 'c', view: 'work-orders' }]));
    expect(fake.orders.get(1)?.description).toBe('Lekkage in de kelder');
  });

  test('that cannot be saved is not left unasked', async () => {
    const fake = await showApp('#/work-orders/1', { companies: 'several' });
    fake.orders.refuse(FULL);
    await type(await work(), 'Lekkage in de kelder');
    await chooseInMenu('menuitemradio', 'Elektro Peeters BV');

    const question = await screen.findByRole('alertdialog');
    expect(within(question).getByText(/1 werkbon heeft wijzigingen die niet konden worden bewaard/)).toBeTruthy();
    await press(within(question).getByRole('button', { name: 'Annuleren' }));
    expect(asked(fake, 'companies.choose')).toEqual([]);
    expect((await work()).value).toBe('Lekkage in de kelder');
  });

  test('goes when the office says so, also on a click on a notification', async () => {
    const fake = await showApp('#/work-orders/1', { companies: 'several' });
    fake.orders.refuse(FULL);
    await type(await work(), 'Lekkage in de kelder');
    await act(() => Promise.resolve(fake.emit('app:navigate', { view: 'log', companyId: 'b' })));
    const question = await screen.findByRole('alertdialog');
    await press(within(question).getByRole('button', { name: 'Toch gaan' }));
    expect(asked(fake, 'companies.choose')).toEqual([{ id: 'b', view: 'log' }]);
  });
});

test('a notification of this company opens its screen without a question', async () => {
  const fake = await showApp('#/overview', { companies: 'several' });
  await act(() => Promise.resolve(fake.emit('app:navigate', { view: 'log', companyId: 'main' })));
  await waitFor(() => expect(window.location.hash).toBe('#/log'));
  expect(asked(fake, 'companies.choose')).toEqual([]);
});

describe('a company whose data cannot be opened', () => {
  test('says so on every screen, asks for none of its data, and can be tried again', async () => {
    const fake = await showApp('#/customers', { companies: 'damaged' });
    expect(await screen.findByText('Het bestand met gegevens is beschadigd.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(fake.calls.map(({ name }) => name)).toEqual(['app.state']);
    await press(await button('Opnieuw proberen'));
    expect(asked(fake, 'companies.choose')).toEqual([{ id: 'main', view: 'overview' }]);
  });

  test('leaves the settings of the app, and the other companies', async () => {
    const fake = await showApp('#/settings', { companies: 'damaged' });
    expect(await screen.findByLabelText(/Taal/)).toBeTruthy();
    await chooseInMenu('menuitemradio', 'Elektro Peeters BV');
    expect(asked(fake, 'companies.choose')).toEqual([{ id: 'c', view: 'settings' }]);
  });
});

test('Instellingen gives a company another name', async () => {
  await showApp('#/settings', { companies: 'several' });
  await press(await button('Naam van Elektro Peeters BV wijzigen'));
  const dialog = await screen.findByRole('dialog');
  await type(within(dialog).getByLabelText(/Naam van het bedrijf/), 'Elektro Peeters & Zoon');
  await press(within(dialog).getByRole('button', { name: 'Opslaan' }));
  expect(await screen.findByText('Elektro Peeters & Zoon')).toBeTruthy();
});
