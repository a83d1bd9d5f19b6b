/** Each of Billit's settings, shown by what the simulated Billit received or Simon got. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../connectors/_kit/settings';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { connector } from '../../connectors/billit/index';
import { startSimulator } from '../../connectors/billit/simulator/index';
import type { WorkOrderForDocument } from '../../main/db/store';
import { valueOf } from './session';
import { built, DESCRIPTION, expectWrong, onlyOneIn, pulled, WORK_ADDRESS_LINE } from './settings-bench';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(connector, startSimulator);

/** What arrived in Billit under these settings. */
const arrived = async (settings: Settings, more?: Partial<WorkOrderForDocument>): Promise<SimulatedDocument> =>
  onlyOneIn(await open(), settings, more);

/** Names of the PDFs; Billit keeps the request itself as a file too. */
const pdfNames = ({ fields }: SimulatedDocument): readonly string[] =>
  (fields.Attachments as { FileName: string }[]).map((file) => file.FileName).filter((name) => name.endsWith('.pdf'));

describe('what goes to Billit', () => {
  it('without settings: the articles, on the day of archiving in the Netherlands', async () => {
    const document = await arrived({});
    expect(document).toMatchObject({ kind: 'factuur', customerName: 'Café Zoë', description: '', reference: '' });
    expect(document.lines).toMatchObject([
      { articleCode: 'DIVERS', description: 'Lamp op zolder', quantity: '2', unitPrice: '12.35', total: '24.7' },
    ]);
    expect(document.fields).toMatchObject({
      OrderDate: '2026-11-23T00:00:00',
      ExternalProviderID: 'SK-TEST01-1042-1',
    });
    expect(document.fields).not.toHaveProperty('Comments');
    expect(pdfNames(document)).toEqual([]);
  });

  it('setting travelArticle: 15 minutes are 0.25', async () => {
    expect((await arrived({ travelArticle: 'REISTIJD' })).lines[0]).toMatchObject({
      articleCode: 'REISTIJD',
      quantity: '0.25',
      unitPrice: '47.5',
    });
  });

  it('setting travelArticle: empty is not booked', async () => {
    expect((await arrived({})).lines.map((line) => line.articleCode)).not.toContain('REISTIJD');
  });

  it('setting workArticle: 120 minutes are 2', async () => {
    expect((await arrived({ workArticle: 'ARBEID' })).lines[0]).toMatchObject({
      articleCode: 'ARBEID',
      quantity: '2',
      total: '125',
    });
  });

  it('setting standardArticle: last on every invoice', async () => {
    expect((await arrived({ standardArticle: 'VOORRIJ' })).lines.at(-1)).toMatchObject({
      articleCode: 'VOORRIJ',
      quantity: '1',
    });
  });

  it('setting firstLineDescription: the work description, before work and travel time', async () => {
    const { lines } = await arrived({ firstLineDescription: true, workArticle: 'ARBEID', travelArticle: 'REISTIJD' });
    expect(lines.map((line) => line.articleCode)).toEqual([null, 'ARBEID', 'REISTIJD', 'DIVERS']);
    expect(lines[0]).toMatchObject({ description: DESCRIPTION, total: '0' });
  });

  it('setting exclusionWord: the work order is not sent', async () => {
    const session = await open();
    const outcome = built(await pulled(session), { exclusionWord: 'garantie' }, { description: 'Lekkage (GARANTIE)' });
    expect(outcome.kind).toBe('skipped');
  });

  it.each([
    ['none', ''],
    ['workAddress', WORK_ADDRESS_LINE],
    ['workDescription', DESCRIPTION],
    ['both', `${WORK_ADDRESS_LINE}\n${DESCRIPTION}`],
  ])('setting remarks: %s', async (remarks, expected) => {
    expect((await arrived({ remarks })).description).toBe(expected);
  });

  it.each([
    ['none', ''],
    ['workOrderNumber', '1042'],
    ['customerReference', 'PO 4711'],
    ['both', '1042 / PO 4711'],
  ])('setting customerReference: %s', async (customerReference, expected) => {
    const document = await arrived({ customerReference });
    expect(document.reference).toBe(expected);
    // Whatever stands there, the invoice is found back by a field of its own.
    expect(document.fields.ExternalProviderID).toBe('SK-TEST01-1042-1');
  });

  it.each([
    ['none', []],
    ['workOrder', ['Werkbon 1042.pdf']],
    ['customForms', ['Formulieren 1042.pdf']],
    ['both', ['Werkbon 1042.pdf', 'Formulieren 1042.pdf']],
  ])('setting pdfs: %s', async (pdfs, expected) => {
    expect(pdfNames(await arrived({ pdfs }))).toEqual(expected);
  });

  it('setting pdfs: custom forms that were not filled in have no PDF', async () => {
    expect(pdfNames(await arrived({ pdfs: 'both' }, { hasForms: false }))).toEqual(['Werkbon 1042.pdf']);
  });
});

