import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frozen } from '../db/records';
import { smallPdf } from '../../fakes/small-pdf';
import { draft, must, TestCompany } from './test-company';

const FORMS = [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }];

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const made = async (change: Parameters<typeof draft>[0] = {}) =>
  must(await test.company.calls['work-orders:create'](draft(change)));
const textOf = (bytes: Uint8Array) =>
  decodeURIComponent(new TextDecoder().decode(bytes).split('\n')[1]?.slice(2) ?? '');

describe('the PDF of a work order', () => {
  it('is made of it as it stands, at any time, in the language of the app', async () => {
    const { id, number } = await made({ description: 'Kraan lekt' });
    const { fileName, bytes } = must(await test.company.pdf(id, 'work-order'));
    expect(fileName).toBe(`Werkbon ${number}.pdf`);
    expect(textOf(bytes)).toContain('Kraan lekt');
    expect(textOf(bytes)).toContain('Jansen Installaties');
  });

  it('of its forms is there once it is reported ready, and says so before', async () => {
    const { id, number } = await made({ forms: FORMS });
    expect(await test.company.pdf(id, 'custom-forms')).toMatchObject({ problem: { code: 'pdf-forms-not-ready' } });
    must(await test.company.calls['work-orders:report-ready'](id));
    expect(must(await test.company.pdf(id, 'custom-forms')).fileName).toBe(`Formulieren ${number}.pdf`);
  });

  it('without forms or of a work order that is gone is refused with the reason', async () => {
    const { id } = await made();
    must(await test.company.calls['work-orders:report-ready'](id));
    expect(await test.company.pdf(id, 'custom-forms')).toMatchObject({ problem: { code: 'pdf-no-forms' } });
    expect(await test.company.pdf(9_999, 'work-order')).toMatchObject({ problem: { code: 'work-order-not-found' } });
  });

  it('that was made for sending is the one that is shown', async () => {
    await test.activate();
    test.freezeAs = (id) => ({ state: 'waiting', frozen: frozen(test.store, id) });
    const { id } = await made();
    must(await test.company.calls['work-orders:report-ready'](id));
    await test.company.calls['work-orders:archive']([id]);
    const entryId = test.store.workOrders.get(id)?.queueEntryId ?? 0;
    const bytes = smallPdf('as it was sent');
    const kept = { kind: 'work-order', fileName: 'Werkbon 1-2.pdf', bytes, sha256: 'a'.repeat(64) } as const;
    test.store.pdfs.made(entryId, 'after-create', [kept], 1);

    expect(must(await test.company.pdf(id, 'work-order'))).toMatchObject({ fileName: 'Werkbon 1-2.pdf', bytes });
  });
});

describe('PDFs that were not sent', () => {
  it('are sent again when the office asks, and that stands in the log', async () => {
    await test.activate();
    test.freezeAs = (id) => ({ state: 'waiting', frozen: frozen(test.store, id) });
    const { id, number } = await made();
    must(await test.company.calls['work-orders:report-ready'](id));
    await test.company.calls['work-orders:archive']([id]);
    const entryId = test.store.workOrders.get(id)?.queueEntryId ?? 0;
    const pdf = { kind: 'work-order', fileName: 'a.pdf', bytes: smallPdf(''), sha256: 'a'.repeat(64) } as const;
    test.store.pdfs.made(entryId, 'after-create', [pdf], 1);
    const remote = { externalId: 'd1', number: 'VO-1', marker: 'm', customerExternalId: '1' };
    test.store.queue.sending(entryId, 2);
    test.store.queue.booked(entryId, { ...remote, totalExclVat: null, totalInclVat: null }, 'booked', 3);
    test.store.pdfs.held(test.store.pdfs.due(1)[0]?.id ?? 0, { kind: 'rejected', code: 'x', params: {} }, 4);
    const { calls } = test.company;
    expect((await calls['overview:get'](undefined)).pdfs).toEqual({ open: 0, held: 1 });

    expect(must(await calls['queue:retry-pdfs']([entryId, entryId]))).toEqual({ retried: 1 });
    expect(test.engine.told).toContain('nudgePdfs');
    expect(test.logged().some((line) => line.includes(number) && line.includes("PDF's opnieuw verzenden"))).toBe(true);
    expect((await calls['overview:get'](undefined)).pdfs).toEqual({ open: 1, held: 0 });
    must(await calls['integrations:deactivate']('snelstart'));
    must(await calls['integrations:accept-terms']('snelstart'));
    expect(must(await calls['integrations:wipe-preview']('snelstart')), 'wiping would lose it').toMatchObject({
      undelivered: 0,
      unsentPdfs: 1,
    });
  });
});
