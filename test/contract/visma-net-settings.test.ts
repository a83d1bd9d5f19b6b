/** Each of Visma.net's settings, shown by what the simulated Visma.net received or Simon got. */
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../connectors/_kit/settings';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import { connector } from '../../connectors/visma-net/index';
import { practiceSettings, startSimulator } from '../../connectors/visma-net/simulator/index';
import type { WorkOrderForDocument } from '../../main/db/store';
import { valueOf, type SessionOptions } from './session';
import { built, DESCRIPTION, onlyOneIn, pulled, WORK_ADDRESS_LINE } from './settings-bench';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(connector, startSimulator);

/** What arrived in Visma.net under these settings. */
const arrived = async (settings: Settings, more?: Partial<WorkOrderForDocument>): Promise<SimulatedDocument> =>
  onlyOneIn(await open(), settings, more);

const KINDS = [
  ['sales order', { document: 'salesOrder', warehouse: 'HOOFD' }],
  ['customer invoice', { document: 'invoice' }],
] as const;

describe.each(KINDS)('what goes to Visma.net as %s', (name, kind) => {
  const isOrder = name === 'sales order';

  it('setting document: decides what is made, on hold, on the day of archiving in the Netherlands', async () => {
    const document = await arrived(kind);
    expect(document).toMatchObject({
      kind: isOrder ? 'verkooporder (Hold)' : 'klantfactuur (Hold)',
      customerName: 'Café Zoë',
      description: 'Werkbon 1042',
      lines: [
        { articleCode: 'DIVERS', description: 'Lamp op zolder', quantity: '2', unitPrice: '12.34567', total: '24.69' },
      ],
    });
    expect(document.fields).toMatchObject(
      isOrder
        ? { date: '2026-11-23T00:00:00+00:00', note: null, customer: { refNo: 'SK-TEST01-1042-1', order: null } }
        : { documentDate: '2026-11-23T00:00:00', note: null, externalReference: 'SK-TEST01-1042-1' },
    );
  });

  it('setting travelArticle: 15 minutes are 0.25', async () => {
    expect((await arrived({ ...kind, travelArticle: 'REISTIJD' })).lines[0]).toMatchObject({
      articleCode: 'REISTIJD',
      quantity: '0.25',
      unitPrice: '47.5',
    });
  });

  it('setting workArticle: 120 minutes are 2', async () => {
    expect((await arrived({ ...kind, workArticle: 'ARBEID' })).lines[0]).toMatchObject({
      articleCode: 'ARBEID',
      quantity: '2',
      total: '125',
    });
  });

  it('setting standardArticle: last on every document', async () => {
    const { lines } = await arrived({ ...kind, standardArticle: 'VOORRIJ' });
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatchObject({ articleCode: 'VOORRIJ', quantity: '1' });
  });

  it.each([
    ['none', null],
    ['workAddress', WORK_ADDRESS_LINE],
    ['workDescription', DESCRIPTION],
    ['both', `${WORK_ADDRESS_LINE}\n${DESCRIPTION}`],
  ])('setting remarks: %s goes into the notes', async (remarks, expected) => {
    expect((await arrived({ ...kind, remarks })).fields.note).toBe(expected);
  });

  it.each([
    ['none', null],
    ['workOrderNumber', '1042'],
    ['customerReference', 'PO 4711'],
    ['both', '1042 / PO 4711'],
  ])('setting customerReference: %s, beside the marker', async (customerReference, expected) => {
    const { fields } = await arrived({ ...kind, customerReference });
    if (isOrder) expect(fields.customer).toMatchObject({ order: expected, refNo: 'SK-TEST01-1042-1' });
    else expect(fields).toMatchObject({ customerRefNumber: expected, externalReference: 'SK-TEST01-1042-1' });
  });

  it.each([
    ['none', []],
    ['workOrder', ['Werkbon 1042.pdf']],
    ['customForms', ['Formulieren 1042.pdf']],
    ['both', ['Werkbon 1042.pdf', 'Formulieren 1042.pdf']],
  ])('setting pdfs: %s', async (choice, expected) => {
    const { fields } = await arrived({ ...kind, pdfs: choice });
    expect((fields.attachments as { name: string }[]).map((one) => one.name)).toEqual(expected);
  });
});

describe('what does not go to Visma.net', () => {
  it('setting exclusionWord: a work order with the word in its description', async () => {
    const outcome = built(
      await pulled(await open()),
      { exclusionWord: 'garantie' },
      { description: 'Lekkage (GARANTIE)' },
    );
    expect(outcome.kind).toBe('skipped');
  });
});