describe('what comes from Billit', () => {
  const offers = async (settings: Settings) => {
    const session = await open({ simulator: { books: 'practice' } });
    const pull = await session.pull('orders', null, { settings });
    const customer = (name: string) => session.books.customer(name).id;
    return {
      all: [...pull.present.values()],
      of: (name: string) => [...pull.present.values()].find((one) => one.customerExternalId === customer(name)),
    };
  };

  it('setting pullOffers: none, and no request, unless they are asked for', async () => {
    const session = await open();
    await session.administration();
    session.simulator.control.clearRequests();
    expect((await session.pull('orders', null, { settings: { pullOffers: false } })).pages).toEqual([]);
    expect(session.requests()).toBe(0);
  });

  it('setting pullOffers: the approved ones, with number, customer and reference', async () => {
    const { all, of } = await offers({ pullOffers: true });
    expect(all).toHaveLength(3);
    expect(of('VvE Meander III')).toMatchObject({ kind: 'quote', number: 'OF2401', customerReference: 'VVE-2024-07' });
  });

  it('setting pullOffersFilterWord: anywhere in the title, without regard to capitals', async () => {
    const { all, of } = await offers({ pullOffers: true, pullOffersFilterWord: ' wB ' });
    expect(all).toHaveLength(2);
    // Only its remarks hold the word.
    expect(of("'t Hoekje")).toBeUndefined();
  });

  it('setting pullOffersFilterWord: or in the text that the offer begins with', async () => {
    const { all } = await offers({ pullOffers: true, pullOffersFilterWord: 'TWEE DAGEN' });
    expect(all.map((one) => one.number)).toEqual(['OF2402']);
  });

  it('setting pullOffersLines: stay behind, or come along with their articles, texts and agreed prices', async () => {
    expect((await offers({ pullOffers: true })).of('VvE Meander III')?.lines).toEqual([]);
    const { of } = await offers({ pullOffers: true, pullOffersLines: true });
    expect(of('VvE Meander III')?.lines).toMatchObject([
      { quantity: '1', unitPrice: '290.61' },
      { description: 'Arbeidsuur monteur', quantity: '6', unitPrice: '62.5' },
    ]);
    expect(of('Café Zoë')?.lines[0]).toEqual({
      articleExternalId: null,
      articleCode: '',
      description: 'Werk in twee dagen, keuken blijft open',
      quantity: '0',
      unitPrice: '0',
    });
  });

  const FIRST_LINE = 'Circulatiepomp, opvoerhoogte 8 m';
  const REMARKS = 'Sleutel bij de beheerder.\nNa 17:00 uur geen geluid.';
  it.each([
    ['firstLine', FIRST_LINE],
    ['remarks', REMARKS],
    ['both', `${FIRST_LINE}\n${REMARKS}`],
  ])('setting pullOffersDescription: %s', async (pullOffersDescription, expected) => {
    const { of } = await offers({ pullOffers: true, pullOffersDescription });
    expect(of('VvE Meander III')?.workDescription).toBe(expected);
  });

  it('setting pullOffersDescription: another field when the chosen one is empty', async () => {
    const { of } = await offers({ pullOffers: true, pullOffersDescription: 'remarks' });
    expect(of('Café Zoë')?.workDescription).toBe('Werk in twee dagen, keuken blijft open');
  });
});

describe('Controleer', () => {
  const checked = async (key: string, settings: Settings, quirks: Record<string, string> = {}) => {
    const session = await open({ simulator: { quirks } });
    return valueOf(await connector.checkSetting(await session.context(settings), key));
  };

  it.each<[string, string, Record<string, string>, string]>([
    ['travelArticle', 'REISTIJD', {}, 'REISTIJD: Reistijd monteur'],
    ['standardArticle', 'VOORRIJ', {}, 'VOORRIJ: Voorrijkosten'],
    ['workArticle', 'ARBEID', { filterableFields: 'documented' }, 'ARBEID: Arbeidsuur monteur'],
    ['workArticle', 'ARBEID', { textCompare: 'exact' }, 'ARBEID: Arbeidsuur monteur'],
  ])('setting %s: %s is right (%j)', async (key, code, quirks, detail) => {
    expect(await checked(key, { [key]: code }, quirks)).toMatchObject({
      ok: true,
      verified: true,
      detail: { nl: detail },
    });
  });

  it.each(['travelArticle', 'workArticle', 'standardArticle'])('setting %s: empty is right', async (key) => {
    expect(await checked(key, {})).toMatchObject({ ok: true });
  });

  it('setting workArticle: of a double reference it tells which article Simon uses', async () => {
    const found = await checked('workArticle', { workArticle: '007' });
    expect(found.ok && found.detail.nl).toBe(
      "007: Loodgieterskit 't Hechtsterk, koker 310 ml. Let op: deze referentie is in Billit ook van Brandwerende kit, koker 310 ml. Simon gebruikt het oudste artikel.",
    );
  });

  it.each<[string, string, RegExp]>([
    ['travelArticle', 'BESTAATNIET', /niet bekend in Billit/],
    ['workArticle', '7', /‘7’/],
    ['standardArticle', "x' or 1 eq 1 or '", /niet bekend/],
  ])('setting %s: %s is wrong', async (key, code, message) => {
    const found = await checked(key, { [key]: code });
    expectWrong(found, { kind: 'invalid-input', code: 'billit.article-unknown' }, message);
  });

  it('setting workArticle: tells what was probably meant when only capitals differ', async () => {
    const found = await checked('workArticle', { workArticle: 'arbeid' });
    expect(found.ok ? '' : found.problem.text?.action?.nl).toContain('‘ARBEID’');
  });
});
