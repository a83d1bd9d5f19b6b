/** Each of SnelStart's settings, shown by what the simulated SnelStart received or Simon got. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../connectors/_kit/settings';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { connector as snelstart } from '../../connectors/snelstart/index';
import { startSimulator } from '../../connectors/snelstart/simulator/index';
import type { WorkOrderForDocument } from '../../main/db/store';
import { valueOf } from './session';
import { built, DESCRIPTION, expectWrong, onlyOneIn, pulled, WORK_ADDRESS_LINE } from './settings-bench';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(snelstart, startSimulator);

/** What arrived in SnelStart under these settings. */
const arrived = async (settings: Settings, more?: Partial<WorkOrderForDocument>): Promise<SimulatedDocument> =>
  onlyOneIn(await open(), settings, more);

describe('what goes to SnelStart', () => {
  it('without settings: the articles, on the day of archiving in the Netherlands', async () => {
    const document = await arrived({ orderDescription: [] });
    expect(document).toMatchObject({
      kind: 'verkooporder',
      customerName: 'Café Zoë',
      description: '',
      reference: 'SK-TEST01-1042-1',
    });
    expect(document.lines).toMatchObject([
      { articleCode: 'DIVERS', description: 'Lamp op zolder', quantity: '2', unitPrice: '12.34567', total: '24.69' },
    ]);
    expect(document.fields).toMatchObject({
      datum: '2026-11-23T00:00:00',
      verkooporderBtwIngaveModel: 'Exclusief',
      memo: null,
      betalingskenmerk: null,
      verkoopordersjabloon: null,
    });
  });

  it('setting travelArticle: 15 minutes are 0.25', async () => {
    expect((await arrived({ travelArticle: 'REISTIJD' })).lines[0]).toMatchObject({
      articleCode: 'REISTIJD',
      quantity: '0.25',
      unitPrice: '47.5',
    });
  });

  it('setting workArticle: 120 minutes are 2', async () => {
    expect((await arrived({ workArticle: 'ARBEID' })).lines[0]).toMatchObject({
      articleCode: 'ARBEID',
      quantity: '2',
      total: '125',
    });
  });

  it('setting standardArticle: last on every order', async () => {
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
    [['workDescription'], DESCRIPTION],
    [['workAddress'], WORK_ADDRESS_LINE],
    [['customerReference'], 'PO 4711'],
    [['customerReference', 'workAddress'], `${WORK_ADDRESS_LINE} - PO 4711`],
    [[], ''],
  ])('setting orderDescription: %j', async (orderDescription, expected) => {
    expect((await arrived({ orderDescription })).description).toBe(expected);
  });

  it.each([
    ['none', null],
    ['workOrderNumber', '1042'],
    ['customerReference', 'PO 4711'],
    ['both', '1042 / PO 4711'],
  ])('setting paymentReference: %s', async (paymentReference, expected) => {
    expect((await arrived({ paymentReference })).fields.betalingskenmerk).toBe(expected);
  });

  it.each([
    ['none', null],
    ['workAddress', WORK_ADDRESS_LINE],
    ['workDescription', DESCRIPTION],
    ['both', `${WORK_ADDRESS_LINE}\n${DESCRIPTION}`],
  ])('setting remarks: %s', async (remarks, expected) => {
    expect((await arrived({ remarks })).fields.memo).toBe(expected);
  });

  it('setting template: by its name', async () => {
    expect((await arrived({ template: 'Standaard factuur' })).fields.verkoopordersjabloon).toMatchObject({
      id: expect.any(String) as string,
    });
  });

  it('setting orderType: standard or Werkbon', async () => {
    expect((await arrived({ orderType: 'standard' })).fields.procesStatus).toBe('Order');
    expect((await arrived({ orderType: 'werkbon' })).fields.procesStatus).toBe('Werkbon');
  });

  it('setting descriptionMarker: at the very end of the description, also when the description is cut', async () => {
    expect((await arrived({ descriptionMarker: 'XXX' })).description).toBe(`${DESCRIPTION} XXX`);
    const long = await arrived({ descriptionMarker: 'XXX' }, { description: 'Ketel vervangen '.repeat(20) });
    expect(long.description).toBe('Ketel vervangen Ketel vervangen Ketel… XXX');
  });
});

