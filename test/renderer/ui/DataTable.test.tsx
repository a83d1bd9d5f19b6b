import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startI18n } from '../../../renderer/i18n/i18n';
import { DataTable, type Column, type Sort } from '../../../renderer/ui/DataTable';
import type { SelectedIds } from '../../../renderer/ui/row-selection';
import { allRows, type RowSource } from '../../../renderer/ui/row-source';
import { useRowWindow } from '../../../renderer/ui/use-row-window';
import { pretendLayout } from '../fake/show-app';

type Row = { readonly id: number; readonly name: string };

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `Klant ${index + 1}` }));
const COLUMNS: readonly Column<Row>[] = [
  { id: 'id', header: 'Nummer', widthRem: 6, align: 'end', sortKey: 'id', cell: (row) => row.id },
  { id: 'name', header: 'Naam', widthRem: 10, grow: 1, cell: (row) => row.name },
];

type TableProps = {
  source: RowSource<Row>;
  onOpen?: (row: Row) => void;
  onSort?: (sort: Sort) => void;
  withTicks?: boolean;
};

function Table({ source, onOpen = () => undefined, onSort, withTicks = false }: TableProps) {
  const [selected, setSelected] = useState<SelectedIds>(new Set());
  return (
    <>
      <DataTable
        label="Klanten"
        source={source}
        columns={COLUMNS}
        rowId={(row) => row.id}
        onOpen={onOpen}
        empty={<p>Nog geen klanten</p>}
        sort={{ key: 'id', descending: false }}
        {...(onSort ? { onSort } : {})}
        {...(withTicks ? { selectedIds: selected, onSelect: setSelected } : {})}
      />
      <output>{[...selected].join(',')}</output>
    </>
  );
}

const activeRow = () => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id);
};
const press = (key: string, more: { shiftKey?: boolean } = {}) =>
  fireEvent.keyDown(screen.getByRole('grid'), { key, ...more });

beforeAll(async () => {
  pretendLayout();
  await startI18n('nl');
});
afterEach(cleanup);

