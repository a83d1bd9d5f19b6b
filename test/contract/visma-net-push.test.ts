/** What is particular about sending to Visma.net: two services, answers without body, files that follow later. */
import { describe, expect, it } from 'vitest';
import type { AttachTask } from '../../connectors/_kit/connector';
import type { DocumentLine, DocumentRequest, OutgoingDocument, RemoteDocument } from '../../connectors/_kit/document';
import type { Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import { connector } from '../../connectors/visma-net/index';
import { startSimulator, type VismaBooks } from '../../connectors/visma-net/simulator/index';
import { articleLine, documentFor, pdfOf } from './documents';
import { valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const ORDER: Settings = { document: 'salesOrder', warehouse: 'HOOFD' };
const INVOICE: Settings = { document: 'invoice' };
const KINDS = [
  ['sales order', ORDER],
  ['customer invoice', INVOICE],
] as const;
const MINUTE_MS = 60_000;

const open = onSmallBooks(connector, startSimulator);

/** A document for Café Zoë, with lines by article code and quantity. */
async function documentOf(
  session: Session<VismaBooks>,
  lines: readonly (readonly [code: string, quantity: string, more?: Partial<DocumentLine>])[] = [['ARBEID', '1']],
  more: Partial<OutgoingDocument> = {},
): Promise<OutgoingDocument> {
  const customers = await session.pull('customers');
  const articles = await session.pull('articles');
  const customer = customers.present.get(session.books.customer('Café Zoë').id);
  if (customer === undefined) throw new Error('Café Zoë is not there');
  const articleLines = lines.map(([code, quantity, changes]) => {
    const article = articles.present.get(session.books.article(code).id);
    if (article === undefined) throw new Error(`No article ${code}`);
    return articleLine(article, quantity, changes);
  });
  return documentFor(customer, articleLines, more);
}

interface Outcome {
  readonly request: DocumentRequest;
  readonly booked: RemoteDocument | null;
  /** One for each variant that was not taken. */
  readonly problems: readonly Problem[];
}

/** As the outbox does: the next variant only after a refusal. */
async function send(session: Session<VismaBooks>, document: OutgoingDocument, settings: Settings): Promise<Outcome> {
  const request = connector.push.toRequest(document, settings, await session.administration());
  const ctx = await session.context(settings, undefined, 'push');
  const problems: Problem[] = [];
  for (const variant of request.variants) {
    const made = await connector.push.create(ctx, variant, []);
    if (made.ok) return { request, booked: made.value, problems };
    problems.push(made.problem);
    if (made.problem.kind !== 'rejected') break;
  }
  return { request, booked: null, problems };
}

const find = async (session: Session<VismaBooks>, marker: string, settings: Settings) =>
  connector.push.findByMarker(await session.context(settings, undefined, 'push'), {
    marker,
    customerExternalId: '',
    sentAtMs: session.time.nowMs(),
  });

const LONG = 'Verwarmingsketel vervangen, leidingen nagekeken en de installatie opnieuw ingeregeld. ';

describe.each(KINDS)('%s: prices and quantities', (_kind, settings) => {
  it('arrive digit for digit, with the total of the preview', async () => {
    const session = await open();
    const document = await documentOf(session, [
      ['ONDERHOUD-CV', '3'],
      ['ARBEID', '0.25', { unitPrice: '60.123456', priceChanged: true }],
    ]);
    const { request, booked } = await send(session, document, settings);
    const [made] = session.simulator.control.documents();
    expect(made?.lines.map(({ quantity, unitPrice, total }) => [quantity, unitPrice, total])).toEqual(
      request.lines.map((line) => [line.quantity, line.unitPrice, line.totalExclVat]),
    );
    expect(made?.lines[1]).toMatchObject({ quantity: '0.25', unitPrice: '60.123456', total: '15.03' });
    expect(booked?.totalExclVat).toBe(made?.totalExclVat);
  });

  it('have the article’s unit, and stay as the office gave them where prices are worked out again', async () => {
    const session = await open({ simulator: { quirks: { priceWithoutManual: 'recalculate' } } });
    const changed = { unitPrice: '99.5', priceChanged: true };
    await send(session, await documentOf(session, [['ARBEID', '1', changed]]), settings);
    expect(session.simulator.control.documents()[0]?.lines[0]).toMatchObject({ unitPrice: '99.5' });
  });
});

describe.each(KINDS)('%s: texts', (_kind, settings) => {
  it.each(['refuse', 'cut', 'accept'])('that are too long are cut at a word, and told (%s)', async (textTooLong) => {
    const session = await open({ simulator: { quirks: { textTooLong } } });
    const document = await documentOf(
      session,
      [['ARBEID', '1', { description: LONG.repeat(5), descriptionChanged: true }]],
      { workDescription: LONG.repeat(30), customerReference: LONG },
    );
    const { request, booked } = await send(session, document, {
      ...settings,
      remarks: 'workDescription',
      customerReference: 'customerReference',
    });
    expect(booked).not.toBeNull();
    expect(request.cuts.map((cut) => [cut.field.nl, cut.allowed])).toEqual([
      ['Klantreferentie', 40],
      ['Notities', 2048],
      ['Omschrijving van de regel', 256],
    ]);
    expect(session.simulator.control.documents()[0]?.lines[0]?.description).toMatch(/…$/);
  });

  it('of the customer never take the place of the marker', async () => {
    const session = await open();
    const document = await documentOf(session, undefined, { customerReference: 'PO 4711' });
    await send(session, document, { ...settings, customerReference: 'both' });
    expect(valueOf(await find(session, document.marker, settings))).toHaveLength(1);
  });
});

describe('where the documents go astray', () => {
  it.each(KINDS)('a %s is found back after the setting changed', async (_kind, settings) => {
    const session = await open();
    const document = await documentOf(session);
    const { booked } = await send(session, document, settings);
    const other = settings === ORDER ? INVOICE : ORDER;
    expect(valueOf(await find(session, document.marker, other))).toEqual([booked]);
  });

  it('an invoice is surely not there for a link that may not use sales orders at all', async () => {
    const session = await open({ secrets: ({ serviceClientId: _id, ...others }) => others });
    expect(valueOf(await find(session, 'SK-TEST01-1042-1', INVOICE))).toEqual([]);
    expect((await find(session, 'SK-TEST01-1042-1', ORDER)).ok).toBe(false);
  });

  it('a sales order is found among hundreds, and by the key of its customer', async () => {
    const session = await open();
    const document = await documentOf(session);
    const { booked } = await send(session, document, ORDER);
    for (let at = 0; at < 230; at += 1) session.books.addOrder({ customer: 'Café Zoë', description: `Order ${at}` });
    expect(valueOf(await find(session, document.marker, ORDER))).toEqual([booked]);
    expect(booked?.customerExternalId).toBe(session.books.customer('Café Zoë').id);
  });
});

describe('warehouses', () => {
  it('that are refused on the lines are tried on the order alone', async () => {
    const session = await open();
    const { request } = await send(session, await documentOf(session), ORDER);
    const [first, second] = request.variants as { body: { orderLines: object[]; shipping: object } }[];
    expect(first?.body.orderLines[0]).toMatchObject({ warehouseId: 'HOOFD' });
    expect(second?.body.orderLines[0]).not.toHaveProperty('warehouseId');
    expect(second?.body.shipping).toEqual({ preferredWarehouseId: 'HOOFD' });
  });

  it('that were closed are refused in plain words', async () => {
    const session = await open();
    session.books.closeWarehouse('HOOFD');
    const { booked, problems } = await send(session, await documentOf(session), ORDER);
    expect(booked).toBeNull();
    expect(problems.at(-1)).toMatchObject({
      kind: 'rejected',
      code: 'visma-net.1802-InvalidWarehouseId',
      text: { action: { nl: expect.stringContaining('ander magazijn') as string } },
    });
  });
});

describe('refusals', () => {
  const FACTS = [
    [
      'a customer that is gone',
      (books: VismaBooks) => books.renumberCustomer('Café Zoë', '77777'),
      /bestaat niet meer/,
    ],
    [
      'a customer on hold',
      (books: VismaBooks) => books.changeCustomer('Café Zoë', { status: 'OnHold' }),
      /geblokkeerd/,
    ],
    ['an article that is gone', (books: VismaBooks) => books.deleteArticle('ARBEID'), /artikel .* bestaat niet meer/],
    ['an article that is not sold', (books: VismaBooks) => books.deactivateArticle('ARBEID'), /niet worden verkocht/],
    ['another unit', (books: VismaBooks) => books.changeArticle('ARBEID', { unit: 'DAG' }), /eenheid/],
    ['a closed period', (books: VismaBooks) => books.closePeriodsBefore('2027-01-01'), /periode/],
  ] as const;

  const cases = KINDS.flatMap(([kind, settings]) => FACTS.map(([what, edit, words]) => ({ kind, settings, what, edit, words }))); // prettier-ignore

  it.each(cases)('$kind with $what: says what is wrong and what to do', async ({ settings, edit, words }) => {
    const session = await open();
    const document = await documentOf(session);
    edit(session.books);
    const { booked, problems } = await send(session, document, settings);
    expect(booked).toBeNull();
    const last = problems.at(-1);
    expect(last?.kind).toBe('rejected');
    expect(last?.text?.message.nl).toMatch(words);
    expect(last?.text?.action?.nl).toMatch(/\w/);
    expect(last?.vendor?.text).toMatch(/\w/);
    expect(session.simulator.control.documents()).toEqual([]);
  });

  it.each(['message', 'Message'])(
    'of invoices that come as a server error (%s) are refusals all the same',
    async (messageKey) => {
      const session = await open({ simulator: { quirks: { validationStatus: '500', messageKey } } });
      const document = await documentOf(session);
      session.books.changeCustomer('Café Zoë', { status: 'OnHold' });
      const { problems } = await send(session, document, INVOICE);
      expect(problems).toMatchObject([
        { kind: 'rejected', code: 'visma-net.customer-blocked', vendor: { status: 500 } },
      ]);
    },
  );

  it('that nobody knows show the words of Visma.net', async () => {
    const session = await open();
    session.simulator.control.fault({
      kind: 'status',
      status: 400,
      body: JSON.stringify({ message: 'Cost center is verplicht.' }),
      headers: { 'content-type': 'application/json' },
      match: { method: 'POST', path: '/v2/customerinvoice' },
    });
    const { problems } = await send(session, await documentOf(session), INVOICE);
    expect(problems).toMatchObject([{ code: 'rejected', params: { text: 'Cost center is verplicht.' } }]);
  });

  it('for lack of rights are told apart', async () => {
    const session = await open();
    const document = await documentOf(session);
    session.books.withdrawRights('create', 'write');
    expect((await send(session, document, INVOICE)).problems).toMatchObject([{ code: 'visma-net.not-allowed' }]);
    expect((await send(session, document, ORDER)).problems).toMatchObject([
      { code: 'visma-net.sales-orders-not-allowed' },
    ]);
  });
});

describe.each(KINDS)('%s: PDFs', (_kind, settings) => {
  const prepared = async (session: Session<VismaBooks>): Promise<AttachTask> => {
    const document = await documentOf(session);
    const { booked } = await send(session, document, settings);
    if (booked === null) throw new Error('Nothing was booked');
    return { attachment: pdfOf('work-order'), remote: booked, document, sentAtMs: session.time.nowMs() };
  };
  const attaching = () => {
    const found = connector.push.attaching;
    if (found === undefined) throw new Error('Visma.net takes PDFs');
    return found;
  };
  const files = (session: Session<VismaBooks>) =>
    session.simulator.control.documents()[0]?.fields.attachments as { name: string; revision: number }[];

  it('go with the document, and are found there', async () => {
    const session = await open();
    const task = await prepared(session);
    const ctx = await session.context(settings, undefined, 'push');
    expect(await attaching().find(ctx, task)).toEqual({ ok: true, value: false });
    session.simulator.control.clearRequests();
    expect(await attaching().put(ctx, task)).toEqual({ ok: true, value: null });
    const [upload] = session.simulator.control.requests();
    expect(upload?.body).toMatchObject([
      { fileName: 'Werkbon 1042.pdf', contentType: 'application/pdf', bytes: task.attachment.bytes.byteLength },
    ]);
    expect(await attaching().find(ctx, task)).toEqual({ ok: true, value: true });
    const forms = { ...task, attachment: pdfOf('custom-forms') };
    expect(await attaching().find(ctx, forms)).toEqual({ ok: true, value: false });
  });

  it('that are put again become a next revision, never a second file', async () => {
    const session = await open();
    const task = await prepared(session);
    const ctx = await session.context(settings, undefined, 'push');
    session.simulator.control.fault({ kind: 'reset-after-commit', match: { method: 'POST', path: '/attachment' } });
    expect(await attaching().put(ctx, task)).toMatchObject({ problem: { kind: 'outcome-unknown' } });
    expect(await attaching().find(ctx, task)).toEqual({ ok: true, value: true });
    expect((await attaching().put(ctx, task)).ok).toBe(true);
    expect(files(session)).toMatchObject([{ name: 'Werkbon 1042.pdf', revision: 2 }]);
  });

  it('are not taken for absent when the document cannot be read', async () => {
    const session = await open();
    const task = await prepared(session);
    session.simulator.control.fault({ kind: 'status', status: 503, match: { method: 'GET' } });
    const ctx = await session.context(settings, undefined, 'push');
    expect(await attaching().find(ctx, task)).toMatchObject({ problem: { kind: 'maintenance' } });
  });
});

describe('PDFs of a sales order', () => {
  const start = async (quirks: Record<string, string>, daysInQueue = 0) => {
    const session = await open({ simulator: { quirks }, startMs: Date.parse('2026-11-22T10:00:00Z') });
    const document = await documentOf(session);
    await session.time.advance(daysInQueue * 24 * 60 * MINUTE_MS);
    const { booked } = await send(session, document, ORDER);
    if (booked === null) throw new Error('Nothing was booked');
    const task = { attachment: pdfOf('work-order'), remote: booked, document, sentAtMs: session.time.nowMs() };
    const put = async () => connector.push.attaching?.put(await session.context(ORDER, undefined, 'push'), task);
    return { session, put };
  };

  it.each([0, 3])(
    'wait until the finance API knows the order too, sent %i days after it was archived',
    async (days) => {
      const { session, put } = await start({ orderVisibleAfterSeconds: '40' }, days);
      expect(await put()).toMatchObject({
        problem: { kind: 'maintenance', code: 'visma-net.order-not-known-yet', notCarriedOut: true },
      });
      await session.time.advance(MINUTE_MS);
      expect(await put()).toEqual({ ok: true, value: null });
    },
  );

  it('that Visma.net does not take any more are left to the office, in plain words', async () => {
    const { session, put } = await start({ orderAttachments: 'gone' });
    await session.time.advance(16 * 60 * MINUTE_MS);
    expect(await put()).toMatchObject({
      problem: {
        kind: 'rejected',
        code: 'visma-net.order-files-refused',
        text: { action: { nl: expect.stringContaining('Voeg hem in Visma.net bij de order toe') as string } },
      },
    });
  });
});

describe('other ways in which Visma.net may answer', () => {
  const QUIRKS: Record<string, string>[] = [
    { unwrapped: 'refuse' },
    { unknownProperties: 'refuse' },
    { nullClears: 'no' },
    { monolithTime: 'utc' },
    { v3Time: 'plain' },
    { locationHost: 'old' },
    { textCompare: 'exact' },
    { orderSections: 'all' },
    { expandLines: 'refuse' },
    { totalCount: 'null' },
    { priceWithoutManual: 'recalculate' },
    { creditHold: 'accept' },
    { ownNumber: 'refuse' },
    { staleVersion: '409' },
  ];
  it.each(KINDS.flatMap(([kind, settings]) => QUIRKS.map((quirks) => ({ kind, settings, quirks }))))(
    '$kind, $quirks',
    async ({ settings, quirks }) => {
      const session = await open({ simulator: { quirks } });
      const document = await documentOf(session);
      const { booked, problems } = await send(session, document, settings);
      expect(problems).toEqual([]);
      expect(valueOf(await find(session, document.marker, settings))).toEqual([booked]);
      if (booked === null) return;
      const ctx = await session.context(settings, undefined, 'push');
      const task = { attachment: pdfOf('work-order'), remote: booked, document, sentAtMs: session.time.nowMs() };
      expect(await connector.push.attaching?.put(ctx, task)).toEqual({ ok: true, value: null });
      expect(await connector.push.attaching?.find(ctx, task)).toEqual({ ok: true, value: true });
    },
  );
});
