import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CompanyCalls } from '../../../main/company/company';
import type { KeptFirstRun } from '../../../main/ports';
import { createFirstRun, type FirstRunFollower } from '../../../main/practice/first-run';
import { SnelstartCompany } from './snelstart-company';
import { draft, must } from './test-company';

let office: SnelstartCompany;
let kept: KeptFirstRun;
let firstRun: FirstRunFollower;
/** As the screens call. */
let calls: CompanyCalls;

const follow = (): void => {
  firstRun = createFirstRun({
    company: office.company,
    read: () => kept,
    save: (next) => {
      kept = next;
    },
    onBug: (error) => office.logger.bug('test', error),
  });
  calls = firstRun.watch(office.company.calls);
};
const done = async () => (await firstRun.get()).done;

beforeEach(async () => {
  office = await SnelstartCompany.open();
  kept = { done: [], putAway: false, blocked: [] };
  follow();
});
afterEach(async () => {
  firstRun.stop();
  await office.close();
});

it('follows what was really done, from the first link to a failure that was mended', async () => {
  expect(await done()).toEqual([]);
  await office.link();
  expect(await office.save({ workArticle: 'ARBEID' })).toEqual([]);
  await office.pull();
  expect(await done(), 'the first pull was not asked for').toEqual(['activate']);

  const everything = { resources: ['customers'] as const, cleanUp: false };
  must(await office.company.run(everything, 'manual'));
  expect(await done()).toEqual(['activate', 'synchronise']);

  const { rows } = await calls['customers:list']({ search: '', offset: 0, limit: 10 });
  const [customer] = rows;
  await calls['customers:get'](customer!.id);
  expect((await done()).at(-1)).toBe('customer');

  const times = [
    { employeeId: null, kind: 'work' as const, date: '2026-11-20', startMinute: null, minutes: 60, note: '' },
  ];
  const made = must(await calls['work-orders:create'](draft({ customerId: customer!.id, times })));
  expect((await done()).at(-1)).toBe('work-order');
  must(await calls['work-orders:report-ready'](made.id));
  expect((await done()).at(-1)).toBe('ready');
  await calls['work-orders:archive']([made.id]);
  await office.company.settle(30_000, () => undefined);
  expect((await done()).at(-1)).toBe('archive');

  const { rows: queue } = await calls['queue:list']({ search: '', offset: 0, limit: 10 });
  await calls['queue:get'](queue[0]!.id);
  expect((await done()).at(-1)).toBe('document');

  const stray = must(await calls['work-orders:create'](draft({ customerId: null, times })));
  must(await calls['work-orders:report-ready'](stray.id));
  await calls['work-orders:archive']([stray.id]);
  expect(await done(), 'it is blocked').not.toContain('mend');
  const [blocked] = (await calls['queue:list']({ search: '', offset: 0, limit: 10, states: ['blocked'] })).rows;

  // The app ends and starts again in between.
  firstRun.stop();
  follow();
  must(await calls['queue:take-back'](blocked!.id));
  const { version } = (await calls['work-orders:get'](stray.id))!;
  must(await calls['work-orders:save']({ id: stray.id, version, draft: draft({ customerId: customer!.id, times }) }));
  await calls['work-orders:archive']([stray.id]);
  await office.company.settle(30_000, () => undefined);
  expect(await done()).toHaveLength(8);
}, 60_000);

it('opening a work order does not count as looking at its customer', async () => {
  await office.link();
  expect(await office.save({})).toEqual([]);
  await office.pull();
  const [customer] = (await office.company.calls['customers:list']({ search: '', offset: 0, limit: 1 })).rows;
  await calls['customers:get'](customer!.id);
  expect(await done()).not.toContain('customer');
}, 60_000);

it('is put away until it is asked for again', async () => {
  await firstRun.putAway(true);
  expect(await firstRun.get()).toMatchObject({ putAway: true });
  await firstRun.putAway(false);
  expect(await firstRun.get()).toMatchObject({ putAway: false });
});
