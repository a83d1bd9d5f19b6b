/** What is particular about sending to Exact Online: refusals in words only, fields of unknown length, finding back. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DocumentLine, DocumentRequest, OutgoingDocument, RemoteDocument } from '../../connectors/_kit/document';
import type { Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import { articleLine, documentFor } from './documents';
import { openSession, valueOf, type Session, type SessionOptions } from './session';

const JOURNAL = { journal: '70' };

async function open(options: SessionOptions = {}): Promise<Session<ExactOnlineBooks>> {
  const { session, close } = await openSession(connector, startSimulator, {
    ...options,
    simulator: { books: 'small', ...options.simulator },
  });
  onTestFinished(close);
  return session;
}

/** A document for Café Zoë, with lines by article code and quantity. */
async function documentOf(
  session: Session<ExactOnlineBooks>,
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
  /** One for each variant that was refused. */
  readonly problems: readonly Problem[];
}

/** As the outbox does: the next variant only after a refusal. */
async function send(
  session: Session<ExactOnlineBooks>,
  document: OutgoingDocument,
  settings: Settings = JOURNAL,
): Promise<Outcome> {
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

const LONG = 'Verwarmingsketel vervangen, leidingen nagekeken en de installatie opnieuw ingeregeld. ';

describe('prices and quantities', () => {
  it('arrive digit for digit, with the totals of the preview', async () => {
    const session = await open();
    const { request, booked } = await send(
      session,
      await documentOf(session, [
        ['ONDERHOUD-CV', '3'],
        ['007', '0.25'],
        ['KORTING', '1'],
      ]),
    );
    const [document] = session.simulator.control.documents();
    expect(document?.lines).toMatchObject([
      { quantity: '3', unitPrice: '94.21488', total: '282.64' },
      { quantity: '0.25', unitPrice: '8.67769', total: '2.17' },
      { quantity: '1', unitPrice: '-25', total: '-25' },
    ]);
    expect(request.lines.map((line) => line.totalExclVat)).toEqual(['282.64', '2.17', '-25']);
    expect(booked?.totalExclVat).toBe('259.81');
    expect(booked?.number).toBe(document?.number);
  });

  it('of an article whose VAT code includes VAT are left to Exact Online, unless the office changed them', async () => {
    const session = await open();
    session.books.changeArticle('ARBEID', { SalesVatCode: '2' });
    session.books.changeArticle('VOORRIJ', { SalesVatCode: '2' });
    const { booked } = await send(
      session,
      await documentOf(session, [
        ['ARBEID', '2'],
        ['VOORRIJ', '1', { unitPrice: '100', priceChanged: true }],
      ]),
    );
    const [document] = session.simulator.control.documents();
    expect(document?.lines.map(({ unitPrice }) => unitPrice)).toEqual(['62.5', '121']);
    expect(booked?.totalInclVat).toBe('246');
  });
});

describe('texts', () => {
  it('that are too long are cut at a word, and the cuts are reported', async () => {
    const session = await open();
    const settings = { ...JOURNAL, remarks: 'both', customerReference: 'both' };
    const document = await documentOf(session, [['ARBEID', '1', { description: LONG.repeat(5) }]], {
      workDescription: LONG.repeat(40),
      customerReference: 'Verplichting 4500187733 van de afdeling Gebouwen en Techniek',
    });
    const { request, problems } = await send(session, document, settings);
    expect(problems).toEqual([]);
    const [arrived] = session.simulator.control.documents();
    expect(arrived?.reference).toMatch(/^\d+ \/ Verplichting 4500187733 van de afdeling…$/);
    expect(String(arrived?.fields.Remarks).length).toBeLessThanOrEqual(2000);
    expect(arrived?.lines[0]?.description).toMatch(/^Verwarmingsketel .{50,98}…$/);
    expect(request.cuts.map((cut) => cut.field.nl)).toEqual(['Uw ref.', 'Opmerkingen', 'Omschrijving van de regel']);
  });

  it.each(['400', '500'])(
    'that turn out too long are sent shorter, once, and the marker stays whole (%s)',
    async (mandatoryStatus) => {
      const quirks = { textLimits: '30/30/250/60/60', mandatoryStatus };
      const session = await open({ simulator: { quirks } });
      const document = await documentOf(session, [['ARBEID', '1']], {
        workDescription: LONG.repeat(40),
        customerReference: LONG,
      });
      const { booked, problems } = await send(session, document, {
        ...JOURNAL,
        remarks: 'workDescription',
        customerReference: 'customerReference',
      });
      expect(problems).toMatchObject([{ kind: 'rejected', code: 'exact-online.text-too-long' }]);
      expect(booked?.marker).toBe(document.marker);
      const [arrived, ...others] = session.simulator.control.documents();
      expect(others).toEqual([]);
      expect(arrived?.reference.endsWith('…')).toBe(true);
    },
  );

  it('that Exact Online cuts by itself do not hide the document', async () => {
    const session = await open({ simulator: { quirks: { textLimits: '20/20/100/20/20', textTooLong: 'cut' } } });
    const document = await documentOf(session, [['ARBEID', '1']], { workOrderNumber: 'WERKBON-2026-10042' });
    const { booked } = await send(session, document);
    expect(booked?.marker).toBe(document.marker);
    const found = await connector.push.findByMarker(await session.context(), {
      marker: document.marker,
      customerExternalId: '',
      sentAtMs: session.time.nowMs(),
    });
    expect(valueOf(found)).toEqual([booked]);
  });

  it('that are short enough for every limit are sent once only: the same refusal would come again', async () => {
    const session = await open();
    const { request } = await send(session, await documentOf(session));
    expect(request.variants).toHaveLength(1);
  });
});

describe('what the office must mend', () => {
  const CASES: readonly [string, (books: ExactOnlineBooks) => void, string, RegExp][] = [
    [
      'a customer past its end date',
      (books) => books.deactivateCustomer('Café Zoë'),
      'customer-inactive',
      /niet actief/,
    ],
    [
      'a blocked customer',
      (books) => books.deactivateCustomer('Café Zoë', 'blocked'),
      'customer-blocked',
      /geblokkeerd/,
    ],
    ['a relation that is no customer any more', (books) => books.deactivateCustomer('Café Zoë', 'status'), 'no-customer', /geen klant/], // prettier-ignore
    ['a deleted customer', (books) => books.deleteCustomer('Café Zoë'), 'customer-gone', /bestaat niet meer/],
    ['a deleted article', (books) => books.deleteArticle('ARBEID'), 'article-refused', /artikel/i],
    ['an ended article', (books) => books.deactivateArticle('ARBEID'), 'article-refused', /artikel/i],
    ['a blocked journal', (books) => books.blockJournal('70'), 'journal-refused', /dagboek/],
  ];

  it.each(CASES.flatMap(([what, ...rest]) => ['nl', 'en'].map((language) => [what, language, ...rest] as const)))(
    '%s (told in %s) is named, with where in Exact Online it is mended, and nothing is stored',
    async (_what, language, edit, code, message) => {
      for (const referenceStatus of ['500', '400']) {
        const session = await open({ simulator: { quirks: { language, referenceStatus } } });
        const document = await documentOf(session);
        edit(session.books);
        const { booked, problems } = await send(session, document);
        expect(booked).toBeNull();
        expect(problems).toMatchObject([{ kind: 'rejected', code: `exact-online.${code}` }]);
        expect(problems[0]?.text?.message.nl).toMatch(message);
        expect(problems[0]?.text?.action?.nl).toMatch(/Exact Online/);
        expect(problems[0]?.vendor?.text).toMatch(/\w/);
        expect(session.simulator.control.documents()).toEqual([]);
      }
    },
  );

  it('a fraction of an article that goes in whole pieces is named', async () => {
    const session = await open({ simulator: { quirks: { fractions: 'refuse' } } });
    const { problems } = await send(session, await documentOf(session, [['VOORRIJ', '0.5']]));
    expect(problems).toMatchObject([{ kind: 'rejected', code: 'exact-online.quantity-refused' }]);
  });

  it.each([400, 500])('a refusal that nobody knows shows the words of Exact Online (%d)', async (status) => {
    const session = await open();
    const document = await documentOf(session);
    const value = 'De vervaldatum valt op een onmogelijke dag.';
    const body = JSON.stringify({ error: { code: '', message: { lang: '', value } } });
    session.simulator.control.fault({
      kind: 'status',
      status,
      body,
      headers: { 'content-type': 'application/json' },
      match: { method: 'POST', path: '/SalesInvoices' },
    });
    expect((await send(session, document)).problems).toMatchObject([
      { kind: 'rejected', code: 'rejected', vendor: { status, text: value } },
    ]);
  });

  it('a missing right is not taken for a login that ended', async () => {
    const session = await open();
    const document = await documentOf(session);
    session.books.withdrawRights('Sales invoices');
    const { problems } = await send(session, document);
    expect(problems).toMatchObject([{ kind: 'not-allowed', code: 'exact-online.not-allowed' }]);
    expect(problems[0]?.text?.message.nl).toContain('Verkoopfacturen');
  });
});

describe('a refusal with status 500', () => {
  it('of a document that was stored all the same is no refusal', async () => {
    const session = await open();
    const document = await documentOf(session);
    const value = 'Ongeldige referentie: Artikel';
    session.simulator.control.fault({
      kind: 'status',
      status: 500,
      afterCommit: true,
      body: JSON.stringify({ error: { code: '', message: { lang: '', value } } }),
      headers: { 'content-type': 'application/json' },
      match: { method: 'POST', path: '/SalesInvoices' },
    });
    const { booked } = await send(session, document);
    expect(booked?.marker).toBe(document.marker);
    expect(session.simulator.control.documents()).toHaveLength(1);
  });

  it('that cannot be looked up is an unknown outcome', async () => {
    const session = await open();
    const document = await documentOf(session);
    session.books.deleteArticle('ARBEID');
    session.simulator.control.fault({
      kind: 'status',
      status: 503,
      match: { method: 'GET', path: '/SalesInvoices', times: 2 },
    });
    expect((await send(session, document)).problems).toMatchObject([{ kind: 'outcome-unknown' }]);
  });
});

describe('finding back', () => {
  it.each<Record<string, string>>([
    { textCompare: 'ignore-case' },
    { yourRefFilter: '400' },
    { bareList: 'never' },
    { createdStatus: '200' },
    { selectRequired: 'all' },
    { withoutAccept: 'json' },
    { duplicateOrderNumber: 'refuse' },
    { blockedCustomer: 'accept' },
    { headerDiscount: 'fraction' },
    { textLines: 'accept' },
    { salesOrders: 'absent' },
  ])('works with %j', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const { booked, request } = await send(session, await documentOf(session));
    expect(booked).not.toBeNull();
    const find = async (marker: string) =>
      valueOf(
        await connector.push.findByMarker(await session.context(), {
          marker,
          customerExternalId: '',
          sentAtMs: session.time.nowMs(),
        }),
      );
    expect(await find(request.marker)).toEqual([booked]);
    expect(await find('SK-TEST01-0-1')).toEqual([]);
  });

  it.each([
    ['right', 0],
    ['two days ahead', 48 * 3_600_000],
  ])('works by date when Exact Online cannot search the description and the clock was %s', async (_clock, errorMs) => {
    const session = await open();
    const { booked, request } = await send(session, await documentOf(session));
    session.simulator.control.fault({ kind: 'status', status: 400, match: { method: 'GET', path: '/SalesInvoices' } });
    const found = await connector.push.findByMarker(await session.context(), {
      marker: request.marker,
      customerExternalId: '',
      // The engine itself begins three days before the send.
      sentAtMs: session.time.nowMs() + errorMs - 72 * 3_600_000,
    });
    expect(valueOf(found)).toEqual([booked]);
  });

  it('asks for a search that Exact Online refuses once, because refusals are counted', async () => {
    const session = await open();
    const { booked, request } = await send(session, await documentOf(session));
    session.requests();
    session.simulator.control.fault({ kind: 'status', status: 400, match: { method: 'GET', path: '/SalesInvoices' } });
    const query = { marker: request.marker, customerExternalId: '', sentAtMs: session.time.nowMs() };
    for (let times = 0; times < 3; times += 1) {
      expect(valueOf(await connector.push.findByMarker(await session.context(), query))).toEqual([booked]);
    }
    expect(session.requests('/SalesInvoices')).toBe(4);
  });

  it('reads on past the first page', async () => {
    const session = await open();
    const { booked, request } = await send(session, await documentOf(session));
    for (let sale = 0; sale < 130; sale += 1) {
      session.books.addInvoice({
        customer: 'Café Zoë',
        description: `${request.marker}0 Werkbon`,
        lines: [{ article: 'ARBEID', quantity: '1' }],
      });
    }
    const found = await connector.push.findByMarker(await session.context(), {
      marker: request.marker,
      customerExternalId: '',
      sentAtMs: session.time.nowMs(),
    });
    expect(valueOf(found)).toEqual([booked]);
    expect(session.requests('/SalesInvoices')).toBeGreaterThan(2);
  });

  it('finds an invoice that the office has processed since, by its own number', async () => {
    const session = await open();
    const { booked, request } = await send(session, await documentOf(session));
    session.books.processInvoice(Number(booked?.number));
    const [found] = valueOf(
      await connector.push.findByMarker(await session.context(), {
        marker: request.marker,
        customerExternalId: '',
        sentAtMs: session.time.nowMs(),
      }),
    );
    expect(found?.externalId).toBe(booked?.externalId);
    expect(found?.number).toBe(session.simulator.control.documents()[0]?.number);
    expect(found?.number).not.toBe(booked?.number);
  });
});
