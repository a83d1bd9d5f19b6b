import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideBySide, type Stretch } from '../../../../renderer/views/planning/side-by-side';

const stretches = fc.array(
  fc
    .record({ startMs: fc.integer({ min: 0, max: 60 }), lasts: fc.integer({ min: 1, max: 25 }) })
    .map(({ startMs, lasts }): Stretch => ({ startMs, endMs: startMs + lasts })),
  { maxLength: 25 },
);
const overlap = (a: Stretch, b: Stretch) => a.startMs < b.endMs && b.startMs < a.endMs;
/** Told independently: for each moment, how many are under way. */
const mostAtOnce = (all: readonly Stretch[]) =>
  Math.max(0, ...all.map(({ startMs }) => all.filter((s) => s.startMs <= startMs && startMs < s.endMs).length));
/** Those that are reached from one by overlaps. */
function chainOf(all: readonly Stretch[], first: number): readonly number[] {
  const chain = new Set([first]);
  for (let grew = true; grew;) {
    const more = all.flatMap((s, i) => (!chain.has(i) && [...chain].some((c) => overlap(all[c]!, s)) ? [i] : []));
    more.forEach((index) => chain.add(index));
    grew = more.length > 0;
  }
  return [...chain];
}

describe('work at the same time is drawn side by side', () => {
  test('none covers another, in as few columns as can be, and each chain shares one width', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const places = sideBySide(all);
        expect(places).toHaveLength(all.length);
        all.forEach((stretch, i) => {
          const { column, columns } = places[i]!;
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThan(columns);
          all.forEach((other, j) => {
            if (i !== j && overlap(stretch, other)) expect(places[j]!.column).not.toBe(column);
          });
          const chain = chainOf(all, i);
          expect(new Set(chain.map((index) => places[index]!.columns))).toEqual(new Set([columns]));
          expect(columns).toBe(mostAtOnce(chain.map((index) => all[index]!)));
        });
      }),
    );
  });

  test('one that ends when the next begins leaves it the whole width', () => {
    expect(
      sideBySide([
        { startMs: 0, endMs: 10 },
        { startMs: 10, endMs: 20 },
      ]),
    ).toEqual([
      { column: 0, columns: 1 },
      { column: 0, columns: 1 },
    ]);
  });
});
