import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  billedHours,
  billedMinutes,
  DEFAULT_HOUR_POLICY,
  HOUR_STEPS,
  hourPolicy,
  hoursOf,
  MOST_MINIMUM_MINUTES,
  type HourRule,
} from '../../../preload/contract/hour-policy';

const rules: fc.Arbitrary<HourRule> = fc.record({
  stepMinutes: fc.constantFrom(...HOUR_STEPS),
  direction: fc.constantFrom('up', 'nearest'),
  minimumMinutes: fc.integer({ min: 0, max: MOST_MINIMUM_MINUTES }),
});
const booked = fc.integer({ min: 1, max: 100_000 });

/** The rule once more in exact decimals, written from its description. */
function inDecimals(minutes: number, { stepMinutes, direction, minimumMinutes }: HourRule): Decimal {
  const steps = new Decimal(minutes).dividedBy(stepMinutes ?? 1);
  const whole = steps.toDecimalPlaces(0, direction === 'up' ? Decimal.ROUND_UP : Decimal.ROUND_HALF_UP);
  const rounded = stepMinutes === null ? new Decimal(minutes) : whole.times(stepMinutes);
  return Decimal.max(rounded, minimumMinutes);
}

describe('hours on a document', () => {
  it.each([
    [15, '0.25'],
    [120, '2'],
    [0, '0'],
    [1, '0.02'],
    [7, '0.12'],
    [10, '0.17'],
    [20, '0.33'],
    [50, '0.83'],
    [6_000, '100'],
  ])('%i minutes are %s hours', (minutes, hours) => {
    expect(hoursOf(minutes)).toBe(hours);
  });

  it('agree with exact decimals for any number of minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (minutes) => {
        const exact = new Decimal(minutes).dividedBy(60).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        expect(hoursOf(minutes)).toBe(exact.toFixed());
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuse %d as a number of minutes', (minutes) => {
    expect(() => hoursOf(minutes)).toThrow('Not a number of minutes');
    expect(() => billedMinutes(minutes, DEFAULT_HOUR_POLICY.work)).toThrow('Not a number of minutes');
  });
});

describe('the hour policy', () => {
  it.each([
    [70, 15, 'up', 0, 75],
    [75, 15, 'up', 0, 75],
    [67, 15, 'nearest', 0, 60],
    [68, 15, 'nearest', 0, 75],
    [15, 30, 'nearest', 0, 30],
    [3, 6, 'nearest', 0, 6],
    [2, 6, 'nearest', 0, 0],
    [2, 6, 'nearest', 30, 30],
    [10, 30, 'up', 45, 45],
    [46, 30, 'up', 45, 60],
    [70, null, 'up', 0, 70],
    [10, null, 'nearest', 45, 45],
    [0, 15, 'up', 60, 0],
  ] as const)('%i minutes by %s %s, at least %i, count for %i', (minutes, stepMinutes, direction, minimum, counted) => {
    expect(billedMinutes(minutes, { stepMinutes, direction, minimumMinutes: minimum })).toBe(counted);
  });

  it('agrees with exact decimals for any rule', () => {
    fc.assert(
      fc.property(booked, rules, (minutes, rule) => {
        const exact = inDecimals(minutes, rule);
        expect(billedMinutes(minutes, rule)).toBe(exact.toNumber());
        const hours = exact.dividedBy(60).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        expect(billedHours(minutes, rule)).toBe(hours.toFixed());
      }),
    );
  });

  it('never counts less than the minimum, nor less than was booked when it rounds up', () => {
    fc.assert(
      fc.property(booked, rules, (minutes, rule) => {
        expect(billedMinutes(minutes, rule)).toBeGreaterThanOrEqual(rule.minimumMinutes);
        expect(billedMinutes(minutes, { ...rule, direction: 'up' })).toBeGreaterThanOrEqual(minutes);
      }),
    );
  });

  it('never counts more for less work', () => {
    fc.assert(
      fc.property(booked, fc.nat(500), rules, (minutes, more, rule) => {
        expect(billedMinutes(minutes, rule)).toBeLessThanOrEqual(billedMinutes(minutes + more, rule));
      }),
    );
  });

  it('stays within a step of what was booked, the minimum apart', () => {
    fc.assert(
      fc.property(booked, rules, (minutes, rule) => {
        const counted = billedMinutes(minutes, { ...rule, minimumMinutes: 0 });
        expect(Math.abs(counted - minutes)).toBeLessThan(rule.stepMinutes ?? 1);
      }),
    );
  });

  it('is that of the manuals until the company chooses: nothing but the hours is rounded', () => {
    fc.assert(
      fc.property(booked, (minutes) => {
        for (const rule of Object.values(DEFAULT_HOUR_POLICY))
          expect(billedHours(minutes, rule)).toBe(hoursOf(minutes));
      }),
    );
  });

  it.each([
    { stepMinutes: 7 },
    { stepMinutes: 0 },
    { direction: 'down' },
    { minimumMinutes: -1 },
    { minimumMinutes: 481 },
  ])('takes no rule with %o', (change) => {
    const rule = { ...DEFAULT_HOUR_POLICY.work, ...change };
    expect(hourPolicy.safeParse({ ...DEFAULT_HOUR_POLICY, work: rule }).success).toBe(false);
  });
});
