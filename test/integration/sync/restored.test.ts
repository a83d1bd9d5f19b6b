import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFiles } from '../../../main/db/backups/backup-folder';
import { restoreBackup } from '../../../main/db/backups/restore-backup';
import { FakeTime } from '../../fakes/fake-time';
import { ScriptedPackage } from '../../fakes/scripted-package';
import { printSmallPdf } from '../../fakes/small-pdf';
import { backUpNow } from '../db/back-up-now';
import { value } from '../db/records';
import { EngineHarness, HOUR_MS } from './engine-harness';
import { Life } from './life';

const FORMS = [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }];
const DAY_MS = 24 * HOUR_MS;
const folderOf = (file: string) => join(dirname(file), 'backups');

function office(withPdfs = false) {
  const time = new FakeTime();
  const books = new ScriptedPackage(time);
  if (withPdfs) {
    books.attachments = { how: 'after-create', place: { nl: 'Documenten', en: 'Documents' }, maxBytes: 1e6 };
  }
  const company = new EngineHarness(books, time);
  if (withPdfs) company.settings = { ...company.settings, pdfs: 'both' };
  let printed = 0;
  company.print = (html) => printSmallPdf(`${(printed += 1)} ${html}`);
  const { file } = company;
  return {
    time,
    books,
    company,
    backUp: () => backUpNow(file, time.nowMs()),
    /** The program ends, the oldest backup takes the place of its data, and it starts again. */
    goBack: () =>
      company.restart(undefined, (database) => {
        const oldest = backupFiles(folderOf(database)).at(-1);
        if (oldest === undefined) throw new Error('There is no backup');
        restoreBackup({
          database,
          folder: folderOf(database),
          file: join(folderOf(database), oldest.name),
          nowMs: time.nowMs(),
        });
      }),
    /** What the office does when it finds work orders that are not archived, though they were. */
    archiveAgain: async () => {
      const nowMs = time.nowMs();
      for (const id of company.store.workOrders.idsByStatus('planned')) {
        value(company.store.workOrders.reportReady(id, nowMs));
      }
      for (const id of company.store.workOrders.idsByStatus('ready')) {
        const version = company.store.workOrders.get(id)?.version ?? 0;
        value(company.store.workOrders.archive(id, version, value(await company.engine.freeze(id)), nowMs));
      }
    },
    /** Each marker in the package, sorted. */
    markers: () => books.documents.map(({ marker }) => marker).sort(),
  };
}

describe('after a backup was put back', () => {
  it('a document that was sent meanwhile is found and not made again', async () => {
    const { company, books, backUp, goBack, time } = office();
    const id = await company.archive();
    backUp();
    await company.settle();
    await time.advance(20 * DAY_MS);
    await goBack();
    expect(company.detail(id)).toMatchObject({ state: 'unsure', problem: { code: 'restored-from-backup' } });
    await company.settle();
    expect(company.detail(id)).toMatchObject({ state: 'booked', documentNumber: '2026-1' });
    expect(books.sent).toHaveLength(1);
  });

  it('one that was not sent goes once it surely is not there', async () => {
    const { company, books, backUp, goBack } = office();
    const id = await company.archive();
    backUp();
    await goBack();
    const steps = () => company.detail(id).steps.map(({ step }) => step);
    await company.settle();
    expect(steps()).toEqual(['frozen', 'unsure', 'absent', 'absent', 'absent', 'released', 'sending', 'booked']);
    expect(books.documents).toHaveLength(1);
  });

  it('a work order that was archived meanwhile finds its document when it is archived again', async () => {
    const { company, books, backUp, goBack, archiveAgain } = office();
    const first = await company.archive();
    await company.settle();
    const nowMs = company.time.nowMs();
    const { workOrderId } = company.entry(first);
    expect(company.store.workOrders.get(workOrderId)?.status).toBe('archived');
    const planned = value(
      company.store.workOrders.create(
        {
          customerId: 1,
          workAddressId: null,
          description: 'Ketel',
          customerReference: '',
          notes: '',
          employeeId: null,
          plannedStartAtMs: null,
          plannedEndAtMs: null,
          times: [{ employeeId: null, kind: 'work', date: '2026-11-22', startMinute: null, minutes: 60, note: '' }],
          articles: [],
          forms: [],
        },
        nowMs,
      ),
    );
    backUp();
    await archiveAgain();
    await company.settle();
    expect(books.documents).toHaveLength(2);
    await goBack();
    expect(company.store.workOrders.get(planned.id)?.status).toBe('planned');
    expect(company.store.info.untoldRestore()?.sentSince).toEqual([
      { workOrder: planned.number, customer: 'Jansen', documentNumber: '2026-2' },
    ]);
    await archiveAgain();
    await company.settle();
    expect(books.documents).toHaveLength(2);
    expect(company.store.queue.counts()).toMatchObject({ booked: 2, unsure: 0 });
  });

  it('a work order that was blocked is looked up before it is sent again', async () => {
    const { company, books, backUp, goBack } = office();
    books.failOn = () => 'rejected';
    const id = await company.archive();
    await company.settle();
    backUp();
    books.failOn = () => null;
    company.store.queue.retry([id], company.time.nowMs());
    await company.settle();
    expect(books.documents).toHaveLength(1);
    await goBack();
    await company.settle();
    expect(company.detail(id).state).toBe('booked');
    expect(books.documents).toHaveLength(1);
  });
});

describe('a backup that was made at any boundary of a delivery', () => {
  it.each([
    { name: 'and put back when everything was booked', diesLater: Infinity, withPdfs: false },
    { name: 'and put back at once', diesLater: 0, withPdfs: false },
    { name: 'and put back a little later', diesLater: 3, withPdfs: false },
    { name: 'with PDFs, and put back when everything was done', diesLater: Infinity, withPdfs: true },
    { name: 'with PDFs, and put back a little later', diesLater: 3, withPdfs: true },
  ])(
    '$name makes one document of each work order',
    async ({ diesLater, withPdfs }) => {
      let points = Infinity;
      for (let point = 1; point <= points; point += 1) {
        const { company, books, backUp, goBack, archiveAgain, markers } = office(withPdfs);
        const life = new Life(point + diesLater, (at) => (at === point ? void backUp() : undefined));
        books.onBoundary = (name) => life.pass(name);
        books.createSteps.push({ does: 'lose-answer', kind: 'outcome-unknown' });
        const ids = [await company.archive({ forms: FORMS }), await company.archive({ forms: FORMS })];
        await company
          .restart((store) => life.wrap(store))
          .then(() => company.settle())
          .catch(() => undefined);
        books.onBoundary = () => undefined;
        if (life.points < point) {
          points = life.points;
          break;
        }
        await goBack();
        await archiveAgain();
        await company.settle();

        const told = `backup at ${point}`;
        expect([told, markers()]).toEqual([told, [...new Set(markers())]]);
        expect([told, books.documents.length]).toEqual([told, ids.length]);
        expect([told, ids.map((id) => company.detail(id).state)]).toEqual([told, ['booked', 'booked']]);
        const pdfs = books.pdfs.map(({ documentId, fileName }) => `${documentId} ${fileName}`).sort();
        expect([told, pdfs]).toEqual([told, [...new Set(pdfs)]]);
        if (withPdfs && diesLater === Infinity) expect([told, pdfs.length]).toEqual([told, 4]);
      }
      expect(points).toBeGreaterThan(5);
    },
    240_000,
  );
});