describe('the table', () => {
  test('draws only what is on screen of a hundred thousand rows, and says how many there are', () => {
    render(<Table source={allRows(rows(100_000))} />);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('row', { name: /Klant 1$/ }).getAttribute('aria-rowindex')).toBe('2');
  });

  test('begins at its first row again when another search is listed, of as many rows', async () => {
    function Searched({ query }: { query: string }) {
      const named = (offset: number, limit: number) =>
        Promise.resolve({
          total: 2_000,
          rows: rows(2_000)
            .slice(offset, offset + limit)
            .map((row) => ({ ...row, name: `${query} ${row.id}` })),
        });
      return <Table source={useRowWindow<Row>(named, query, 0)} />;
    }
    const { rerender } = render(<Searched query="ketel" />);
    await screen.findByRole('row', { name: /ketel 1$/ });
    press('End');
    await screen.findByRole('row', { name: /ketel 2000$/ });
    rerender(<Searched query="kraan" />);
    expect(await screen.findByRole('row', { name: /kraan 1$/ })).toBeTruthy();
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe('2');
    expect(document.querySelector('[aria-busy="true"]')).toBeNull();
  });

  describe('of a million rows', () => {
    const MILLION = 1_000_000;
    const ROW_PX = 36;
    const million: RowSource<Row> = {
      ...allRows<Row>([]),
      total: MILLION,
      row: (index) => ({ id: index + 1, name: `Klant ${index + 1}` }),
    };
    const grid = () => screen.getByRole('grid');
    /** Numbers of the rows of which some part shows, and where the first of them lies, in pixels. */
    const shown = () => {
      const inView = [...document.querySelectorAll<HTMLElement>('[role="row"][aria-selected]')].flatMap((row) => {
        const top = Number(/translateY\((-?[\d.]+)px\)/.exec(row.style.transform)?.[1]) - grid().scrollTop;
        return top > -ROW_PX && top < grid().clientHeight
          ? [{ number: Number(row.getAttribute('aria-rowindex')) - 1, top }]
          : [];
      });
      return { first: inView[0]?.number, last: inView.at(-1)?.number, top: inView[0]?.top };
    };
    const scrollBy = (px: number) =>
      act(() => {
        grid().scrollTop += px;
        fireEvent.scroll(grid());
      });

    test('keeps to the height that a browser can lay out', () => {
      render(<Table source={million} />);
      const body = grid().lastElementChild as HTMLElement;
      expect(Number.parseFloat(body.style.height)).toBeLessThan(7_000_000);
      expect(shown()).toEqual({ first: 1, last: 12, top: 0 });
    });

    test('reaches the last row and goes back row by row', () => {
      render(<Table source={million} />);
      press('End');
      expect(activeRow()?.textContent).toContain(`Klant ${MILLION}`);
      expect(shown().last).toBe(MILLION);
      for (let times = 0; times < 15; times += 1) press('ArrowUp');
      expect(activeRow()?.textContent).toContain(`Klant ${MILLION - 15}`);
      expect(shown()).toMatchObject({ first: MILLION - 15, top: 0 });
    });

    test('moves by the wheel as far as any list, also far from both ends', () => {
      render(<Table source={million} />);
      scrollBy(3_000_000);
      const before = shown();
      expect(before.first).toBeGreaterThan(MILLION * 0.45);
      expect(before.first).toBeLessThan(MILLION * 0.55);
      for (let times = 0; times < 10; times += 1) scrollBy(3 * ROW_PX);
      expect(shown().first).toBe((before.first ?? 0) + 30);
      expect(shown().top).toBeCloseTo(before.top ?? 0, 3);
    });

    test('the wheel comes to both ends, whatever it went through', () => {
      render(<Table source={million} />);
      scrollBy(110_000);
      for (let times = 0; times < 500 && grid().scrollTop > 0; times += 1) scrollBy(-700);
      expect(shown()).toMatchObject({ first: 1, top: 0 });
      const body = grid().lastElementChild as HTMLElement;
      const mostPx = Number.parseFloat(body.style.height) - grid().clientHeight;
      scrollBy(mostPx - 110_000);
      for (let times = 0; times < 500 && grid().scrollTop < mostPx; times += 1) {
        scrollBy(Math.min(700, mostPx - grid().scrollTop));
      }
      expect(shown().last).toBe(MILLION);
    });
  });

  test('teaches when there is nothing', () => {
    render(<Table source={allRows([])} />);
    expect(screen.getByText('Nog geen klanten')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  test('shows one row', () => {
    render(<Table source={allRows(rows(1))} />);
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText('1 regel')).toBeTruthy();
  });

  test('says that it is loading, and offers to try again after a failure', () => {
    const retry = vi.fn();
    const waiting: RowSource<Row> = { ...allRows<Row>([]), total: null };
    const { rerender } = render(<Table source={waiting} />);
    expect(screen.getByText('Bezig met laden…')).toBeTruthy();

    rerender(<Table source={{ ...waiting, failure: new Error('kapot'), retry }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  test('moves by keyboard and opens with Enter', () => {
    const onOpen = vi.fn();
    render(<Table source={allRows(rows(5))} onOpen={onOpen} />);
    press('ArrowDown');
    press('ArrowDown');
    expect(activeRow()?.textContent).toContain('Klant 3');
    press('End');
    expect(activeRow()?.textContent).toContain('Klant 5');
    press('Home');
    press('ArrowUp');
    expect(activeRow()?.textContent).toContain('Klant 1');
    press('Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: 1, name: 'Klant 1' });
  });

  test('ticks with Space, extends with Shift, and unticks all', () => {
    render(<Table source={allRows(rows(5))} withTicks />);
    const ticked = () => document.querySelector('output')?.textContent;
    press(' ');
    expect(ticked()).toBe('1');
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    expect(ticked()).toBe('1,2,3');
    expect(screen.getAllByRole('row', { selected: true })).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Alle vinkjes weghalen' }));
    expect(ticked()).toBe('');
  });

  test('says how it is sorted and turns the order round', () => {
    const onSort = vi.fn();
    render(<Table source={allRows(rows(2))} onSort={onSort} />);
    expect(screen.getByRole('columnheader', { name: 'Nummer' }).getAttribute('aria-sort')).toBe('ascending');
    expect(screen.getByRole('columnheader', { name: 'Naam' }).hasAttribute('aria-sort')).toBe(false);
    act(() => screen.getByRole('button', { name: 'Nummer' }).click());
    expect(onSort).toHaveBeenCalledExactlyOnceWith({ key: 'id', descending: true });
  });
});