describe('the warehouse of a sales order', () => {
  const settings = { document: 'salesOrder', warehouse: 'HOOFD', warehousePerEmployee: { '7': 'BUS1' } };
  const warehouses = ({ fields }: SimulatedDocument) => ({
    order: (fields.shipping as { preferredWarehouse: { id: string } | null }).preferredWarehouse?.id,
    lines: (fields.orderLines as { warehouseId: string | null }[]).map((line) => line.warehouseId),
  });

  it('setting warehousePerEmployee: that of the employee on whom the work order was planned', async () => {
    const document = await arrived(settings, { employee: { id: 7, name: 'Bram' } });
    expect(warehouses(document)).toEqual({ order: 'BUS1', lines: ['BUS1'] });
  });

  it.each([
    ['another employee', { id: 8, name: 'Sanne' }],
    ['nobody', null],
  ])('setting warehouse: for work orders planned on %s', async (_who, employee) => {
    expect(warehouses(await arrived(settings, { employee }))).toEqual({ order: 'HOOFD', lines: ['HOOFD'] });
  });
});

describe('what comes from Visma.net', () => {
  it('setting administration: one of the company that was logged in to; no other is worked with', async () => {
    const session = await open();
    const number = session.simulator.credentials.administration ?? '';
    expect(valueOf(await session.check(undefined, { administration: number }))).toMatchObject({
      name: 'Koppelaar Installatietechniek B.V.',
      id: expect.stringMatching(new RegExp(`^${number}/`)) as string,
    });
    expect(await session.check(undefined, { administration: '9' })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-input', code: 'visma-net.administration-unknown', field: 'administration' },
    });
  });

  const orders = async (settings: Settings) => {
    const session = await open({ simulator: { books: 'practice' } });
    const pull = await session.pull('orders', null, { settings });
    expect(pull.problem).toBeNull();
    return [...pull.present.values()];
  };
  const ORDERS = [
    ['pullOrders', 'order', ['WB Stortbak loopt door', 'WB Kabels trekken nieuwbouw'], 5, 4],
    ['pullQuotes', 'quote', ['WB Warmtepomp voor het blok', 'Afzuiging boven het fornuis'], 2, 1],
  ] as const;

  describe.each(ORDERS)('%s', (prefix, kind, descriptions, all, withWord) => {
    it(`setting ${prefix}: no brings none, yes those that are agreed`, async () => {
      expect(await orders({ [prefix]: false })).toEqual([]);
      const found = await orders({ [prefix]: true });
      expect(found).toHaveLength(all);
      expect(new Set(found.map((order) => order.kind))).toEqual(new Set([kind]));
      expect(found.map((order) => order.workDescription)).toEqual(expect.arrayContaining([...descriptions]));
    });

    it(`setting ${prefix}FilterWord: anywhere in the description, in any case`, async () => {
      const found = await orders({ [prefix]: true, [`${prefix}FilterWord`]: ' wb ' });
      expect(found).toHaveLength(withWord);
      for (const order of found) expect(order.workDescription).toMatch(/wb/i);
    });

    it.each([false, true])(`setting ${prefix}Lines: %s`, async (lines) => {
      for (const order of await orders({ [prefix]: true, [`${prefix}Lines`]: lines })) {
        if (lines) expect(order.lines.length).toBeGreaterThan(0);
        else expect(order.lines).toEqual([]);
      }
    });
  });

  it('setting pullQuotesFilterWord: is not that of the sales orders', async () => {
    const found = await orders({
      pullOrders: true,
      pullOrdersFilterWord: 'stortbak',
      pullQuotes: true,
      pullQuotesFilterWord: 'fornuis',
    });
    expect(found.map((order) => [order.kind, order.workDescription])).toEqual([
      ['order', 'WB Stortbak loopt door'],
      ['quote', 'Afzuiging boven het fornuis'],
    ]);
  });
});

