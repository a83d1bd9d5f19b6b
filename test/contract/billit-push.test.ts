/** What is particular about sending to Billit: keys that work once, fields of unknown length, PDFs in the same call. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type {
  Attachment,
  DocumentLine,
  DocumentRequest,
  OutgoingDocument,
  RemoteDocument,
} from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import { connector } from '../../connectors/billit/index';
import { startSimulator, type BillitBooks } from '../../connectors/billit/simulator/index';
import { articleLine, descriptionLine, documentFor } from './documents';
import { LinkedCompany, openBooks } from './linked-company';
import { valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(connector, startSimulator);

/** A document for Café Zoë, with lines by article code and quantity. */
async function documentOf(
  session: Session<BillitBooks>,
  lines: readonly (readonly [code: string, quantity: string, more?: Partial<DocumentLine>])[] = [['ARBEID', '1']],
  more: Partial<OutgoingDocument> & { readonly leadingText?: string } = {},
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
  const { leadingText, ...rest } = more;
  const lead = leadingText === undefined ? [] : [descriptionLine(leadingText)];
  return documentFor(customer, [...lead, ...articleLines], rest);
}

interface Outcome {
  readonly request: DocumentRequest;
  readonly booked: RemoteDocument | null;
  /** One for each variant that was not taken. */
  readonly problems: readonly Problem[];
}

/** As the outbox does: the next variant only after a refusal. */
async function send(
  session: Session<BillitBooks>,
  document: OutgoingDocument,
  settings: Settings = {},
  attachments: readonly Attachment[] = [],
): Promise<Outcome> {
  const request = connector.push.toRequest(document, settings, await session.administration());
  const ctx = await session.context(settings, undefined, 'push');
  const problems: Problem[] = [];
  for (const variant of request.variants) {
    const made = await connector.push.create(ctx, variant, attachments);
    if (made.ok) return { request, booked: made.value, problems };
    problems.push(made.problem);
    if (made.problem.kind !== 'rejected') break;
  }
  return { request, booked: null, problems };
}

async function find(
  session: Session<BillitBooks>,
  { marker, customer }: OutgoingDocument,
): Promise<readonly RemoteDocument[]> {
  const query = { marker, customerExternalId: customer.externalId, sentAtMs: session.time.nowMs() };
  return valueOf(await connector.push.findByMarker(await session.context(), query));
}

