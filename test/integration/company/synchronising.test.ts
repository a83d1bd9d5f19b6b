import { afterEach, beforeEach, expect, it } from 'vitest';
import { settled } from '../../fakes/fake-time';
import { draft, must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());
const calls = () => test.company.calls;

it('shows an unlinked company as such', async () => {
  expect(await calls()['sync:status'](undefined)).toMatchObject({ connection: 'not-linked', package: null, marks: [] });
});

it('starts a run that is asked for without waiting for its end', async () => {
  await test.activate();

  must(await calls()['sync:now']({ resources: ['customers'], cleanUp: true }));

  expect(test.engine.runs.at(-1)).toMatchObject({
    trigger: 'manual',
    request: { resources: ['customers'], cleanUp: true },
  });
});

it('logs a bug in a run that nobody waits for', async () => {
  await test.activate();
  test.engine.breakNextRun(new Error('a bug'));

  must(await calls()['sync:now']({ resources: ['customers'], cleanUp: false }));
  await settled();

  expect(test.logger.bugs.splice(0)).toEqual([new Error('a bug')]);
});

it('pauses: stops what is running, remembers it, and tells the screens', async () => {
  await test.activate();
  test.engine.told.length = 0;
  const paused: boolean[] = [];
  test.company.on('sync:status', (status) => paused.push(status.pausedByUser));

  must(await calls()['sync:pause']({ paused: true }));
  expect(test.engine.told).toEqual(['cancel']);
  expect(test.settings.pausedByUser()).toBe(true);

  must(await calls()['sync:pause']({ paused: false }));
  expect(test.engine.told).toEqual(['cancel', 'wake']);
  expect(paused).toEqual([true, false]);
});

it('shows counts, queue and what asks for attention together', async () => {
  await test.activate();
  test.pull(['1001'], ['REIS', 'ARBEID']);
  const { id } = must(await calls()['work-orders:create'](draft()));
  must(await calls()['work-orders:report-ready'](id));
  await calls()['work-orders:archive']([id]);

  const overview = await calls()['overview:get'](undefined);

  expect(overview).toMatchObject({
    sync: { connection: 'idle', administrationName: 'Jansen Installaties' },
    counts: { customers: 1, articles: 2, planned: 0, ready: 0, archived: 1 },
    queue: { blocked: 1, waiting: 0 },
    attention: [{ level: 'error', table: 'workOrder' }],
  });
  expect(overview.queue).not.toHaveProperty('withdrawn');
});

it('goes on with the active integration after a restart, and recovers first', async () => {
  await test.activate();
  const before = test.engine;

  await test.restart();

  expect(before.stopped).toBe(true);
  expect(test.engine.told).toEqual(['recover', 'startSchedule']);
  expect(test.engine.runs).toEqual([]);
});

it('refuses a second employee of the same name', async () => {
  must(await calls()['employees:add']({ name: ' Piet ' }));
  expect(await calls()['employees:add']({ name: 'Piet' })).toMatchObject({ problem: { code: 'employee-exists' } });
  expect(await calls()['employees:add']({ name: '  ' })).toMatchObject({ problem: { code: 'employee-without-name' } });
});

it('refuses a planned end that is before its start, when making and when changing a work order', async () => {
  const wrong = draft({ plannedStartAtMs: 2_000, plannedEndAtMs: 1_000 });
  expect(await calls()['work-orders:create'](wrong)).toMatchObject({ problem: { code: 'planned-end-before-start' } });
  const { id, version } = must(await calls()['work-orders:create'](draft({ plannedStartAtMs: 1, plannedEndAtMs: 1 })));
  expect(await calls()['work-orders:save']({ id, version, draft: wrong })).toMatchObject({
    problem: { code: 'planned-end-before-start' },
  });
});
