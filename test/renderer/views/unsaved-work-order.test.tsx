import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { navigate } from '../../../renderer/shell/use-route';
import { keepTypingSafe } from '../../../renderer/shell/typing-kept';
import { forgetUnsaved } from '../../../renderer/views/work-orders/unsaved-editors';
import type { FakeApp } from '../fake/fake-app';
import { installFakeApp, pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const FULL = { kind: 'storage', code: 'storage-full', params: {} } as const;

const goTo = (...place: Parameters<typeof navigate>) =>
  act(() => {
    navigate(...place);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    return Promise.resolve();
  });
const type = (field: HTMLElement, value: string) =>
  act(() => Promise.resolve(fireEvent.change(field, { target: { value } })));
const leave = (field: HTMLElement) => act(() => Promise.resolve(fireEvent.blur(field)));
const press = (name: string) => act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name }))));
const work = () => screen.findByLabelText<HTMLTextAreaElement>('Werkzaamheden');
const RESTORED = 'U gaat verder met wat u eerder invulde en nog niet was bewaard.';
const created = ({ calls }: FakeApp) => calls.filter(({ name }) => name === 'workOrders.create').length;

describe('a work order that is left', () => {
  test('is saved, without a button', async () => {
    const { orders } = await showApp('#/work-orders/1');
    await type(await work(), 'Lekkage in de kelder');
    await goTo('customers');
    await waitFor(() => expect(orders.get(1)?.description).toBe('Lekkage in de kelder'));
    await goTo('work-orders', 1);
    expect((await work()).value).toBe('Lekkage in de kelder');
    expect(screen.queryByText(RESTORED)).toBeNull();
  });

  test('while the disk refuses still holds what was typed, says so, and can be put back', async () => {
    const { orders } = await showApp('#/work-orders/1');
    const before = (await work()).value;
    orders.refuse(FULL);
    await type(await work(), 'Lekkage in de kelder');
    await goTo('customers');
    await goTo('work-orders', 1);

    expect((await work()).value).toBe('Lekkage in de kelder');
    expect(screen.getByText(RESTORED)).toBeTruthy();
    expect(await screen.findByText(/^Niet bewaard: /)).toBeTruthy();
    await press('Wijzigingen weggooien');
    expect((await work()).value).toBe(before);
    await press('Ongedaan maken: werkzaamheden');
    expect((await work()).value).toBe('Lekkage in de kelder');
  });
});

test('a work order that somebody deleted meanwhile can be kept as a new one, where it stands', async () => {
  const fake = await showApp('#/work-orders/1', { rows: 5 });
  await type(await work(), 'Lekkage in de kelder');
  fake.orders.delete(1);
  await leave(await work());
  expect(await screen.findByText('Deze werkbon is intussen ergens anders verwijderd')).toBeTruthy();
  await press('Als nieuwe werkbon bewaren');
  expect(await screen.findByRole('heading', { level: 1, name: /^Werkbon 2606/ })).toBeTruthy();
  expect(window.location.hash).toBe('#/work-orders/6');
  expect((await work()).value).toBe('Lekkage in de kelder');
});

describe('a text that means nothing yet', () => {
  const from = async () =>
    within(await screen.findByRole('region', { name: /^Werktijd en reistijd/ })).getAllByRole<HTMLInputElement>(
      'textbox',
      { name: 'Van' },
    )[0]!;

  test('is told, and still stands there after another screen', async () => {
    await showApp('#/work-orders/1');
    await type(await from(), 'half negen');
    await leave(await from());
    expect(screen.getByText('Nog niet alles is bewaard')).toBeTruthy();
    await goTo('customers');
    await goTo('work-orders', 1);
    expect((await from()).value).toBe('half negen');
    await type(await from(), '8:30');
    await leave(await from());
    expect(await screen.findByText(/^Bewaard /)).toBeTruthy();
  });
});

describe('a new work order', () => {
  test('becomes one with a number where it is typed, and the field keeps the focus', async () => {
    const fake = await showApp('#/work-orders/new', { rows: 5 });
    const field = await work();
    field.focus();
    await type(field, 'Offerte opnemen');
    await leave(field);
    field.focus();
    expect(await screen.findByRole('heading', { level: 1, name: /^Werkbon 2606/ })).toBeTruthy();
    expect(window.location.hash).toBe('#/work-orders/6');
    expect(document.activeElement).toBe(field);
    expect(created(fake)).toBe(1);
  });

  test('that nobody typed in leaves nothing behind', async () => {
    const fake = await showApp('#/work-orders/new');
    await work();
    await goTo('overview');
    await goTo('work-orders', 'new');
    await work();
    expect(screen.queryByText(RESTORED)).toBeNull();
    expect(created(fake)).toBe(0);
  });

  test('with nothing worth a number yet is found again', async () => {
    const fake = await showApp('#/work-orders/new');
    await type(await screen.findByLabelText('Notities'), 'Sleutel bij de buren');
    await goTo('overview');
    await goTo('work-orders', 'new');
    expect(await screen.findByDisplayValue('Sleutel bij de buren')).toBeTruthy();
    expect(created(fake)).toBe(0);
  });
});

