import { describe, expect, it } from 'vitest';
import { toFilter } from '../../../renderer/views/log/log-store';

const utc = (text: string): number => Date.parse(text);
const ALL = { level: 'all', table: 'all', text: '', fromDay: null, toDay: null, run: null } as const;

describe('the log of today', () => {
  it.each([
    ['just after midnight', '2026-11-22T23:10:00Z', '2026-11-22T23:00:00Z'],
    ['just before midnight', '2026-11-22T22:50:00Z', '2026-11-21T23:00:00Z'],
    ['the day that lasts 23 hours', '2026-03-29T21:30:00Z', '2026-03-28T23:00:00Z'],
    ['the day that lasts 25 hours', '2026-10-25T22:30:00Z', '2026-10-24T22:00:00Z'],
  ])('%s begins at midnight of the office', (_, now, from) => {
    expect(toFilter({ ...ALL, period: 'today' }, utc(now)).fromMs).toBe(utc(from));
  });

  it('and of a week and a month back counts whole days over the change of the clock', () => {
    expect(toFilter({ ...ALL, period: 'week' }, utc('2026-03-30T10:00:00Z')).fromMs).toBe(utc('2026-03-23T23:00:00Z'));
    expect(toFilter({ ...ALL, period: 'month' }, utc('2026-11-05T10:00:00Z')).fromMs).toBe(utc('2026-10-06T22:00:00Z'));
  });

  it('of days that one chooses is from the first midnight to the last, also over the change of the clock', () => {
    const own = { ...ALL, period: 'own', fromDay: '2026-10-25', toDay: '2026-10-25' } as const;
    expect(toFilter(own, utc('2026-11-05T10:00:00Z'))).toEqual({
      fromMs: utc('2026-10-24T22:00:00Z'),
      toMs: utc('2026-10-25T23:00:00Z') - 1,
    });
    expect(toFilter({ ...own, toDay: null }, 0)).toEqual({ fromMs: utc('2026-10-24T22:00:00Z') });
  });

  it('is that of one run when that was chosen', () => {
    const run = { id: 7, startedAtMs: 0 };
    expect(toFilter({ ...ALL, period: 'all', run }, 0)).toEqual({ runId: 7 });
  });
});