const pdf = (fileName: string, bytes: Uint8Array): Attachment => ({
  kind: 'work-order',
  fileName,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const LONG = 'Verwarmingsketel vervangen, leidingen nagekeken en de installatie opnieuw ingeregeld. ';

describe('invoice', () => {
  it('is made for the customer by its id, on the day of archiving, due after the term of the customer', async () => {
    const session = await open();
    session.books.changeCustomer('Café Zoë', { expiryOffsetDays: 14 });
    const customers = session.books.customers().length;
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    const [arrived, ...others] = session.simulator.control.documents();
    expect(others).toEqual([]);
    expect(arrived).toMatchObject({ kind: 'factuur', customerName: 'Café Zoë', number: booked?.number });
    expect(arrived?.fields).toMatchObject({
      OrderDate: '2026-11-22T00:00:00',
      ExpiryDate: '2026-12-06T00:00:00',
      ExternalProvider: 'SimonKoppel',
      ExternalProviderID: document.marker,
      InternalInfo: `Simon werkbon ${document.workOrderNumber} ${document.marker}`,
      IsSent: false,
    });
    expect(session.books.customers()).toHaveLength(customers);
  });

  it('is due after the term of the company when the customer has none', async () => {
    const session = await open();
    session.books.changeCustomer('Café Zoë', { expiryOffsetDays: null });
    await send(session, await documentOf(session));
    expect(session.simulator.control.documents()[0]?.fields.ExpiryDate).toBe('2026-12-22T00:00:00');
  });

  it('has quantities and prices digit for digit, with the totals of the preview', async () => {
    const session = await open({ simulator: { quirks: { lineDecimals: '5' } } });
    const { request, booked } = await send(
      session,
      await documentOf(session, [
        ['ONDERHOUD-CV', '3'],
        ['000123', '0.25'],
        ['KORTING', '1'],
      ]),
    );
    expect(session.simulator.control.documents()[0]?.lines).toMatchObject([
      { articleCode: 'ONDERHOUD-CV', quantity: '3', unitPrice: '94.21488', total: '282.64' },
      { articleCode: '000123', quantity: '0.25', unitPrice: '0.10331', total: '0.03' },
      { articleCode: 'KORTING', quantity: '1', unitPrice: '-25', total: '-25' },
    ]);
    expect(request.lines.map((line) => line.totalExclVat)).toEqual(['282.64', '0.03', '-25']);
    expect(booked?.totalExclVat).toBe('257.67');
  });

  it('tells the total that Billit made of it, also when Billit takes its own price', async () => {
    const session = await open({ simulator: { quirks: { lineOverProduct: 'product' } } });
    const document = await documentOf(session, [['ARBEID', '2', { unitPrice: '50', priceChanged: true }]]);
    expect((await send(session, document)).booked?.totalExclVat).toBe('125');
  });

  it('names every property as Billit does', async () => {
    const session = await open({ simulator: { quirks: { unknownProperties: 'refuse' } } });
    const settings = { customerReference: 'both', remarks: 'both' };
    const document = await documentOf(session, [['ARBEID', '1']], {
      leadingText: 'Ketel vervangen',
      customerReference: 'PO 1',
    });
    const files = [pdf('Werkbon 1042.pdf', Buffer.from('%PDF-1.7'))];
    expect((await send(session, document, settings, files)).problems).toEqual([]);
  });

  it('is looked up when it could not be read back', async () => {
    const session = await open();
    const document = await documentOf(session);
    session.simulator.control.fault({ kind: 'status', status: 500, match: { method: 'GET', path: '/v1/orders/' } });
    const { booked, problems } = await send(session, document);
    expect(booked).toBeNull();
    expect(problems.at(-1)).toMatchObject({ kind: 'outcome-unknown' });
    expect(session.simulator.control.documents()).toHaveLength(1);
  });

  it('is never taken for the one whose number is the beginning of its own', async () => {
    const session = await open();
    session.simulator.control.fault({ kind: 'truncated-chunked', match: { method: 'POST', path: '/v1/orders' } });
    session.simulator.control.fault({ kind: 'status', status: 500, match: { method: 'GET', path: '/v1/orders/' } });
    const { booked, problems } = await send(session, await documentOf(session));
    expect(booked).toBeNull();
    expect(problems.at(-1)).toMatchObject({ kind: 'outcome-unknown' });
  });
});

describe('texts', () => {
  it('that are too long are cut at a word, and the cuts are reported', async () => {
    const session = await open();
    const more = { leadingText: LONG.repeat(8), workDescription: LONG.repeat(40), customerReference: LONG.repeat(2) };
    const document = await documentOf(session, [['ARBEID', '1', { description: LONG.repeat(8) }]], more);
    const { request, problems } = await send(session, document, {
      customerReference: 'both',
      remarks: 'workDescription',
    });
    expect(problems).toEqual([]);
    const [arrived] = session.simulator.control.documents();
    expect(arrived?.lines.every(({ description }) => description.length <= 512 && description.endsWith('…'))).toBe(
      true,
    );
    expect(arrived?.reference).toMatch(/^\d+ \/ Verwarmingsketel .*…$/);
    expect(arrived?.description.length).toBeLessThanOrEqual(2000);
    expect(request.cuts.map((cut) => cut.field.nl)).toEqual([
      'Klantreferentie',
      'Opmerkingen',
      'Omschrijving van de regel',
      'Omschrijving van de regel',
    ]);
  });

  it.each(['refuse', 'cut', '500'])('never reach the length at which Billit would %s them', async (textTooLong) => {
    const session = await open({ simulator: { quirks: { textTooLong } } });
    const document = await documentOf(session, [['ARBEID', '1']], { leadingText: LONG.repeat(8) });
    expect((await send(session, document)).problems).toEqual([]);
  });

  it('of the work description become a line with an amount of nothing when a bare one is refused', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '2']], { leadingText: 'Ketel vervangen' });
    session.simulator.control.fault({
      kind: 'status',
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: '{"errors":[{"Code":"RequiredField_0_","Description":"Het veld Quantity is verplicht"}]}',
      match: { method: 'POST', path: '/v1/orders' },
    });
    const { booked, problems } = await send(session, document);
    expect(problems).toMatchObject([{ kind: 'rejected', vendor: { text: 'Het veld Quantity is verplicht' } }]);
    expect(booked?.totalExclVat).toBe('125');
    const [, second] = session.simulator.control
      .requests()
      .filter(({ method }) => method === 'POST')
      .slice(-2);
    expect((second?.body as { OrderLines: unknown[] }).OrderLines[0]).toEqual({
      Description: 'Ketel vervangen',
      Quantity: 0,
      UnitPriceExcl: 0,
      VATPercentage: 21,
    });
  });
});