describe('when the page or the app ends by itself', () => {
  test('what was typed and not saved is taken up at the next start, and saved', async () => {
    const { orders } = await showApp('#/work-orders/1');
    orders.refuse(FULL);
    await type(await work(), 'Lekkage in de kelder');
    const left = Object.entries(localStorage);
    expect(left.length).toBe(1);
    forgetUnsaved();
    left.forEach(([name, text]) => localStorage.setItem(name, text as string));

    const next = installFakeApp();
    const stop = keepTypingSafe();
    await waitFor(() => expect(next.orders.get(1)?.description).toBe('Lekkage in de kelder'));
    await waitFor(() => expect(localStorage.length).toBe(0));
    stop();
  });

  test('the end of the app waits for what is being typed', async () => {
    const fake = await showApp('#/work-orders/1');
    const stop = keepTypingSafe();
    await type(await work(), 'Lekkage in de kelder');
    await act(() => Promise.resolve(fake.emit('app:closing', null)));
    await waitFor(() => expect(fake.calls.at(-1)?.name).toBe('app.savedAll'));
    expect(fake.orders.get(1)?.description).toBe('Lekkage in de kelder');
    stop();
  });
});

describe('a row that is removed', () => {
  test('comes back with Ongedaan maken', async () => {
    await showApp('#/work-orders/1');
    const rows = async () =>
      within(await screen.findByRole('region', { name: 'Artikelen' })).getAllByRole('textbox', { name: /^Aantal/ });
    expect((await rows()).length).toBe(2);
    const panel = within(await screen.findByRole('region', { name: 'Artikelen' }));
    await act(() => Promise.resolve(fireEvent.click(panel.getAllByRole('button', { name: 'Regel weghalen' })[0]!)));
    expect((await rows()).length).toBe(1);
    expect(screen.getByText('De regel is weggehaald.')).toBeTruthy();
    await press('Ongedaan maken');
    expect((await rows()).length).toBe(2);
    await waitFor(() => expect(screen.queryByText('De regel is weggehaald.')).toBeNull());
  });
});

describe('Ctrl+Z', () => {
  const key = (target: Element, init: KeyboardEventInit) =>
    act(() => {
      const pressed = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
      target.dispatchEvent(pressed);
      return Promise.resolve(pressed.defaultPrevented);
    });

  test('in a text takes back the last change of the work order, and not what the browser remembers', async () => {
    await showApp('#/work-orders/1');
    const field = await work();
    const before = field.value;
    await type(field, 'Lek');
    await leave(field);
    await type(field, 'Lekkage');
    let isPrevented = false;
    const hear = (event: Event) => (isPrevented = event.defaultPrevented);
    await key(field, { key: 'z', ctrlKey: true });
    expect(field.value).toBe('Lek');
    document.addEventListener('keydown', hear);
    await key(field, { key: 'z', ctrlKey: true });
    document.removeEventListener('keydown', hear);
    expect(field.value).toBe(before);
    await key(field, { key: 'Z', ctrlKey: true, shiftKey: true });
    await key(field, { key: 'y', ctrlKey: true });
    expect(field.value).toBe('Lekkage');
    // It never got beyond the window: nothing of the browser heard it.
    expect(isPrevented).toBe(false);
    expect(screen.getByText(/^Opnieuw gedaan: werkzaamheden\./)).toBeTruthy();
  });

  test('in minutes shows the minutes of before, also while they are typed in', async () => {
    await showApp('#/work-orders/1');
    const panel = within(await screen.findByRole('region', { name: /^Werktijd en reistijd/ }));
    const field = panel.getAllByRole<HTMLInputElement>('textbox', { name: 'Duur (u:mm)' })[0]!;
    field.focus();
    await type(field, '1,5u');
    expect(field.value).toBe('1,5u');
    await key(field, { key: 'z', ctrlKey: true });
    expect(field.value).toBe('2:00');
  });

  test('in a text that is no change yet is left to that text', async () => {
    await showApp('#/work-orders/1');
    const panel = within(await screen.findByRole('region', { name: /^Werktijd en reistijd/ }));
    const field = panel.getAllByRole<HTMLInputElement>('textbox', { name: 'Van' })[0]!;
    await type(await work(), 'Lek');
    await type(field, 'half ne');
    await key(field, { key: 'z', ctrlKey: true });
    expect((await work()).value).toBe('Lek');
  });
});
