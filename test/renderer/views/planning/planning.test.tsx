import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { usePlanningStore } from '../../../../renderer/views/planning/planning-store';
import { NOW_MS } from '../../fake/books';
import { pretendLayout, showApp } from '../../fake/show-app';

beforeAll(pretendLayout);
beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS, toFake: ['Date'] });
  // The store was made on the day of the computer.
  usePlanningStore.getState().showDay('2026-11-23');
});
afterEach(() => vi.useRealTimers());

const press = (element: Element, key: string, more: object = {}) =>
  act(() => Promise.resolve(fireEvent.keyDown(element, { key, ...more })));
const click = (name: string | RegExp) =>
  act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name }))));
const block = (number: string) => screen.findByRole('button', { name: new RegExp(`^Werkbon ${number},`) });
const board = () => within(screen.getByRole('group', { name: 'Planbord' }));

describe('the board of a day', () => {
  test('shows whom, where, when and how it stands, in the column of the employee', async () => {
    await showApp('#/planning', { rows: 8 });
    const shown = await block('2601');
    expect(shown.textContent).toContain(
      'Werkbon 2601, Bakkerij Van den Broek & Zonen, Amersfoort, ma 23 nov 15:00–16:30, Gereed gemeld',
    );
    expect(board().getByRole('group', { name: 'Fatima El Idrissi' }).contains(shown)).toBe(true);
    expect(screen.getByRole('heading', { name: 'maandag 23 november 2026 week 48' })).toBeTruthy();
    expect(document.querySelector('[data-now]')).not.toBeNull();
  });

  test('marks work at the same time in words, and counts it', async () => {
    await showApp('#/planning');
    expect((await block('2601')).textContent).toContain('overlapt met 2727');
    expect(screen.getByRole('button', { name: /^\d+ overlappingen$/ })).toBeTruthy();
  });

  test('without any work and without employees still has a place for what comes', async () => {
    await showApp('#/planning', { rows: 0 });
    expect(await screen.findByText('Alle werkbonnen zijn ingepland.')).toBeTruthy();
    expect(board().getByRole('group', { name: 'Zonder medewerker' })).toBeTruthy();
  });

  test('that cannot be read says so, and can be tried again', async () => {
    const fake = await showApp('#/overview');
    fake.breakNext('planning.board', 'abc123');
    window.location.hash = '#/planning';
    await act(() => Promise.resolve(window.dispatchEvent(new HashChangeEvent('hashchange'))));
    await click('Opnieuw proberen');
    expect(await block('2601')).toBeTruthy();
  });
});

describe('by keyboard', () => {
  test('a work order is moved, told, and put back', async () => {
    const fake = await showApp('#/planning', { rows: 8 });
    const before = await block('2601');
    before.focus();
    await press(before, ' ');
    await press(before, 'ArrowDown');
    await press(before, 'ArrowLeft');
    expect(screen.getByText('Henk de Monteur, ma 23 nov 15:15–16:45')).toBeTruthy();
    await press(before, ' ');
    const plan = fake.calls.find(({ name }) => name === 'planning.plan')?.input;
    expect(plan).toMatchObject({ id: 1, version: 1, plan: { employeeId: 1 } });
    expect(await screen.findByText('Werkbon 2601: Henk de Monteur, ma 23 nov 15:15–16:45.')).toBeTruthy();
    expect(document.activeElement).toBe(await block('2601'));

    await press(document.body, 'z', { ctrlKey: true });
    expect((await block('2601')).textContent).toContain('15:00–16:30');
    expect(
      board()
        .getByRole('group', { name: 'Fatima El Idrissi' })
        .contains(await block('2601')),
    ).toBe(true);
  });

  test('each end is moved by itself, and what it would overlap with is told at once', async () => {
    const fake = await showApp('#/planning', { rows: 8 });
    const before = await block('2601');
    before.focus();
    await press(before, ' ');
    await press(before, 'ArrowUp', { ctrlKey: true });
    expect(screen.getByText('Fatima El Idrissi, ma 23 nov 14:45–16:30')).toBeTruthy();
    await press(before, 'ArrowDown', { shiftKey: true });
    expect(screen.getByText('Fatima El Idrissi, ma 23 nov 14:45–16:45')).toBeTruthy();
    await press(before, 'Enter');
    expect(fake.calls.find(({ name }) => name === 'planning.plan')?.input).toMatchObject({
      plan: { plannedStartAtMs: Date.UTC(2026, 10, 23, 13, 45), plannedEndAtMs: Date.UTC(2026, 10, 23, 15, 45) },
    });
  });

  test('an archived work order stays where it is, and says why', async () => {
    const fake = await showApp('#/planning', { rows: 40 });
    await act(() => Promise.resolve(usePlanningStore.getState().showMode('week')));
    const archived = await screen.findAllByRole('button', { name: /Gearchiveerd/ });
    await press(archived[0]!, ' ');
    expect(await screen.findByText(/is gearchiveerd en kan niet meer worden verplaatst/)).toBeTruthy();
    await press(archived[0]!, 'ArrowDown');
    await press(archived[0]!, ' ');
    expect(fake.calls.some(({ name }) => name === 'planning.plan')).toBe(false);
  });
});

