import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useRowStream, type LoadMore } from '../../../renderer/ui/use-row-stream';

afterEach(cleanup);

test('reads on from the last row when the end comes near, and says that there is more', async () => {
  const asked: (number | null)[] = [];
  const load: LoadMore<number> = (after, limit) => {
    asked.push(after);
    const first = (after ?? 0) + 1;
    const rows = Array.from({ length: Math.min(limit, 450 - first + 1) }, (_, index) => first + index);
    return Promise.resolve({ rows, more: (rows.at(-1) ?? 0) < 450 });
  };
  const { result } = renderHook(() => useRowStream(load, 'alles', 0));
  await act(() => Promise.resolve());
  expect(result.current).toMatchObject({ total: 201, hasMore: true });

  await act(() => Promise.resolve(result.current.show(0, 30)));
  expect(asked).toEqual([null]);
  await act(() => Promise.resolve(result.current.show(150, 190)));
  await act(() => Promise.resolve(result.current.show(380, 400)));
  expect(asked).toEqual([null, 200, 400]);
  expect(result.current).toMatchObject({ total: 450, hasMore: false });
  expect(result.current.row(449)).toBe(450);
});

test('a failure is told once and not repeated by itself', async () => {
  let calls = 0;
  const load: LoadMore<number> = () => {
    calls += 1;
    return Promise.reject(new Error('kapot'));
  };
  const { result } = renderHook(() => useRowStream(load, 'alles', 0));
  await act(() => Promise.resolve());
  await act(() => Promise.resolve(result.current.show(0, 30)));
  expect(result.current.failure).toBeInstanceOf(Error);
  expect(calls).toBe(1);
});
