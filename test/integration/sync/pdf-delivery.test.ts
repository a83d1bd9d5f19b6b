import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { fail } from '../../../connectors/_kit/result';
import type { AttachmentCapability } from '../../../connectors/_kit/manifest';
import { FakeTime } from '../../fakes/fake-time';
import { ScriptedPackage } from '../../fakes/scripted-package';
import { printSmallPdf } from '../../fakes/small-pdf';
import { EngineHarness, HOUR_MS, MINUTE_MS } from './engine-harness';

const FORMS = [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }];
const WORK_ORDER_PDF = 'Werkbon 1001.pdf';
const FORMS_PDF = 'Formulieren 1001.pdf';

/** A company whose package takes PDFs, with settings that ask for both. */
function withPdfs(how: AttachmentCapability['how'], maxBytes = 1_000_000): EngineHarness {
  const time = new FakeTime();
  const books = new ScriptedPackage(time);
  books.attachments = { how, place: { nl: 'Documenten', en: 'Documents' }, maxBytes };
  const company = new EngineHarness(books, time);
  company.settings = { ...company.settings, pdfs: 'both' };
  return company;
}

const statesOf = (company: EngineHarness, id: number) =>
  company.detail(id).pdfs.map(({ fileName, state, problem: found }) => [fileName, state, found?.code ?? null]);
const there = (company: EngineHarness) => company.books.pdfs.map(({ fileName }) => fileName);

describe('PDFs of an archived work order', () => {
  it('go beside the document once it is booked, are looked for there, and are done', async () => {
    const company = withPdfs('after-create');
    const id = await company.archive({ forms: FORMS });
    expect(await company.settle()).toEqual({ open: 0 });

    const { marker } = company.detail(id);
    expect(company.books.calls.filter((call) => call !== 'check')).toEqual([
      `create ${marker}`,
      `put ${WORK_ORDER_PDF}`,
      `find ${WORK_ORDER_PDF}`,
      `put ${FORMS_PDF}`,
      `find ${FORMS_PDF}`,
    ]);
    expect(company.detail(id)).toMatchObject({ state: 'booked' });
    expect(statesOf(company, id)).toEqual([
      [WORK_ORDER_PDF, 'done', null],
      [FORMS_PDF, 'done', null],
    ]);
    expect(company.messages()).toContain(`PDF ${FORMS_PDF} staat in Pakket bij order 2026-1.`);
  });

  it('go in the call of the document where the package wants that, and are booked with it', async () => {
    const company = withPdfs('in-create');
    const id = await company.archive({ forms: FORMS });
    await company.settle();

    expect(there(company)).toEqual([WORK_ORDER_PDF, FORMS_PDF]);
    expect(company.books.calls.filter((call) => call.startsWith('put'))).toEqual([]);
    expect(statesOf(company, id)).toEqual([
      [WORK_ORDER_PDF, 'done', null],
      [FORMS_PDF, 'done', null],
    ]);
  });

  it('are what the settings ask for: none, or only that of the work order when there are no forms', async () => {
    const company = withPdfs('after-create');
    const withoutForms = await company.archive();
    company.settings = { ...company.settings, pdfs: 'none' };
    const none = await company.archive({ forms: FORMS });
    await company.settle();

    expect(statesOf(company, withoutForms)).toEqual([[WORK_ORDER_PDF, 'done', null]]);
    expect(statesOf(company, none)).toEqual([]);
  });
});

describe('a PDF that cannot be made', () => {
  it('keeps the document back until it can be, and the office reads why', async () => {
    const company = withPdfs('in-create');
    let isBroken = true;
    company.print = (html) =>
      isBroken
        ? Promise.resolve(fail(problem('storage', 'pdf-not-made', { detail: 'geen geheugen' })))
        : printSmallPdf(html);
    const id = await company.archive();
    await company.deliverNow();

    expect(company.books.sent).toEqual([]);
    expect(company.detail(id)).toMatchObject({ state: 'waiting', problem: { code: 'pdf-not-made' } });
    expect(company.entry(id).nextAttemptAtMs).toBeGreaterThan(company.time.nowMs());
    expect(company.messages().join()).toContain('(geen geheugen)');

    isBroken = false;
    await company.settle();
    expect(company.detail(id)).toMatchObject({ state: 'booked', problem: null });
    expect(there(company)).toEqual([WORK_ORDER_PDF]);
  });

  it('does not hold up another work order, also when it fails by a bug', async () => {
    const company = withPdfs('after-create');
    company.print = (html) => {
      if (html.includes('1001')) throw new Error('A bug of the sheet');
      return printSmallPdf(html);
    };
    const broken = await company.archive();
    const other = await company.archive();
    await company.deliverNow();

    expect(company.detail(broken)).toMatchObject({ state: 'waiting', problem: { code: 'app-error' } });
    expect(company.detail(other)).toMatchObject({ state: 'booked' });
    expect(company.logger.bugs).not.toHaveLength(0);
  });
});

