import { describe, expect, it } from 'vitest';
import { isValidOn, MOST_BY_ID, takeDue, turnsOf, withTurns } from './turns';

const TODAY = '2026-11-22';

describe('validity', () => {
  it.each([
    [null, null, true],
    ['2026-11-22', '2026-11-22', true],
    ['2026-11-23', null, false],
    [null, '2026-11-21', false],
  ])('from %s until %s holds today: %s', (StartDate, EndDate, expected) => {
    expect(isValidOn({ StartDate, EndDate }, TODAY)).toBe(expected);
  });

  it.each([
    ['2026-11-23', null, ['2026-11-23']],
    ['2026-11-22', null, []],
    [null, '2026-11-22', ['2026-11-23']],
    [null, '2026-12-31', ['2027-01-01']],
    [null, '2026-11-21', []],
    ['2026-12-01', '2026-12-31', ['2026-12-01', '2027-01-01']],
  ])('from %s until %s turns on %j', (StartDate, EndDate, days) => {
    expect(turnsOf('a', { StartDate, EndDate }, TODAY).map(({ day }) => day)).toEqual(days);
  });
});

describe('turns', () => {
  it('are due on their day and later, each once', () => {
    const turns = withTurns({}, [
      { id: 'a', day: '2026-11-23' },
      { id: 'a', day: '2026-11-23' },
      { id: 'b', day: '2026-11-25' },
    ]);
    expect(takeDue(turns, TODAY)).toEqual({ ids: [], rest: turns });
    expect(takeDue(turns, '2026-11-24')).toEqual({ ids: ['a'], rest: { '2026-11-25': ['b'] } });
    expect(takeDue(turns, '2027-01-01')).toEqual({ ids: ['a', 'b'], rest: {} });
  });

  it('of a price list that ends on one day make all be read again, instead of filling the mark', () => {
    const many = Array.from({ length: MOST_BY_ID + 1 }, (_, index) => ({ id: String(index), day: '2026-12-31' }));
    const turns = withTurns({}, many);
    expect(turns).toEqual({ '2026-12-31': null });
    expect(takeDue(withTurns(turns, [{ id: 'x', day: '2026-12-31' }]), '2026-12-31').ids).toBeNull();
  });

  it('keep the nearest days when there are too many', () => {
    const days = Array.from({ length: 90 }, (_, index) => ({
      id: 'a',
      day: new Date(Date.UTC(2027, 0, 90 - index)).toISOString().slice(0, 10),
    }));
    const kept = Object.keys(withTurns({}, days));
    expect(kept).toHaveLength(60);
    expect(kept[0]).toBe('2027-01-01');
  });
});
