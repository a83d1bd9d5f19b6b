import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { PAGE_ROWS, useRowWindow, type LoadPage } from '../../../renderer/ui/use-row-window';

type Answer = { readonly total: number; readonly rows: readonly string[] };

/** A list in main whose answers come when the test lets them. */
function slowList() {
  const asked: { offset: number; answer: (answer: Answer) => void; fail: (failure: Error) => void }[] = [];
  const load: LoadPage<string> = (offset) =>
    new Promise<Answer>((answer, fail) => {
      asked.push({ offset, answer, fail });
    });
  return { asked, load };
}

const page = (name: string, total = 1_000): Answer => ({
  total,
  rows: Array.from({ length: PAGE_ROWS }, (_, index) => `${name} ${index}`),
});

afterEach(cleanup);

describe('a long list, read in pages', () => {
  test('reads the first page, then only pages that are shown, each once', async () => {
    const { asked, load } = slowList();
    const { result } = renderHook(() => useRowWindow(load, 'alles', 0));
    expect(result.current.total).toBeNull();
    await act(() => Promise.resolve(asked[0]?.answer(page('eerste'))));
    expect(result.current.total).toBe(1_000);
    expect(result.current.row(3)).toBe('eerste 3');
    expect(result.current.row(750)).toBeUndefined();

    act(() => result.current.show(740, 760));
    act(() => result.current.show(745, 765));
    expect(asked.map(({ offset }) => offset)).toEqual([0, 700]);
    await act(() => Promise.resolve(asked[1]?.answer(page('achtste'))));
    expect(result.current.row(750)).toBe('achtste 50');
  });

  test('asks nothing twice when the table tells what it shows before the first answer', () => {
    const { asked, load } = slowList();
    const { result } = renderHook(() => useRowWindow(load, 'alles', 0));
    act(() => result.current.show(0, 20));
    expect(asked.map(({ offset }) => offset)).toEqual([0]);
  });

  test('drops the answer to a search that was typed over', async () => {
    const { asked, load } = slowList();
    const { result, rerender } = renderHook(({ query }) => useRowWindow(load, query, 0), {
      initialProps: { query: 'jan' },
    });
    rerender({ query: 'jansen' });
    await act(() => Promise.resolve(asked[1]?.answer(page('jansen', 100))));
    await act(() => Promise.resolve(asked[0]?.answer(page('jan', 900))));
    expect(result.current.total).toBe(100);
    expect(result.current.row(0)).toBe('jansen 0');
  });

  test('keeps showing the rows while changed data is read again', async () => {
    const { asked, load } = slowList();
    const { result, rerender } = renderHook(({ revision }) => useRowWindow(load, 'alles', revision), {
      initialProps: { revision: 1 },
    });
    await act(() => Promise.resolve(asked[0]?.answer(page('oud'))));
    rerender({ revision: 2 });
    expect(result.current.row(0)).toBe('oud 0');
    await act(() => Promise.resolve(asked[1]?.answer(page('nieuw'))));
    expect(result.current.row(0)).toBe('nieuw 0');
  });

  test('tells a failure and reads again on request', async () => {
    const { asked, load } = slowList();
    const { result } = renderHook(() => useRowWindow(load, 'alles', 0));
    await act(() => Promise.resolve(asked[0]?.fail(new Error('kapot'))));
    await waitFor(() => expect(result.current.failure).toBeInstanceOf(Error));
    act(() => result.current.retry());
    await act(() => Promise.resolve(asked[1]?.answer(page('goed'))));
    expect(result.current.failure).toBeNull();
    expect(result.current.row(0)).toBe('goed 0');
  });
});
