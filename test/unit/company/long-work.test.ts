import { beforeEach, describe, expect, it } from 'vitest';
import type { Company } from '../../../main/company/company';
import { createCompanyEvents } from '../../../main/company/events';
import { createLongWorks, type LongWorks } from '../../../main/company/long-work';
import { createLongWorkCalls } from '../../../main/company/page-work';
import { showRuns } from '../../../main/company/run-as-long-work';
import { showTaskbarProgress, taskbarProgress } from '../../../main/platform/taskbar-progress';
import type { LongWork } from '../../../preload/contract/long-work';
import type { SyncProgress, SyncStatus } from '../../../preload/contract/views';
import { FakeTime } from '../../fakes/fake-time';

let time: FakeTime;
let told: (readonly LongWork[])[];
let works: LongWorks;
beforeEach(() => {
  time = new FakeTime();
  told = [];
  works = createLongWorks({ time, tell: (now) => void told.push(now) });
});

describe('work', () => {
  it('that is over soon shows nowhere', async () => {
    const work = works.begin('export');
    work.report(10, 10);
    await time.advance(1_900);
    work.end();
    await time.advance(5_000);
    expect(told).toEqual([]);
    expect(time.waiting).toBe(0);
  });

  it('that takes long tells how far it is, how fast it goes and how long it will take', async () => {
    const work = works.begin('import', { about: 'week 48.xlsx', cancel: () => undefined });
    work.report(100, 400);
    await time.advance(10_000);
    expect(works.list()).toEqual([
      {
        id: 'import-1',
        kind: 'import',
        about: 'week 48.xlsx',
        table: null,
        done: 100,
        total: 400,
        perMinute: 600,
        timeLeftMs: 30_000,
        canPause: false,
        canCancel: true,
      },
    ]);
    work.end();
    expect(told.at(-1)).toEqual([]);
  });

  it('tells four times a second at most, and always how it stands in the end', async () => {
    const work = works.begin('export');
    await time.advance(3_000);
    told = [];
    for (let done = 1; done <= 100; done += 1) {
      work.report(done, 100);
      await time.advance(10);
    }
    await time.advance(1_000);
    expect(told.length).toBeLessThanOrEqual(5);
    expect(told.at(-1)?.[0]).toMatchObject({ done: 100, total: 100 });
  });

  it('is stopped where it can be, by its own id', async () => {
    let stops = 0;
    works.begin('export', { cancel: () => (stops += 1) });
    works.begin('archive');
    await time.advance(3_000);
    const [exporting, archiving] = works.list();
    expect(works.cancel(exporting?.id ?? '')).toBe(true);
    expect(works.cancel(archiving?.id ?? '')).toBe(false);
    expect(works.pause(exporting?.id ?? '')).toBe(false);
    expect(works.cancel('gone')).toBe(false);
    expect(stops).toBe(1);
  });
});

describe('a run', () => {
  const progress = (given: Partial<SyncProgress>): SyncProgress => ({
    runId: 1,
    trigger: 'first',
    resource: 'customers',
    done: 0,
    total: null,
    perSecond: 0,
    secondsLeft: null,
    finished: false,
    ...given,
  });

  it('is one piece of work, with the table that it is at, until the link is at rest', async () => {
    const events = createCompanyEvents(() => undefined);
    const asked: string[] = [];
    showRuns(events, works, { pause: () => asked.push('pause'), cancel: () => asked.push('cancel') });
    events.tell('sync:progress', progress({ done: 50, total: 200 }));
    await time.advance(2_500);
    events.tell('sync:progress', progress({ resource: 'articles', done: 5, total: 10 }));
    expect(works.list()).toMatchObject([{ kind: 'first-pull', table: 'articles', done: 5, total: 10, canPause: true }]);
    works.pause(works.list()[0]?.id ?? '');
    expect(asked).toEqual(['pause']);

    events.tell('sync:progress', progress({ resource: 'delivery', done: 1, total: 90 }));
    await time.advance(2_500);
    expect(works.list()).toMatchObject([{ kind: 'delivery', table: null }]);
    events.tell('sync:status', { connection: 'idle' } as SyncStatus);
    expect(works.list()).toEqual([]);
  });
});

it('what a page told of ends when another page starts', async () => {
  const calls = createLongWorkCalls(works);
  await calls['work:report']({ done: 25, total: 100 });
  await time.advance(2_500);
  expect(works.list()).toMatchObject([{ kind: 'archive', done: 25, total: 100 }]);
  expect(await calls['work:list']()).toEqual([]);
});

describe('the bar in the taskbar', () => {
  const work = (done: number, total: number | null) => ({ done, total }) as LongWork;
  it.each([
    ['is not there without work', [], -1],
    ['is full to the share that is done', [work(1, 4)], 0.25],
    ['counts each piece as much', [work(1, 2), work(0, 1_000)], 0.25],
    ['moves without an end while nobody knows it', [work(1, 2), work(9, null)], 2],
  ])('%s', (_, works_, share) => {
    expect(taskbarProgress(works_)).toBe(share);
  });

  it('follows every company, also one that is opened later', () => {
    const shown: number[] = [];
    const [first, second] = [createCompanyEvents(() => undefined), createCompanyEvents(() => undefined)];
    const company = (id: string, { on }: typeof first) => ({ id, on }) as Company;
    let opened: ((one: Company) => void) | undefined;
    const stop = showTaskbarProgress(
      {
        allOpened: () => [company('first', first)],
        onOpened: (tell) => {
          opened = tell;
          return () => undefined;
        },
      },
      { setProgressBar: (share) => void shown.push(share), isDestroyed: () => false },
    );
    first.tell('work:progress', [work(1, 2)]);
    opened?.(company('second', second));
    second.tell('work:progress', [work(0, 10)]);
    first.tell('work:progress', []);
    second.tell('work:progress', []);
    expect(shown).toEqual([0.5, 0.25, 0, -1]);
    stop();
    second.tell('work:progress', [work(1, 2)]);
    expect(shown).toHaveLength(4);
  });
});
