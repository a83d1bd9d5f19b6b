import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { originOf } from '../../../main/company/database-trace';
import { backupFiles } from '../../../main/db/backups/backup-folder';
import { restoreBackup } from '../../../main/db/backups/restore-backup';
import { settled } from '../../fakes/fake-time';
import { frozen } from '../db/records';
import { backupsEnded } from './backups-here';
import { draft, must, TestCompany } from './test-company';

const MINUTE_MS = 60_000;

let test: TestCompany;
/** A copy of the database file elsewhere. */
let copy: string;
beforeEach(async () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'simon-copy-'));
  copy = path.join(elsewhere, 'copy.sqlite');
  test = await TestCompany.open();
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  await test.activate();
  test.pull(['1'], ['UUR']);
  test.freezeAs = (id) => ({ state: 'waiting', frozen: frozen(test.store, id) });
});
afterEach(() => test.close());

const calls = () => test.company.calls;
async function archived(): Promise<number> {
  const { id } = must(await calls()['work-orders:create'](draft()));
  must(await calls()['work-orders:report-ready'](id));
  await calls()['work-orders:archive']([id]);
  return test.store.workOrders.get(id)?.queueEntryId ?? 0;
}
/** Sent and booked, as the engine writes it. */
function book(entryId: number): void {
  test.store.queue.sending(entryId, test.time.nowMs());
  const remote = { externalId: 'x', number: '2026-1', marker: '', customerExternalId: 'customer-1' };
  test.store.queue.booked(entryId, { ...remote, totalExclVat: null, totalInclVat: null }, 'booked', test.time.nowMs());
}
const entry = (id: number) => test.store.queue.entry(id);
const warnings = () => test.logged().filter((line) => line.startsWith('warning') || line.startsWith('error'));
const putBack = () => copyFileSync(copy, test.databaseFile);
const takeCopy = () => copyFileSync(test.databaseFile, copy);
const nextNumber = async () => must(await calls()['work-orders:create'](draft())).number;

describe('the file that was here last', () => {
  it('is known after every restart, and nothing is doubted or said', async () => {
    const waiting = await archived();
    await test.restart();
    await test.restart();
    expect(entry(waiting)).toMatchObject({ state: 'waiting' });
    expect(warnings()).toEqual([]);
  });

  it('is known after a crash that left the trace a minute behind', async () => {
    await test.time.advance(5 * MINUTE_MS);
    const before = new Map(test.traces.kept);
    book(await archived());
    const waiting = await archived();
    await test.restart(() => before.forEach((trace, id) => test.traces.kept.set(id, trace)));
    expect(entry(waiting)).toMatchObject({ state: 'waiting' });
    expect(warnings()).toEqual([]);
  });

  it('gets its trace within a minute, so that a file of before is older also after a crash', async () => {
    const { steps } = test.store.info.trace();
    book(await archived());
    await test.time.advance(MINUTE_MS);
    await settled();
    expect(test.traces.kept.get('company-1')?.steps).toBeGreaterThan(steps);
  });
});