describe('PDFs', () => {
  it('arrive with the invoice, byte for byte', async () => {
    const session = await open();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256);
    const files = [pdf('Werkbon 1042.pdf', bytes), pdf('Eigen formulieren 1042.pdf', Buffer.from('%PDF-1.7'))];
    await send(session, await documentOf(session), {}, files);
    const [arrived] = session.simulator.control.documents();
    const names = (arrived?.fields.Attachments as { FileName: string }[]).map(({ FileName }) => FileName);
    expect(names.slice(0, 2)).toEqual(['Werkbon 1042.pdf', 'Eigen formulieren 1042.pdf']);
    const sent = session.simulator.control
      .requests()
      .find(({ method, path }) => method === 'POST' && path === '/v1/orders');
    const [first] = (sent?.body as { Attachments: { FileContent: string }[] }).Attachments;
    expect(Buffer.from(first?.FileContent ?? '', 'base64').equals(bytes)).toBe(true);
  });

  it.each([
    ['booked at once', null],
    [
      'found after a lost answer',
      { kind: 'reset-after-commit', match: { method: 'POST', path: '/v1/orders' } } as const,
    ],
  ])('that Billit did not keep are told, and the invoice stays booked: %s', async (_how, fault) => {
    const books = await openBooks(connector, startSimulator, { attachments: 'dropped' });
    const settings = { workArticle: 'ARBEID', pdfs: 'both' };
    const company = await LinkedCompany.open(connector, books, { settings });
    if (fault !== null) books.simulator.control.fault(fault);
    const id = await company.archive();
    await company.settle();
    const { state, pdfs } = company.entry(id);
    expect(state).toBe('booked');
    expect(pdfs.map((one) => [one.fileName, one.state, one.problem?.code])).toEqual([
      ['Werkbon 1001.pdf', 'held', 'pdf-not-kept'],
      ['Formulieren 1001.pdf', 'held', 'pdf-not-kept'],
    ]);
    expect(company.messages().filter((message) => message.includes('Werkbon 1001.pdf'))).toHaveLength(1);
    expect(company.documents()).toHaveLength(1);
  });

  it('that are too large together block the invoice, with what to do, and nothing else is tried', async () => {
    const session = await open({ simulator: { quirks: { largestBody: '4MB' } } });
    const files = [pdf('Werkbon 1042.pdf', new Uint8Array(4 * 1024 * 1024))];
    const { booked, problems } = await send(session, await documentOf(session), {}, files);
    expect(booked).toBeNull();
    expect(problems).toMatchObject([{ kind: 'blocked', code: 'billit.too-large' }]);
    expect(session.simulator.control.documents()).toEqual([]);
  });
});