describe('a PDF that the package does not take', () => {
  it('because it is too large is held with what to do, and the document stays booked', async () => {
    const company = withPdfs('after-create', 10);
    const id = await company.archive();
    await company.settle();

    expect(company.detail(id)).toMatchObject({ state: 'booked', documentNumber: '2026-1' });
    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'held', 'pdf-too-large']]);
    expect(company.books.calls.filter((call) => call.startsWith('put'))).toEqual([]);
    expect(company.log().at(-1)).toMatchObject({ level: 'error', recordId: company.detail(id).workOrderId });
    expect(company.log().at(-1)?.action?.nl).toContain('PDF’s');
  });

  it('because it is too large for the call of the document keeps that back', async () => {
    const company = withPdfs('in-create', 10);
    const id = await company.archive();
    await company.settle();

    expect(company.books.sent).toEqual([]);
    expect(company.detail(id)).toMatchObject({ state: 'blocked', problem: { code: 'pdf-too-large' } });
  });

  it('by its content is held; the office sends it again without a second document', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'lose-request', kind: 'rejected' });
    const id = await company.archive();
    await company.settle();
    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'held', 'put-rejected']]);
    expect(company.store.pdfs.counts()).toEqual({ open: 0, held: 1 });
    expect((await company.engine.status()).connection).toBe('attention');

    expect(company.store.pdfs.retry([id], company.time.nowMs())).toBe(1);
    company.engine.nudgePdfs();
    await company.settle();
    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'done', null]]);
    expect(company.books.documents).toHaveLength(1);
    expect(there(company)).toEqual([WORK_ORDER_PDF]);
  });

  it('although it says so, is held after the look-ups instead of being put for ever', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'say-yes-and-forget' });
    const id = await company.archive();
    await company.settle();

    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'held', 'pdf-vanished']]);
    expect(company.books.calls.filter((call) => call.startsWith('put'))).toHaveLength(1);
  });
});

describe('a PDF of which nobody knows whether it arrived', () => {
  it('is looked up first, and not put again when it is there', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'lose-answer', kind: 'outcome-unknown' });
    const id = await company.archive();
    await company.settle();

    expect(company.books.calls.filter((call) => call.startsWith('put'))).toHaveLength(1);
    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'done', null]]);
    expect(company.detail(id).steps.map(({ step }) => step)).toContain('pdf-found');
  });

  it('is put again only after the quiet period, so that a late one does not become two', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'arrive-late', afterMs: 2 * MINUTE_MS });
    await company.archive();
    await company.settle();

    expect(there(company)).toEqual([WORK_ORDER_PDF]);
  });

  it('and that surely did not is put again', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'lose-request', kind: 'maintenance' });
    const id = await company.archive();
    await company.settle();

    expect(company.books.calls.filter((call) => call.startsWith('put'))).toHaveLength(2);
    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'done', null]]);
  });

  it('that the package said no to for now goes again soon, and holds up no other', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'refuse-for-now' });
    const early = await company.archive();
    const ready = await company.archive();
    await company.deliverNow();
    expect(statesOf(company, early)).toEqual([[WORK_ORDER_PDF, 'waiting', 'put-too-early']]);
    expect(statesOf(company, ready)).toMatchObject([[expect.anything(), 'done', null]]);

    company.engine.startSchedule();
    await company.time.advance(MINUTE_MS);
    expect(statesOf(company, early)).toEqual([[WORK_ORDER_PDF, 'done', null]]);
  });

  it('by a bug of the connector is looked up as well', async () => {
    const company = withPdfs('after-create');
    company.books.putSteps.push({ does: 'throw' });
    await company.archive();
    await company.settle();

    expect(there(company)).toEqual([WORK_ORDER_PDF]);
    expect(company.logger.bugs).toHaveLength(1);
  });
});