describe('an older copy that somebody put back by hand', () => {
  it('is looked up before it sends what was sent since, and the office is told once', async () => {
    const waiting = await archived();
    await test.restart(takeCopy);
    const afterCopy = await nextNumber();
    book(waiting);
    await test.restart(putBack);

    expect(entry(waiting)).toMatchObject({ state: 'unsure', held: false });
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain(
      'Het bestand met gegevens is vervangen door een oudere kopie. Simon staat weer zoals',
    );
    expect(Number(await nextNumber()), 'a number is never given twice').toBeGreaterThan(Number(afterCopy));
    await test.restart();
    expect(warnings()).toHaveLength(1);
  });

  it('doubts also what was not archived yet when the copy was made', async () => {
    const { id } = must(await calls()['work-orders:create'](draft()));
    await test.restart(takeCopy);
    must(await calls()['work-orders:report-ready'](id));
    await calls()['work-orders:archive']([id]);
    await test.restart(putBack);
    must(await calls()['work-orders:report-ready'](id));
    await calls()['work-orders:archive']([id]);
    expect(entry(test.store.workOrders.get(id)?.queueEntryId ?? 0)).toMatchObject({ state: 'unsure' });
  });

  it('of which nothing was sent or numbered since is the same as the newest one', async () => {
    const waiting = await archived();
    await test.restart(takeCopy);
    await test.restart(putBack);
    expect(entry(waiting)).toMatchObject({ state: 'waiting' });
    expect(warnings()).toEqual([]);
  });

  it('is the database without the log that a crash left beside it', async () => {
    const waiting = await archived();
    await test.restart();
    book(waiting);
    await test.time.advance(MINUTE_MS);
    // The main file alone, as it lay there before the log was taken up into it.
    takeCopy();
    await test.restart(putBack);
    expect(entry(waiting)).toMatchObject({ state: 'unsure' });
    expect(warnings()[0]).toContain('oudere kopie');
  });
});

describe('data on another computer', () => {
  it('are looked up first, and the office is told once what to do', async () => {
    const waiting = await archived();
    await test.restart(() => test.traces.kept.clear());
    expect(entry(waiting)).toMatchObject({ state: 'unsure' });
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('Werk op één computer met deze gegevens.');
    await test.restart();
    expect(warnings()).toHaveLength(1);
  });

  it('that come back are doubted here as well', async () => {
    const waiting = await archived();
    await test.restart(takeCopy);
    const here = new Map(test.traces.kept);
    // There.
    await test.restart(() => test.traces.kept.clear());
    book(await archived());
    await test.restart(takeCopy);
    // And back.
    await test.restart(() => {
      putBack();
      here.forEach((trace, id) => test.traces.kept.set(id, trace));
    });
    expect(entry(waiting)).toMatchObject({ state: 'unsure' });
    expect(warnings()[0]).toContain('Simon werkt hier voor het eerst met deze gegevens');
  });
});

describe('a keychain that cannot be reached', () => {
  it('lets everything be looked up first, without a word, and is forgotten when it is there again', async () => {
    const waiting = await archived();
    await test.restart(() => (test.traces.available = false));
    expect(entry(waiting)).toMatchObject({ state: 'unsure' });
    expect(warnings()).toEqual([]);
    const next = await archived();
    expect(entry(next), 'it was made here').toMatchObject({ state: 'waiting' });
    await test.restart(() => (test.traces.available = true));
    expect(entry(next)).toMatchObject({ state: 'waiting' });
    expect(warnings()).toEqual([]);
  });
});

describe('what Simon does by itself', () => {
  it('a backup that it puts back is told as that, and doubted once', async () => {
    const waiting = await archived();
    await test.time.advance(5 * MINUTE_MS);
    await backupsEnded();
    book(waiting);
    const folder = path.join(test.folder, 'backups');
    await test.restart(() => {
      const [newest] = backupFiles(folder);
      restoreBackup({
        database: test.databaseFile,
        folder,
        file: path.join(folder, newest?.name ?? ''),
        nowMs: test.time.nowMs(),
      });
    });
    expect(entry(waiting)).toMatchObject({ state: 'unsure' });
    expect(warnings()).toHaveLength(1);
    expect(test.logged()[0]).toContain('Er is een back-up teruggezet.');
  });

  it('a file that has gone is missed', async () => {
    book(await archived());
    await test.restart(() => rmSync(test.databaseFile));
    expect(warnings()[0]).toContain('Het bestand met gegevens van dit bedrijf was er niet meer.');
    expect(warnings()[0]).toContain('Zet bij Instellingen, Back-ups de nieuwste back-up terug');
  });
});

it('what was never linked can have sent nothing', () => {
  const file = { traceId: 'a', steps: 0, lastWorkOrderNumber: 1_007, wasLinked: false };
  expect(originOf(file, null)).toBe('new');
  expect(originOf({ ...file, wasLinked: true }, null)).toBe('elsewhere');
});