describe('without dragging', () => {
  test('an unplanned work order is planned by a form, at eight on the day that shows', async () => {
    const fake = await showApp('#/planning', { rows: 8 });
    await screen.findByRole('button', { name: 'Werkbon 2602 inplannen' });
    await click('Werkbon 2602 inplannen');
    const dialog = await screen.findByRole('dialog');
    await act(() => Promise.resolve(fireEvent.click(within(dialog).getByRole('button', { name: 'Inplannen' }))));
    expect(fake.calls.find(({ name }) => name === 'planning.plan')?.input).toMatchObject({
      id: 2,
      plan: { plannedStartAtMs: Date.UTC(2026, 10, 23, 7), plannedEndAtMs: Date.UTC(2026, 10, 23, 8) },
    });
    expect(await screen.findByText(/^Werkbon 2602: /)).toBeTruthy();
  });
});

describe('a move that is refused', () => {
  test('goes back, and says why', async () => {
    await showApp('#/planning', { rows: 8 });
    const before = await block('2601');
    await press(before, ' ');
    await press(before, 'ArrowDown');
    // What a colleague does meanwhile.
    const row = usePlanningStore.getState().rows?.find(({ number }) => number === '2601');
    if (!row) throw new Error('It is not on the board');
    const { id, version, plannedStartAtMs, plannedEndAtMs } = row;
    const plan = { employeeId: null, plannedStartAtMs, plannedEndAtMs };
    await act(() => window.app.planning.plan({ id, version, plan }));
    await press(await block('2601'), ' ');
    expect(await screen.findByText(/is intussen door iemand anders gewijzigd/)).toBeTruthy();
    expect(
      board()
        .getByRole('group', { name: 'Zonder medewerker' })
        .contains(await block('2601')),
    ).toBe(true);
    expect(usePlanningStore.getState().moves).toEqual([]);
  });
});

describe('the weekend', () => {
  test('is hidden as the company chose, and what is planned in it is told', async () => {
    const fake = await showApp('#/planning', { rows: 40 });
    await act(() => Promise.resolve(usePlanningStore.getState().showMode('week')));
    await screen.findAllByRole('group', { name: /zaterdag 28 november/ });
    await act(() => Promise.resolve(fireEvent.click(screen.getByRole('switch', { name: 'Weekend' }))));
    expect(screen.queryAllByRole('group', { name: /zaterdag 28 november/ })).toEqual([]);
    expect(screen.getAllByRole('group', { name: /vrijdag 27 november/ }).length).toBeGreaterThan(0);
    expect(fake.calls.find(({ name }) => name === 'companySettings.save')?.input).toEqual({
      planning: { showsWeekend: false },
    });
  });
});