describe('what the office must mend', () => {
  it.each<[string, Record<string, string>, (books: BillitBooks) => void, string, RegExp]>([
    ['a deleted customer', {}, (books) => books.deleteCustomer('Café Zoë'), 'customer-refused', /klant/],
    [
      'a deleted customer',
      { unknownCustomer: '400' },
      (books) => books.deleteCustomer('Café Zoë'),
      'customer-unknown',
      /klant .* bestaat niet meer/,
    ],
    ['a deleted article', {}, (books) => books.deleteArticle('ARBEID'), 'product-unknown', /bestaat niet meer/],
    [
      'a deleted article',
      { errorShape: 'single' },
      (books) => books.deleteArticle('ARBEID'),
      'product-unknown',
      /bestaat niet meer/,
    ],
    ['no numbering', { emptyOrderNumber: 'refuse' }, () => undefined, 'no-number', /geen nummer/],
  ])('%s is named (%j), with where it is mended, and nothing is stored', async (_what, quirks, edit, code, message) => {
    const session = await open({ simulator: { quirks } });
    const document = await documentOf(session);
    edit(session.books);
    const { booked, problems } = await send(session, document);
    expect(booked).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    for (const found of problems) {
      expect(found).toMatchObject({ kind: 'rejected', code: `billit.${code}` });
      expect(found.text?.message.nl).toMatch(message);
      expect(found.text?.action?.nl).toMatch(/Billit/);
    }
    expect(session.simulator.control.documents()).toEqual([]);
  });

  it('an error without a code shows what Billit says itself', async () => {
    const session = await open({ simulator: { quirks: { errorShape: 'message' } } });
    const document = await documentOf(session);
    session.books.deleteArticle('ARBEID');
    const { problems } = await send(session, document);
    expect(problems[0]).toMatchObject({ kind: 'rejected', code: 'rejected', vendor: { status: 400 } });
    expect(problems[0]?.params.text).toMatch(/bestaat niet/);
  });

  it('a company that was closed is not taken for an unknown customer, and the invoice waits', async () => {
    const session = await open();
    const document = await documentOf(session);
    session.books.allowApi(false);
    expect((await send(session, document)).problems).toMatchObject([
      { kind: 'not-allowed', code: 'billit.company-closed' },
    ]);
  });
});