describe('what comes from SnelStart', () => {
  it('setting articleGroups: by exact name; the others are not selected', async () => {
    const session = await open();
    const settings = { articleGroups: ['Sanitair'] };
    const { present, gone } = await session.pull('articles', null, { settings });
    const group = session.books.groups().find((one) => one.name === 'Sanitair');
    expect(present.size).toBeGreaterThan(0);
    expect(new Set([...present.values()].map((article) => article.groupExternalId))).toEqual(new Set([group?.id]));
    expect(gone.get(session.books.article('ARBEID').id)).toBe('not-selected');
    expect((await session.listIds('articles', settings)).ids.sort()).toEqual([...present.keys()].sort());
    const groups = await session.pull('articleGroups', null, { settings });
    expect([...groups.present.values()].map((one) => one.name)).toEqual(['Sanitair']);
  });

  const orders = async (settings: Settings) => {
    const session = await open({ simulator: { books: 'practice' } });
    const pull = await session.pull('orders', null, { settings });
    return { session, orders: [...pull.present.values()] };
  };

  it('setting pullOrders: none, and no request, unless they are asked for', async () => {
    const session = await open();
    await session.administration();
    session.simulator.control.clearRequests();
    expect((await session.pull('orders', null, { settings: { pullOrders: false } })).pages).toEqual([]);
    expect(session.requests()).toBe(0);
  });

  it('setting pullOrders: those still to be done, not those that are quotes, delivered, blocked or invoiced', async () => {
    const { orders: got } = await orders({ pullOrders: true });
    expect(got.map((order) => order.workDescription).sort()).toEqual(
      [
        'Dakinspectie Vijverhof 12-40',
        'Jaarlijks onderhoud cv (wb)',
        'WB Groepenkast uitbreiden, 2 groepen',
        'WB Keukenkraan vervangen',
        'WB Lekkage toilet herstellen',
        'WB Levering en plaatsing EPDM',
        'WB Vervangen TL door led, gymzaal',
      ].sort(),
    );
  });

  it('setting pullOrdersFilterWord: anywhere in the description, without regard to capitals', async () => {
    const { orders: got } = await orders({ pullOrders: true, pullOrdersFilterWord: ' wB ' });
    expect(got).toHaveLength(6);
    expect(got.map((order) => order.workDescription)).not.toContain('Dakinspectie Vijverhof 12-40');
  });

  it('setting pullOrdersLines: stay behind, or come along with their articles, texts and agreed prices', async () => {
    const find = async (settings: Settings) =>
      (await orders({ pullOrders: true, ...settings })).orders.find((one) =>
        one.workDescription.startsWith('Dakinspectie'),
      );
    expect((await find({}))?.lines).toEqual([]);
    expect((await find({ pullOrdersLines: true }))?.lines).toMatchObject([
      { description: 'Arbeidsuur monteur', quantity: '6', unitPrice: '62.5' },
      { description: 'Dakdoorvoer vervangen', quantity: '3', unitPrice: '22.5' },
    ]);
  });

  it.each([
    ['description', 'WB Lekkage toilet herstellen'],
    ['memo', 'Sleutel bij de buren op nr. 14.\nGraag voor 12:00 uur.'],
    ['both', 'WB Lekkage toilet herstellen\nSleutel bij de buren op nr. 14.\nGraag voor 12:00 uur.'],
  ])('setting pullOrdersDescription: from the %s', async (pullOrdersDescription, expected) => {
    const { session, orders: got } = await orders({ pullOrders: true, pullOrdersDescription });
    const customer = session.books.customer("'t Hoekje").id;
    expect(got.find((order) => order.customerExternalId === customer)?.workDescription).toBe(expected);
  });

  it('takes another field when the chosen one is empty, since a work order needs a description', async () => {
    const { orders: got } = await orders({ pullOrders: true, pullOrdersDescription: 'memo' });
    expect(got.map((order) => order.workDescription)).toContain('WB Keukenkraan vervangen');
  });
});

describe('Controleer', () => {
  const checked = async (key: string, settings: Settings) => {
    const session = await open();
    return valueOf(await snelstart.checkSetting(await session.context(settings), key));
  };

  it.each([
    ['travelArticle', { travelArticle: 'REISTIJD' }, 'REISTIJD: Reistijd monteur'],
    ['workArticle', { workArticle: '007' }, "007: Loodgieterskit 't Hechtsterk, koker 310 ml"],
    ['standardArticle', { standardArticle: 'VOORRIJ', articleGroups: ['Diensten'] }, 'VOORRIJ: Voorrijkosten'],
    ['articleGroups', { articleGroups: ['Sanitair', 'sanitair'] }, 'Gevonden: Sanitair, sanitair.'],
    ['template', { template: 'Standaard factuur' }, 'Gevonden: Standaard factuur.'],
  ])('setting %s: is right, %j', async (key, settings, detail) => {
    expect(await checked(key, settings)).toMatchObject({ ok: true, verified: true, detail: { nl: detail } });
  });

  it.each([
    ['travelArticle', { travelArticle: 'BESTAATNIET' }, 'article-unknown', /niet bekend in SnelStart/],
    ['workArticle', { workArticle: '7' }, 'article-unknown', /‘7’/],
    ['workArticle', { workArticle: "x' or 1 eq 1 or '" }, 'article-unknown', /niet bekend/],
    ['standardArticle', { standardArticle: 'R22' }, 'article-inactive', /non-actief/],
    [
      'standardArticle',
      { standardArticle: 'VOORRIJ', articleGroups: ['Sanitair'] },
      'article-not-pulled',
      /‘Diensten’/,
    ],
    ['articleGroups', { articleGroups: ['diensten'] }, 'article-group-unknown', /niet bekend/],
    ['template', { template: 'standaard factuur' }, 'template-unknown', /niet bekend/],
  ])('setting %s: is wrong, %j', async (key, settings, code, message) => {
    const found = await checked(key, settings);
    expectWrong(found, { kind: 'invalid-input', code: `snelstart.${code}` }, message);
  });

  it('tells which name was probably meant when only a capital differs', async () => {
    const found = await checked('articleGroups', { articleGroups: ['diensten'] });
    expect(found.ok ? '' : found.problem.text?.action?.nl).toContain('‘Diensten’');
  });

  it('offers the names of the active templates', async () => {
    const session = await open();
    const choices = valueOf(await snelstart.listChoices(await session.context(), 'template'));
    expect(choices.map((choice) => choice.value)).toContain('Standaard factuur');
    expect(choices.every((choice) => choice.label.nl === choice.value)).toBe(true);
  });
});