describe('a package that fails on PDFs', () => {
  it('goes on booking documents, and is not asked again for each of them', async () => {
    const company = withPdfs('after-create');
    company.books.failOnPdf = () => 'not-allowed';
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await company.archive());
    await company.deliverNow();

    expect(ids.map((id) => company.detail(id).state)).toEqual(Array(5).fill('booked'));
    expect(company.books.calls.filter((call) => call.startsWith('put'))).toHaveLength(1);
    expect(company.messages().join()).toContain('Er gaan geen PDF’s naar Pakket. De boekstukken zelf wel.');

    company.books.failOnPdf = () => null;
    await company.settle();
    expect(there(company)).toHaveLength(5);
    expect(company.messages().join()).toContain('Er gaan weer PDF’s naar Pakket.');
  });

  it('is told to the office when a PDF is not there after an hour', async () => {
    const company = withPdfs('after-create');
    company.books.failOnPdf = () => 'maintenance';
    await company.archive();
    company.engine.startSchedule();
    await company.time.advance(2 * HOUR_MS);

    const told = company.messages().filter((message) => message.includes('na een uur nog niet verzonden'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(WORK_ORDER_PDF);
  });
});

describe('a document that the office says is there', () => {
  it('gets its PDFs when it is found by its marker', async () => {
    const company = withPdfs('after-create');
    company.books.createSteps.push({ does: 'lose-answer', kind: 'outcome-unknown' });
    company.books.findSteps.push('blocked');
    const id = await company.archive();
    await company.deliverNow();
    const remote = { externalId: '', number: '2026-1', marker: company.detail(id).marker };
    const unknown = { customerExternalId: '1', totalExclVat: null, totalInclVat: null };
    company.store.queue.booked(id, { ...remote, ...unknown }, 'found', company.time.nowMs());
    await company.settle();

    expect(company.books.pdfs).toMatchObject([{ documentId: 'doc-1', fileName: WORK_ORDER_PDF }]);
  });

  it('and cannot be found keeps its PDF back with what to do', async () => {
    const company = withPdfs('after-create');
    company.books.createSteps.push({ does: 'lose-request', kind: 'outcome-unknown' });
    company.books.findSteps.push('blocked');
    const id = await company.archive();
    await company.deliverNow();
    const remote = { externalId: '', number: '2026-9', marker: company.detail(id).marker };
    const unknown = { customerExternalId: '1', totalExclVat: null, totalInclVat: null };
    company.store.queue.booked(id, { ...remote, ...unknown }, 'found', company.time.nowMs());
    await company.settle();

    expect(statesOf(company, id)).toEqual([[WORK_ORDER_PDF, 'held', 'pdf-document-unknown']]);
  });
});

describe('the bytes of a PDF', () => {
  it('are made once: a repeated attempt and a later look send and show the same', async () => {
    const company = withPdfs('in-create');
    let printed = 0;
    company.print = (html) => printSmallPdf(`${(printed += 1)} ${html}`);
    company.books.createSteps.push(
      { does: 'lose-request', kind: 'offline' },
      { does: 'lose-request', kind: 'maintenance' },
    );
    const id = await company.archive();
    await company.settle();

    expect(company.books.sent).toHaveLength(3);
    expect(printed).toBe(1);
    const kept = company.store.pdfs.ofWorkOrder(company.detail(id).workOrderId, 'work-order');
    expect(company.books.pdfs.map(({ sha256 }) => sha256)).toEqual([kept?.sha256]);
  });

  it('are made anew with a document that is made anew', async () => {
    const company = withPdfs('after-create');
    company.books.createSteps.push({ does: 'lose-request', kind: 'rejected' });
    const id = await company.archive();
    await company.deliverNow();
    expect(company.detail(id)).toMatchObject({ state: 'blocked', pdfs: [{ state: 'waiting' }] });

    expect(company.store.queue.takeBack(id, company.time.nowMs())).toMatchObject({ ok: true });
    expect(company.detail(id).pdfs).toEqual([]);
  });
});
