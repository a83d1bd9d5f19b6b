import { DEFAULT_COMPANY_SETTINGS, type PaperChoices } from '../../../preload/contract/company-settings';
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
const paper = (id: number, kind: 'work-order' | 'custom-forms' = 'work-order', choices: PaperChoices | null = null) =>
  test.company.papers({ of: 'work-order', id, kind, choices });
const textOf = (bytes: Uint8Array) =>
  decodeURIComponent(new TextDecoder().decode(bytes).split('\n')[1]?.slice(2) ?? '');

describe('the PDF of a work order', () => {
  it('is made of it as it stands, at any time, as the company chose', async () => {
    const { id, number } = await made({ description: 'Kraan lekt' });
    const { fileName, bytes } = must(await paper(id));
    expect(fileName).toBe(`Werkbon ${number}.pdf`);
    expect(textOf(bytes)).toContain('Kraan lekt');
    expect(textOf(bytes)).toContain('Jansen Installaties');
  });

  it('of its forms is there once it is reported ready, and says so before', async () => {
    const { id, number } = await made({ forms: FORMS });
    expect(await paper(id, 'custom-forms')).toMatchObject({ problem: { code: 'pdf-forms-not-ready' } });
    must(await test.company.calls['work-orders:report-ready'](id));
    expect(must(await paper(id, 'custom-forms')).fileName).toBe(`Formulieren ${number}.pdf`);
  });

  it('without forms or of a work order that is gone is refused with the reason', async () => {
    const { id } = await made();
    must(await test.company.calls['work-orders:report-ready'](id));
    expect(await paper(id, 'custom-forms')).toMatchObject({ problem: { code: 'pdf-no-forms' } });
    expect(await paper(9_999)).toMatchObject({ problem: { code: 'work-order-not-found' } });
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

    expect(must(await paper(id))).toMatchObject({ fileName: 'Werkbon 1-2.pdf', bytes, asSent: true });
    const inQueue = (fileName: string) => test.company.papers({ of: 'queue', id: entryId, fileName });
    expect(must(await inQueue('Werkbon 1-2.pdf'))).toMatchObject({ bytes, asSent: true });
    expect(await inQueue('Formulieren 1.pdf')).toMatchObject({ problem: { code: 'pdf-not-made-yet' } });
  });
});

describe('the papers of a company', () => {
  const PROFILE = { ...DEFAULT_COMPANY_SETTINGS.profile, name: 'De Vries B.V.', iban: 'NL91 ABNA 0417 1643 00' };
  const LOGO = { mediaType: 'image/png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1]) } as const;

  it('have its details, its logo and its language from the moment those are saved', async () => {
    const { id } = await made({ notes: 'Sleutel bij de buren' });
    const { calls } = test.company;
    must(await calls['company-logo:save'](LOGO));
    const papers = { language: 'en', prices: false, notes: true } as const;
    must(await calls['company-settings:save']({ profile: PROFILE, papers }));
    const text = textOf(must(await paper(id)).bytes);
    for (const piece of [
      'De Vries B.V.',
      'IBAN\u00a0NL91',
      'data:image/png;base64,iVBORw0KGgoB',
      'Work order',
      'Sleutel bij',
    ]) {
      expect(text).toContain(piece);
    }
    const once = textOf(must(await paper(id, 'work-order', { language: 'nl', prices: false, notes: false })).bytes);
    expect(once).toContain('Werkbon');
    expect(once, 'notes are the office’s own').not.toContain('Sleutel bij');
  });

  it('say why prices cannot be told', async () => {
    const { id } = await made();
    const priced = { language: 'nl', prices: true, notes: false } as const;
    expect(await paper(id, 'work-order', priced)).toMatchObject({ problem: { code: 'pdf-no-prices' } });
  });

  it('show an example of details that are not saved', async () => {
    const choices = { language: 'nl', prices: true, notes: false } as const;
    const example = must(await test.company.papers({ of: 'example', profile: PROFILE, choices }));
    const text = textOf(example.bytes);
    for (const piece of ['De Vries B.V.', 'Bakkerij De Korenaar', '€ 208,42']) expect(text).toContain(piece);
    expect((await test.company.calls['company-settings:get'](undefined)).profile.name).toBe('');
  });

  it('take only a picture as a logo, and none is none', async () => {
    const { calls } = test.company;
    const save = (bytes: Uint8Array) => calls['company-logo:save']({ mediaType: 'image/jpeg', bytes });
    expect(await save(new TextEncoder().encode('<svg onload="steal()"/>'))).toMatchObject({
      problem: { code: 'logo-not-readable' },
    });
    expect(await save(new Uint8Array(1_000_001))).toMatchObject({ problem: { code: 'logo-too-large' } });
    expect(await calls['company-logo:get'](undefined)).toBeNull();
    must(await calls['company-logo:save'](LOGO));
    expect(await calls['company-logo:get'](undefined)).toMatchObject({ mediaType: 'image/png' });
    must(await calls['company-logo:remove'](undefined));
    expect(await calls['company-logo:get'](undefined)).toBeNull();
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
    expect(test.logged().some((line) => line.includes(number) && line.includes('PDF’s opnieuw verzenden'))).toBe(true);
    expect((await calls['overview:get'](undefined)).pdfs).toEqual({ open: 1, held: 0 });
    must(await calls['integrations:deactivate']('snelstart'));
    must(await calls['integrations:accept-terms']('snelstart'));
    expect(must(await calls['integrations:wipe-preview']('snelstart')), 'wiping would lose it').toMatchObject({
      undelivered: 0,
      unsentPdfs: 1,
    });
  });
});
