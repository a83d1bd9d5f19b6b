import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveCheck } from '../../../preload/contract/archiving';
import { MOST_TOGETHER } from '../../../preload/contract/archiving';
import { groupsOf, sentOf, totalOf, withoutStopped } from '../../../renderer/views/archiving/archive-groups';

const check = (id: number, togetherKey: string | null, total: string | null = '10.00'): ArchiveCheck => ({
  id,
  number: String(1000 + id),
  status: 'ready',
  customerName: 'Klant',
  findings: [],
  isSent: true,
  document: { totalExclVat: total, lines: 1, pdfs: 0 },
  togetherKey,
});
const NONE: ReadonlySet<number> = new Set();
const idsOf = (checks: readonly ArchiveCheck[], apart = NONE) =>
  groupsOf(checks, new Set(checks.map(({ id }) => id)), apart).map((group) => group.map(({ id }) => id));

describe('what becomes one document', () => {
  it('has one key, in the order of the numbers; what has none or is apart stands alone', () => {
    const checks = [check(4, 'a'), check(1, 'a'), check(2, null), check(3, 'b'), check(5, 'a')];
    expect(idsOf(checks)).toEqual([[1, 4, 5], [2], [3]]);
    expect(idsOf(checks, new Set([4]))).toEqual([[1, 5], [2], [3], [4]]);
  });

  it('holds each work order that was chosen exactly once, and never more than a document takes', () => {
    const keys = fc.array(fc.constantFrom('a', 'b', null), { maxLength: 200 });
    fc.assert(
      fc.property(keys, fc.infiniteStream(fc.boolean()), (drawn, choices) => {
        const checks = drawn.map((key, index) => check(index + 1, key));
        const chosen = new Set(checks.map(({ id }) => id).filter(() => choices.next().value === true));
        const groups = groupsOf(checks, chosen, NONE);
        expect(
          groups
            .flat()
            .map(({ id }) => id)
            .sort((a, b) => a - b),
        ).toEqual([...chosen].sort((a, b) => a - b));
        for (const group of groups) {
          expect(group.length).toBeLessThanOrEqual(MOST_TOGETHER);
          expect(new Set(group.map(({ togetherKey }) => togetherKey)).size).toBe(1);
        }
      }),
    );
  });

  it('comes to the sum of all, or to nothing known', () => {
    const checks = [check(1, 'a', '0.10'), check(2, 'a', '0.20')];
    expect(totalOf(groupsOf(checks, new Set([1, 2]), NONE))).toBe('0.30');
    expect(totalOf(groupsOf([...checks, check(3, null, null)], new Set([1, 2, 3]), NONE))).toBeNull();
  });

  it('counts nothing that is held back', () => {
    const heldBack = { ...check(3, null, null), isSent: false };
    const groups = groupsOf([check(1, null), heldBack], new Set([1, 3]), NONE);
    expect([sentOf(groups).length, totalOf(groups)]).toEqual([1, '10.00']);
  });

  it('leaves out what is stopped', () => {
    const stopped: ArchiveCheck = {
      ...check(2, null),
      findings: [{ severity: 'stops', problem: { kind: 'blocked', code: 'no-customer', params: {} }, place: null }],
    };
    expect([...withoutStopped([check(1, null), stopped])]).toEqual([1]);
  });
});
