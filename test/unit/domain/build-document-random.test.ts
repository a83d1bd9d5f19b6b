import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WorkOrderForDocument } from '../../../main/db/store';
import { buildDocument } from '../../../main/domain/build-document';
import { HOUR_STEPS, type HourRule } from '../../../preload/contract/hour-policy';

const amount = (places: number) =>
  fc
    .integer({ min: -99_999_999, max: 99_999_999 })
    .map((whole) => new Decimal(whole).dividedBy(10 ** places).toFixed());
const price = fc.option(amount(5));
const rate = fc.option(fc.constantFrom('0', '6', '9', '12', '21'));
const rule: fc.Arbitrary<HourRule> = fc.record({
  stepMinutes: fc.constantFrom(...HOUR_STEPS),
  direction: fc.constantFrom('up', 'nearest'),
  minimumMinutes: fc.integer({ min: 0, max: 480 }),
});
const article = fc.record({ unitPrice: price, vatRate: rate });
const minutes = fc.integer({ min: 0, max: 12_000 });

const job = fc.record({
  workMinutes: minutes,
  travelMinutes: minutes,
  hourPolicy: fc.record({ work: rule, travel: rule }),
  work: fc.option(article),
  travel: fc.option(article),
  standard: fc.option(article),
  booked: fc.array(fc.record({ article, quantity: amount(3), priceOverride: price }), { maxLength: 6 }),
});
type Job = typeof job extends fc.Arbitrary<infer J> ? J : never;
type Line = readonly [quantity: string, unitPrice: string | null, vatRate: string | null];

const inFull = (code: string, prices: { readonly unitPrice: string | null; readonly vatRate: string | null }) => ({
  id: 1,
  externalId: code,
  code,
  description: code,
  unit: 'st',
  active: true,
  extra: null,
  ...prices,
});

function documentOf({ workMinutes, travelMinutes, hourPolicy, work, travel, standard, booked }: Job) {
  const workOrder: WorkOrderForDocument = {
    id: 1,
    number: '1042',
    version: 1,
    status: 'ready',
    description: 'Werk',
    customerReference: '',
    customer: { externalId: 'c', number: '1', name: 'Jansen', active: true, extra: null },
    workAddress: null,
    employee: null,
    hasForms: false,
    workMinutes,
    travelMinutes,
    articles: booked.map(({ article: one, ...line }, index) => ({
      ...inFull(`A${index}`, one),
      ...line,
      descriptionOverride: null,
    })),
    nextRevision: 1,
    workDay: null,
    maybeSent: false,
  };
  const named = { workArticle: work, travelArticle: travel, standardArticle: standard };
  const set = Object.entries(named).flatMap(([key, one]) => (one === null ? [] : [[key, one] as const]));
  return buildDocument({
    workOrder,
    // The description alone makes a document, so that there always is one.
    settings: { firstLineDescription: true, ...Object.fromEntries(set.map(([key]) => [key, key])) },
    hourPolicy,
    settingArticles: new Map(set.map(([key, one]) => [key, inFull(key, one)])),
    markerTag: 'TEST01',
    archivedAtMs: 0,
  });
}

/** Hours of a sum of minutes in exact decimals, written from the rules of the product. */
function hoursIn(total: number, { stepMinutes, direction, minimumMinutes }: HourRule): Decimal {
  if (total === 0) return new Decimal(0);
  const step = new Decimal(stepMinutes ?? 1);
  const steps = new Decimal(total).dividedBy(step);
  const rounded = steps.toDecimalPlaces(0, direction === 'up' ? Decimal.ROUND_CEIL : Decimal.ROUND_HALF_UP).times(step);
  return Decimal.max(rounded, minimumMinutes).dividedBy(60).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function linesOf({ workMinutes, travelMinutes, hourPolicy, work, travel, standard, booked }: Job): readonly Line[] {
  const time = (total: number, of: HourRule, one: Job['work']): readonly Line[] => {
    const hours = hoursIn(total, of);
    return one === null || hours.isZero() ? [] : [[hours.toFixed(), one.unitPrice, one.vatRate]];
  };
  return [
    ...time(workMinutes, hourPolicy.work, work),
    ...time(travelMinutes, hourPolicy.travel, travel),
    ...booked.map(({ article: one, quantity, priceOverride }): Line => [
      quantity,
      priceOverride ?? one.unitPrice,
      one.vatRate,
    ]),
    ...(standard === null ? [] : [['1', standard.unitPrice, standard.vatRate] as const]),
  ];
}

const cents = (value: Decimal): Decimal => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).plus(0);
const sum = (values: readonly Decimal[]): Decimal => values.reduce((one, other) => one.plus(other), new Decimal(0));

it('every line and total of any work order is what exact decimals say', () => {
  fc.assert(
    fc.property(job, (some) => {
      const outcome = documentOf(some);
      if (outcome.kind !== 'document') throw new Error(JSON.stringify(outcome));
      const { lines, totals } = outcome.document;
      const expected = linesOf(some);
      const charged = lines.filter(({ kind }) => kind !== 'work-description');
      expect(charged.map((line) => [line.quantity, line.unitPrice, line.vatRate])).toEqual(expected);

      const amounts = expected.map(([quantity, unitPrice]) =>
        unitPrice === null ? null : cents(new Decimal(quantity).times(unitPrice)),
      );
      expect(charged.map(({ totalExclVat }) => totalExclVat)).toEqual(amounts.map((one) => one?.toFixed(2) ?? null));
      const known = amounts.filter((one) => one !== null);
      if (known.length < amounts.length) {
        expect(totals).toEqual({ exclVat: null, vat: null, inclVat: null });
        return;
      }
      const exclVat = sum(known);
      expect(totals.exclVat).toBe(exclVat.toFixed(2));

      const rates = expected.map(([, , vatRate]) => vatRate);
      if (rates.includes(null)) {
        expect([totals.vat, totals.inclVat]).toEqual([null, null]);
        return;
      }
      const vat = [...new Set(rates)].map((one) => {
        const base = sum(known.filter((_, index) => rates[index] === one));
        return cents(base.times(one ?? 0).dividedBy(100));
      });
      expect(totals.inclVat).toBe(exclVat.plus(sum(vat)).toFixed(2));
    }),
    { numRuns: 500 },
  );
});
