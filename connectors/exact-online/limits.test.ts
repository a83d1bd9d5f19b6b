import { describe, expect, it } from 'vitest';
import { limitProblem, reserveProblem } from './limits';

const NOW_MS = Date.UTC(2026, 10, 22, 10, 0, 37);
const at = (ms: number): string => String(NOW_MS + ms);
const answer = (status: number, headers: Record<string, string>) => ({ status, headers, body: '' });

describe('a limit that was hit', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['tells nothing', {}, undefined],
    ['tells when the minute is over', { 'x-ratelimit-minutely-remaining': '0', 'x-ratelimit-minutely-reset': at(23_000) }, 23_000], // prettier-ignore
    ['tells when the day is over', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(3_600_000) }, 3_600_000],
    ['tells a moment that is past', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(-5) }, 60_000],
    ['tells a moment far ahead, because a clock is wrong', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(9e9) }, 86_400_000], // prettier-ignore
    ['tells no moment', { 'x-ratelimit-minutely-remaining': '0' }, 60_000],
    [
      'has a Retry-After too',
      { 'retry-after': '7', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(9000) },
      7000,
    ],
    ['has room left: too many errors', { 'x-ratelimit-remaining': '10', 'x-ratelimit-reset': at(9000) }, 900_000],
  ])('%s', (_what, headers, expected) => {
    expect(limitProblem(answer(429, headers), NOW_MS)).toMatchObject({ kind: 'rate-limited' });
    expect(limitProblem(answer(429, headers), NOW_MS).retryAfterMs).toBe(expected);
  });

  it('says when it is that of the day, because that takes hours', () => {
    const day = answer(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(9000) });
    expect(limitProblem(day, NOW_MS).code).toBe('day-limit');
    const minute = answer(429, { 'x-ratelimit-minutely-remaining': '0', 'x-ratelimit-minutely-reset': at(9000) });
    expect(limitProblem(minute, NOW_MS).code).toBe('rate-limited');
  });
});

describe('the reserve', () => {
  it('is untouched while there is enough, and when the answer does not tell', () => {
    const enough = { 'x-ratelimit-minutely-remaining': '4' };
    expect(reserveProblem(answer(200, enough), NOW_MS)).toBeNull();
    // Only the limits of the minute come when the minute is nearly spent.
    expect(reserveProblem(answer(200, {}), NOW_MS)).toBeNull();
  });

  it('of the minute is waited out', () => {
    const minute = { 'x-ratelimit-minutely-remaining': '3', 'x-ratelimit-minutely-reset': at(8000) };
    expect(reserveProblem(answer(200, minute), NOW_MS)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 8000 });
  });
});
