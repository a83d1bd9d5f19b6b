import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFiles } from '../../../main/db/backups/backup-folder';
import { restoreBackup } from '../../../main/db/backups/restore-backup';
import { FakeTime } from '../../fakes/fake-time';
import { ScriptedPackage } from '../../fakes/scripted-package';
import { backUpNow } from '../db/back-up-now';
import { draft, value } from '../db/records';
import { EngineHarness } from './engine-harness';

const TIMES = [
  { employeeId: null, kind: 'work' as const, date: '2026-11-22', startMinute: null, minutes: 120, note: '' },
];

/** An office with three work orders of a customer that are reported ready, of which there is a backup. */
function office() {
  const time = new FakeTime();
  const books = new ScriptedPackage(time);
  const company = new EngineHarness(books, time);
  company.store.companySettings.save({ combine: 'per-customer' });
  const ids = [1, 2, 3].map(() => {
    const { id } = value(company.store.workOrders.create(draft({ customerId: 1, times: TIMES }), time.nowMs()));
    return value(company.store.workOrders.reportReady(id, time.nowMs())).id;
  });
  const archive = async ([first = 0, ...members]: readonly number[]): Promise<number> => {
    const start = value(await company.engine.freeze(first, members));
    const version = (id: number) => ({ id, version: company.store.workOrders.get(id)?.version ?? 0 });
    return value(
      company.store.workOrders.archiveTogether([version(first), ...members.map(version)], start, time.nowMs()),
    );
  };
  return {
    books,
    company,
    ids,
    archive,
    backUp: () => backUpNow(company.file, time.nowMs()),
    goBack: () =>
      company.restart(undefined, (database) => {
        const folder = join(dirname(database), 'backups');
        const oldest = backupFiles(folder).at(-1);
        if (oldest === undefined) throw new Error('There is no backup');
        restoreBackup({ database, folder, file: join(folder, oldest.name), nowMs: time.nowMs() });
      }),
  };
}

describe('after a backup of before was put back', () => {
  it('a work order that stands on the document of another one is asked about, and not sent', async () => {
    const { books, company, ids, archive, backUp, goBack } = office();
    backUp();
    await archive(ids);
    await company.settle();
    expect(books.sent).toHaveLength(1);
    await goBack();

    const [, second = 0] = ids;
    const entryId = await archive([second]);
    await company.settle();
    expect(company.entry(entryId)).toMatchObject({ held: true, problem: { code: 'maybe-on-other-document' } });
    expect(books.sent).toHaveLength(1);

    // The office looked: its lines are there.
    const [candidate] = company.detail(entryId).candidates;
    const remote = { externalId: candidate?.externalId ?? '', number: candidate?.number ?? '' };
    const rest = { marker: '', customerExternalId: '1', totalExclVat: null, totalInclVat: null };
    const answer = { calls: [], by: 'office' as const };
    expect(
      company.store.queue.booked(entryId, { ...remote, ...rest }, 'found', company.time.nowMs(), answer),
    ).toBeNull();
    // The one whose document it is gets it all the same.
    const leading = await archive([ids[0] ?? 0]);
    await company.settle();
    expect(company.detail(leading)).toMatchObject({ state: 'booked', documentNumber: candidate?.number });
    expect(books.sent).toHaveLength(1);
  });

  it('so is each of several that went apart meanwhile, and were together in the backup', async () => {
    const { books, company, ids, archive, backUp, goBack } = office();
    const together = await archive(ids);
    backUp();
    value(company.store.queue.takeBack(together, company.time.nowMs()));
    const [, , third = 0] = ids;
    await archive([third]);
    await company.settle();
    await goBack();
    await company.settle();
    expect(company.entry(together)).toMatchObject({ held: true, problem: { code: 'maybe-on-other-document' } });
    expect(books.sent).toHaveLength(1);
  });

  it('what surely is nowhere goes', async () => {
    const { books, company, ids, archive, backUp, goBack } = office();
    const together = await archive(ids);
    backUp();
    await goBack();
    await company.settle();
    expect(company.detail(together)).toMatchObject({ state: 'booked' });
    expect(books.sent).toHaveLength(1);
  });
});
