import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { QueueGroup } from '../../../preload/contract/queue-decisions';
import { at, lengthOf, placed } from '../../../renderer/views/queue/queue-items';
import { rowAction } from '../../../renderer/views/queue/row-action';
import { queueEntry } from '../fake/books';
import { pretendLayout, showApp } from '../fake/show-app';

beforeAll(pretendLayout);

const list = () => screen.findByRole('grid', { name: 'Archiefwachtrij' });
const group = (cause: string, entries: number): QueueGroup => ({ cause, entries, problem: null });

describe('by cause', () => {
  test('small groups are unfolded, large ones folded, and one by itself has no heading', () => {
    const groups = placed([group('a', 100_000), group('b', 2), group('c', 1)], new Set());
    expect(lengthOf(groups)).toBe(1 + (1 + 2) + 1);
    expect(
      [0, 1, 2, 3, 4, 5].map((index) => at(groups, index)).map((place) => [place?.in.group.cause, place?.entry]),
    ).toEqual([
      ['a', null],
      ['b', null],
      ['b', 0],
      ['b', 1],
      ['c', 0],
      [undefined, undefined],
    ]);
    expect(lengthOf(placed([group('a', 100_000), group('b', 2)], new Set(['a', 'b'])))).toBe(100_001 + 1);
  });

  test('one heading tells how many and why, and tries all of them again after a look', async () => {
    const fake = await showApp('#/queue/skipped', { rows: 40 });
    const heading = await within(await list()).findByText(/werkbonnen:$/);
    const row = heading.closest('[role="row"]');
    if (!(row instanceof HTMLElement)) throw new Error('No row');
    fireEvent.click(within(row).getByRole('button', { name: 'Opnieuw…' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Opnieuw proberen?' });
    expect(fake.calls.filter(({ name }) => name === 'queue.retry')).toEqual([]);
    const confirm = await within(dialog).findByRole('button', { name: '6 opnieuw proberen' });
    await act(() => Promise.resolve(fireEvent.click(confirm)));
    expect(fake.calls.filter(({ name }) => name === 'queue.retry')).toHaveLength(1);
  });
});

test('the arrow keys and A reach the action of a row, and what is chosen is asked for', async () => {
  const fake = await showApp('#/queue/waiting', { rows: 3 });
  const grid = await list();
  await within(grid).findByText('2609');
  grid.focus();
  fireEvent.keyDown(grid, { key: 'a' });
  const dialog = await screen.findByRole('alertdialog', { name: 'Niet verzenden?' });
  expect(await within(dialog).findByText(/krijgt dus geen factuur/)).toBeTruthy();
  await act(() => Promise.resolve(fireEvent.click(within(dialog).getByRole('button', { name: '1 niet verzenden' }))));
  expect(fake.calls).toContainEqual({ name: 'queue.skip', input: [3] });
  fireEvent.click(await screen.findByRole('button', { name: 'Ongedaan maken' }));
  expect(fake.calls).toContainEqual({ name: 'queue.retry', input: [3] });
});

test('the box that was shown last shows again', async () => {
  await showApp('#/queue', { rows: 3 });
  fireEvent.click(await screen.findByRole('tab', { name: /^Overgeslagen/ }));
  expect(JSON.parse(localStorage.getItem('queue-choice') ?? '{}')).toMatchObject({ box: 'skipped' });
});

describe('the action of a row', () => {
  const blocked = { ...queueEntry(1), state: 'blocked' as const, held: false };

  test('is to choose again what the problem is about, or the setting, or the work order itself', () => {
    const inactive = { kind: 'blocked', code: 'article-inactive', params: { article: 'A1' } } as const;
    expect(rowAction({ ...blocked, problem: inactive })).toBe('correct-article');
    expect(rowAction({ ...blocked, problem: { kind: 'rejected', code: 'x.1', params: {} } })).toBe('retry');
    const setting = { kind: 'blocked', code: 'work-article-gone', params: {}, field: 'workArticle' } as const;
    expect(rowAction({ ...blocked, problem: setting })).toBe('setting');
    // What may be in the package does not change from here.
    expect(rowAction({ ...blocked, mayChange: false, problem: inactive })).toBe('take-back');
  });

  test('is nothing while Simon goes on by itself', () => {
    expect(rowAction({ ...blocked, state: 'sending' })).toBeNull();
    expect(rowAction({ ...blocked, state: 'unsure' })).toBeNull();
    expect(rowAction({ ...blocked, state: 'unsure', held: true })).toBe('answer');
  });
});

describe('the document in the package', () => {
  /** What went to the clipboard: happy-dom has none of its own. */
  function clipboard(): readonly string[] {
    const copied: string[] = [];
    Object.defineProperty(document, 'execCommand', {
      configurable: true,
      value: () => {
        const event = new Event('copy', { cancelable: true });
        Object.defineProperty(event, 'clipboardData', {
          value: { setData: (_type: string, text: string) => copied.push(text) },
        });
        return document.dispatchEvent(event) || true;
      },
    });
    return copied;
  }

  test('opens from the entry, with the number to search for on the clipboard', async () => {
    const copied = clipboard();
    const fake = await showApp('#/queue/2', { rows: 3 });
    const panel = await screen.findByRole('complementary', { name: /2606/ });
    await act(async () => fireEvent.click(await within(panel).findByRole('button', { name: 'Openen in SnelStart' })));
    expect(fake.calls).toContainEqual({ name: 'queue.openDocument', input: 2 });
    expect(copied).toEqual(['VO-2002']);
    expect(await screen.findByText(/VO-2002 is gekopieerd: zoek er in SnelStart op/)).toBeTruthy();
  });

  test('is not there before it was sent', async () => {
    await showApp('#/queue/3', { rows: 3 });
    const panel = await screen.findByRole('complementary', { name: /2609/ });
    await within(panel).findByText('SK-7F3A-2609-1');
    expect(within(panel).queryByRole('button', { name: /Openen in/ })).toBeNull();
  });
});

describe('by keyboard', () => {
  test('Escape in the list closes the entry beside it', async () => {
    await showApp('#/queue/3', { rows: 3 });
    await screen.findByRole('complementary', { name: /2609/ });
    fireEvent.keyDown(await list(), { key: 'Escape' });
    expect(window.location.hash).toBe('#/queue');
  });

  test('the list has the focus again once what had it is gone', async () => {
    await showApp('#/queue/3', { rows: 3 });
    const panel = await screen.findByRole('complementary', { name: /2609/ });
    const close = within(panel).getByRole('button', { name: 'Sluiten' });
    close.focus();
    await act(() => Promise.resolve(fireEvent.click(close)));
    const grid = await list();
    await waitFor(() => expect(document.activeElement).toBe(grid));
  });
});

test('a work order without a customer is known by what was done', async () => {
  await showApp('#/queue/blocked', { rows: 3 });
  expect(await within(await list()).findByText('Onderhoudsbeurt cv-ketel 1')).toBeTruthy();
});