describe('Controleer', () => {
  const checked = async (settings: Settings, key: string, options: SessionOptions = {}) => {
    const session = await open(options);
    return valueOf(await connector.checkSetting(await session.context(settings), key));
  };

  it.each(['travelArticle', 'workArticle', 'standardArticle'])(
    'setting %s: names the article it found',
    async (key) => {
      expect(await checked({ [key]: 'ARBEID' }, key)).toMatchObject({
        ok: true,
        verified: true,
        detail: { nl: 'ARBEID: Arbeidsuur monteur' },
      });
      expect(await checked({}, key)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['BESTAATNIET', 'visma-net.article-unknown', /niet bekend/],
    ['arbeid', 'visma-net.article-unknown', /niet bekend/],
    ['TL-58', 'visma-net.article-inactive', /niet worden verkocht/],
  ])('setting workArticle: %s is refused (%s)', async (workArticle, code, sentence) => {
    const found = await checked({ workArticle }, 'workArticle', { simulator: { books: 'practice' } });
    expect(found).toMatchObject({ ok: false, problem: { code } });
    expect(found.ok ? '' : found.problem.text?.message.nl).toMatch(sentence);
  });

  it('setting workArticle: an article that is kept in stock is refused, since it does not come over', async () => {
    const session = await open();
    session.books.addArticle({ number: 'BUIS-15', description: 'Koperbuis', price: '4.20', stockItem: true });
    const found = await connector.checkSetting(await session.context({ workArticle: 'BUIS-15' }), 'workArticle');
    expect(valueOf(found)).toMatchObject({ ok: false, problem: { code: 'visma-net.article-in-stock' } });
  });

  it('setting warehouse: offers the active ones, and refuses others', async () => {
    const session = await open();
    const choices = valueOf(await connector.listChoices(await session.context(), 'warehouse'));
    expect(choices.map((one) => one.label.nl)).toEqual([
      'HOOFD Hoofdmagazijn',
      'BUS1 Bus 1, Bram',
      'BUS2 Bus 2, Sanne',
    ]);
    expect(await checked({ warehouse: 'HOOFD' }, 'warehouse')).toMatchObject({ ok: true, verified: true });
    expect(await checked({ warehouse: 'OUD' }, 'warehouse')).toMatchObject({
      ok: false,
      problem: { code: 'visma-net.warehouse-unknown', params: { warehouse: 'OUD' } },
    });
  });

  it('setting warehousePerEmployee: looks at each of them', async () => {
    expect(await checked({}, 'warehousePerEmployee')).toMatchObject({ ok: true });
    const right = { warehousePerEmployee: { '7': 'BUS1', '8': 'BUS2' } };
    expect(await checked(right, 'warehousePerEmployee')).toMatchObject({ ok: true });
    const wrong = { warehousePerEmployee: { '7': 'BUS1', '8': 'OUD', '9': 'WEG' } };
    expect(await checked(wrong, 'warehousePerEmployee')).toMatchObject({
      problem: { params: { warehouse: 'OUD, WEG' } },
    });
  });

  it('setting administration: offers those of the login by number and name', async () => {
    const session = await open();
    const number = session.simulator.credentials.administration ?? '';
    const ctx = await session.context({ administration: number });
    expect(valueOf(await connector.listChoices(ctx, 'administration'))).toMatchObject([
      { value: number, label: { nl: `${number} Koppelaar Installatietechniek B.V.` } },
    ]);
    expect(valueOf(await connector.checkSetting(ctx, 'administration'))).toMatchObject({ ok: true, verified: true });
    const other = await session.context({ administration: '9' });
    expect(valueOf(await connector.checkSetting(other, 'administration'))).toMatchObject({
      ok: false,
      problem: { code: 'visma-net.administration-unknown' },
    });
  });

  it.each([
    ['document', { document: 'salesOrder' }],
    ['pullOrders', { pullOrders: true }],
    ['pullQuotes', { pullQuotes: true }],
  ])('setting %s: tells when the link may not use sales orders, and what to do', async (key, settings) => {
    expect(await checked(settings, key)).toMatchObject({ ok: true, verified: true });
    const withoutService = {
      secrets: ({ serviceClientId: _id, ...others }: Readonly<Record<string, string>>) => others,
    };
    const found = await checked(settings, key, withoutService);
    expect(found).toMatchObject({ ok: false, problem: { code: 'visma-net.sales-orders-not-allowed' } });
    expect(found.ok ? '' : found.problem.text?.action?.nl).toMatch(/service-app/);
  });

  it.each([
    ['document', { document: 'invoice' }],
    ['pullOrders', {}],
    ['pullQuotes', {}],
  ])('setting %s: needs no service app while no sales orders are used', async (key, settings) => {
    const secrets = ({ serviceClientId: _id, ...others }: Readonly<Record<string, string>>) => others;
    expect(await checked(settings, key, { secrets })).toMatchObject({ ok: true });
  });
});

describe('practice settings', () => {
  it('are right in the practice books', async () => {
    const session = await open({ simulator: { books: 'practice', seed: 1 } });
    valueOf(await session.check(undefined, practiceSettings));
    const ctx = await session.context(practiceSettings);
    for (const { key, check } of connector.manifest.settings) {
      if (check === 'live') expect(valueOf(await connector.checkSetting(ctx, key)), key).toMatchObject({ ok: true });
    }
  });
});
