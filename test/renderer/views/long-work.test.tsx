import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LongWork } from '../../../preload/contract/long-work';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const press = (element: HTMLElement) => act(() => Promise.resolve(fireEvent.click(element)));
const WORK: LongWork = {
  id: 'first-pull-1',
  kind: 'first-pull',
  about: '',
  table: 'customers',
  done: 1_200,
  total: 4_000,
  perMinute: 2_400,
  timeLeftMs: 70_000,
  canPause: true,
  canCancel: true,
};

describe('work that takes long', () => {
  test('shows in the top bar on every screen; behind it stand counts, rate, time left, pause and stop', async () => {
    const fake = await showApp('#/customers');
    expect(screen.queryByText(/Eerste keer ophalen/)).toBeNull();
    act(() => fake.emit('work:progress', [WORK]));
    act(() => fake.emit('work:progress', [{ ...WORK, done: 0, total: null, perMinute: 0, timeLeftMs: null }]));
    expect(await screen.findByRole('button', { name: 'Eerste keer ophalen' })).toBeTruthy();
    act(() => fake.emit('work:progress', [WORK, { ...WORK, id: 'export-2', kind: 'export' }]));
    expect(await screen.findByRole('button', { name: 'Bezig met 2 taken' })).toBeTruthy();
    act(() => fake.emit('work:progress', [WORK]));
    await press(await screen.findByRole('button', { name: 'Eerste keer ophalen: 30%' }));
    const list = await screen.findByRole('dialog', { name: 'Bezig' });
    const bar = within(list).getByRole('progressbar', { name: 'Eerste keer ophalen: Klanten' });
    expect(bar.textContent).toMatch(/1\.200 van 4\.000.*2\.400 per minuut · nog ongeveer 1 min/);
    await press(within(list).getByRole('button', { name: 'Pauzeren' }));
    await press(within(list).getByRole('button', { name: 'Stoppen' }));
    expect(fake.calls.filter(({ name }) => name.startsWith('work.')).slice(1)).toEqual([
      { name: 'work.pause', input: { id: 'first-pull-1' } },
      { name: 'work.cancel', input: { id: 'first-pull-1' } },
    ]);
    act(() => fake.emit('work:progress', []));
    await waitFor(() => expect(screen.queryByText(/Eerste keer ophalen/)).toBeNull());
  });

  test('an import goes on, and its outcome is there, after another screen was opened', async () => {
    const fake = await showApp('#/work-orders/import');
    const answer = fake.holdNext('imports.open');
    await press(await screen.findByRole('button', { name: 'Bestand kiezen' }));
    await act(() => Promise.resolve(void (window.location.hash = '#/customers')));
    await screen.findByRole('heading', { name: 'Klanten' });
    act(answer);
    await act(() => Promise.resolve(void (window.location.hash = '#/work-orders/import')));
    expect(await screen.findByText(/planning week 48\.xlsx/)).toBeTruthy();
  });
});
