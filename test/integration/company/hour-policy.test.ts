import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HourPolicy } from '../../../preload/contract/hour-policy';
import { must } from './test-company';
import { SnelstartCompany } from './snelstart-company';

let test: SnelstartCompany;
beforeEach(async () => {
  test = await SnelstartCompany.open();
});
afterEach(() => test.close());
const calls = () => test.company.calls;

const quarters = { stepMinutes: 15, direction: 'up', minimumMinutes: 0 } as const;
const inQuarters: HourPolicy = { work: quarters, travel: quarters };

/** A work order on which an hour and ten minutes were worked. */
const workedOrder = () =>
  test.readyWorkOrder({
    times: [40, 30].map((minutes) => ({
      employeeId: null,
      kind: 'work',
      date: '2026-11-22',
      startMinute: null,
      minutes,
      note: '',
    })),
  });

async function hoursInPreview(id: number): Promise<readonly string[]> {
  const preview = must(await calls()['work-orders:preview'](id));
  if (preview.kind !== 'document') throw new Error(`Preview is ${preview.kind}`);
  return preview.request.lines.map(({ quantity }) => quantity);
}

it('counts for what is built from then on, on the sum of a work order, and never for what was frozen', async () => {
  await test.link();
  const [work = ''] = test.simulator.control.books
    .articles()
    .filter((article) => !article.inactive)
    .map((article) => article.code);
  await test.save({ workArticle: work });
  await test.pull();
  const before = await workedOrder();
  const after = await workedOrder();
  await calls()['work-orders:archive']([before]);
  await test.company.settle(15_000, () => undefined);
  expect(await hoursInPreview(after), 'as the manuals').toEqual(['1.17']);

  must(await calls()['company-settings:save']({ hourPolicy: inQuarters }));
  expect((await calls()['company-settings:get']()).hourPolicy).toEqual(inQuarters);
  expect(await hoursInPreview(after)).toEqual(['1.25']);
  await calls()['work-orders:archive']([after]);
  await test.company.settle(15_000, () => undefined);

  expect(test.simulator.control.documents().map(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual([
    ['1.17'],
    ['1.25'],
  ]);
  const archived = found(await calls()['work-orders:get'](before));
  const entry = found(await calls()['queue:get'](found(archived.queueEntryId)));
  expect(entry.document?.lines).toMatchObject([{ minutes: 70, quantity: '1.17' }]);
});

function found<T>(value: T | null): T {
  if (value === null) throw new Error('It is not there');
  return value;
}