describe('a key that was used before', () => {
  it.each(['both', 'Idempotent-Key', 'Idempotency-Key'])(
    'leads to the invoice that it made, and to no second one (%s)',
    async (idempotencyHeader) => {
      const session = await open({ simulator: { quirks: { idempotencyHeader } } });
      const document = await documentOf(session);
      const { booked } = await send(session, document);
      const again = await send(session, document);
      expect(again).toMatchObject({ booked, problems: [] });
      expect(session.simulator.control.documents()).toHaveLength(1);
    },
  );

  it('leads to the invoice also when the office deleted it meanwhile', async () => {
    const session = await open();
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    session.books.deleteOrder(booked?.number ?? '');
    expect((await send(session, document)).booked?.externalId).toBe(booked?.externalId);
  });

  it('is an unknown outcome while the lists do not show the invoice yet', async () => {
    const session = await open({ simulator: { quirks: { newOrderInLists: 'after-5-seconds' } } });
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    expect((await send(session, document)).problems).toMatchObject([{ kind: 'outcome-unknown' }]);
    await session.time.advance(6_000);
    expect(await send(session, document)).toMatchObject({ booked });
  });

  it('whose invoice is nowhere to be found is a question for the office, and goes once more when it decides so', async () => {
    const books = await openBooks(connector, startSimulator, {
      externalProviderID: 'dropped',
      internalInfo: 'dropped',
    });
    const company = await LinkedCompany.open(connector, books, { settings: { workArticle: 'ARBEID' } });
    books.simulator.control.fault({ kind: 'reset-after-commit', match: { method: 'POST', path: '/v1/orders' } });
    const id = await company.archive();
    await company.settle();
    expect(company.entry(id)).toMatchObject({ state: 'unsure', held: true, problem: { code: 'taken-not-found' } });
    expect(company.documents()).toHaveLength(1);
    // Billit knows the former key, so that the same one would be refused for ever.
    await company.answerNotThere(id);
    expect(company.entry(id).state).toBe('booked');
    expect(company.documents()).toHaveLength(2);
  });

  it('is the same at every attempt, by both names of its header, and another one for another company', async () => {
    const session = await open();
    const [variant = null] = connector.push.toRequest(
      await documentOf(session),
      {},
      await session.administration(),
    ).variants;
    const ctx = await session.context();
    const keyFor = async (companyId: string): Promise<string | undefined> => {
      const keys: (string | undefined)[] = [];
      const send: typeof ctx.send = ({ headers }) => {
        keys.push(headers?.['Idempotent-Key'], headers?.['Idempotency-Key']);
        return Promise.resolve({ ok: false, problem: problem('offline', 'offline') });
      };
      await connector.push.create(
        { ...ctx, send, administration: { ...ctx.administration, id: companyId } },
        variant,
        [],
      );
      expect(new Set(keys).size).toBe(1);
      return keys[0];
    };
    const first = await keyFor('1');
    expect(first).toMatch(/\w/);
    expect(await keyFor('1')).toBe(first);
    expect(await keyFor('2')).not.toBe(first);
  });
});

describe('finding back', () => {
  it.each<Record<string, string>>([
    { textCompare: 'exact' },
    { zone: 'utc' },
    { ties: 'unstable' },
    { externalProvider: 'overwritten' },
    { externalProviderID: 'dropped' },
    { externalProviderID: 'dropped', zone: 'utc' },
    { externalProviderID: 'dropped', unknownOrder: '401' },
    { newOrderStatus: 'Draft' },
    { idempotencyHeader: 'neither' },
  ])('works with %j', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    expect(booked?.number).not.toBe('');
    expect(await find(session, document)).toEqual([booked]);
    expect(await find(session, { ...document, marker: 'SK-TEST01-0-1' })).toEqual([]);
  });

  it('works when the lists show a new invoice only after a while', async () => {
    const session = await open({ simulator: { quirks: { newOrderInLists: 'after-5-seconds' } } });
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    expect(await find(session, document)).toEqual([]);
    const { quietMs } = connector.manifest.capabilities.lookUp;
    await session.time.advance(quietMs);
    expect(await find(session, document)).toEqual([booked]);
  });

  it('tells that an invoice of ours now stands at another customer', async () => {
    const session = await open();
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    const [other] = session.books.customers().filter((customer) => customer.name !== 'Café Zoë');
    session.books.changeOrder(booked?.number ?? '', { customerId: other?.id ?? '' });
    expect((await find(session, document)).map((one) => one.customerExternalId)).toEqual([other?.id]);
  });

  it('looks among the deleted ones, since the office may have taken an invoice away on purpose', async () => {
    const session = await open();
    const document = await documentOf(session);
    const { booked } = await send(session, document);
    session.books.deleteOrder(booked?.number ?? '');
    expect((await find(session, document)).map((one) => one.externalId)).toEqual([booked?.externalId]);
  });

  it('an invoice that Simon made never comes back as a work order', async () => {
    const session = await open();
    const { booked } = await send(session, await documentOf(session));
    session.books.changeOrder(booked?.number ?? '', { type: 'Offer', status: 'ToInvoice' });
    const orders = await session.pull('orders', null, { settings: { pullOffers: true } });
    expect(orders.present.has(booked?.externalId ?? '')).toBe(false);
  });
});
