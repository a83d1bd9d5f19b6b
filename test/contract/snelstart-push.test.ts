/** What is particular about sending to SnelStart: fields of unknown length, lines without article, prices with VAT. */
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RemoteDocument, DocumentLine, DocumentRequest, OutgoingDocument } from '../../connectors/_kit/document';
import type { Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import { connector as snelstart } from '../../connectors/snelstart/index';
import { startSimulator, type SnelstartBooks } from '../../connectors/snelstart/simulator/index';
import { articleLine, descriptionLine, documentFor } from './documents';
import { valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(snelstart, startSimulator);

/** A document for Café Zoë, with lines by article code and quantity. */
async function documentOf(
  session: Session<SnelstartBooks>,
  lines: readonly (readonly [code: string, quantity: string, more?: Partial<DocumentLine>])[],
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
  /** One for each variant that was refused. */
  readonly problems: readonly Problem[];
}

/** As the outbox does: the next variant only after a refusal. */
async function send(
  session: Session<SnelstartBooks>,
  document: OutgoingDocument,
  settings: Settings = {},
): Promise<Outcome> {
  const request = snelstart.push.toRequest(document, settings, await session.administration());
  const ctx = await session.context(settings, undefined, 'push');
  const problems: Problem[] = [];
  for (const variant of request.variants) {
    const made = await snelstart.push.create(ctx, variant, []);
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
  });

  it('are rounded to what the administration keeps, in the preview too', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1.3333', { unitPrice: '60.1234567', priceChanged: true }]]);
    const { request } = await send(session, document);
    expect(session.simulator.control.documents()[0]?.lines).toMatchObject([
      { quantity: '1.33', unitPrice: '60.12346' },
    ]);
    expect(request.lines).toMatchObject([{ quantity: '1.33', unitPrice: '60.12346', totalExclVat: '79.96' }]);
  });

  it('come out as printed in a price list that includes VAT', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'books-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const booksFile = join(folder, 'books.json');
    await (await startSimulator({ seed: 7, books: 'small', booksFile })).close();
    const stored = JSON.parse(await readFile(booksFile, 'utf8')) as { content: { company: Record<string, unknown> } };
    stored.content.company.pricesExclusive = false;
    stored.content.company.priceDecimals = 2;
    await writeFile(booksFile, JSON.stringify(stored));

    const session = await open({ simulator: { booksFile } });
    const document = await documentOf(session, [
      ['VOORRIJ', '10'],
      ['SPOED', '1', { unitPrice: '100', priceChanged: true }],
    ]);
    // 35.00 with 21% VAT
    expect(document.lines[0]?.unitPrice).toBe('28.92562');
    const { booked, request } = await send(session, document);
    expect(session.simulator.control.documents()[0]).toMatchObject({
      lines: [
        { unitPrice: '35', total: '350' },
        { unitPrice: '121', total: '121' },
      ],
      totalInclVat: '471',
      fields: { verkooporderBtwIngaveModel: 'Inclusief' },
    });
    expect(booked?.totalExclVat).toBe('389.26');
    expect(request.lines.map((line) => line.totalExclVat)).toEqual(['289.26', '100']);
  });
});

describe('texts', () => {
  it('that are too long are cut at a word, and the cuts are reported', async () => {
    const session = await open();
    const settings = {
      firstLineDescription: true,
      orderDescription: ['workDescription'],
      paymentReference: 'both',
      remarks: 'both',
      descriptionMarker: 'XXX',
    };
    const document = await documentOf(
      session,
      [['ARBEID', '1', { description: LONG.repeat(5), descriptionChanged: true }]],
      {
        leadingText: LONG.repeat(4),
        workDescription: LONG.repeat(20),
        customerReference: 'Verplichting 4500187733 van de afdeling Gebouwen en Techniek',
      },
    );
    const { request, problems } = await send(session, document, settings);
    expect(problems).toEqual([]);
    const [arrived] = session.simulator.control.documents();
    expect(arrived?.description).toBe('Verwarmingsketel vervangen, leidingen… XXX');
    expect(arrived?.fields.betalingskenmerk).toMatch(/^\d+ \/ Verplichting 4500187733 van de afdeling…$/);
    expect(String(arrived?.fields.memo).length).toBeLessThanOrEqual(1000);
    expect(arrived?.lines.every((line) => line.description.length <= 250 && line.description.endsWith('…'))).toBe(true);
    expect(request.cuts.map((cut) => cut.field.nl)).toEqual([
      'Omschrijving',
      'Betalingskenmerk',
      'Opmerkingen',
      'Omschrijving van de regel',
      'Omschrijving van de regel',
    ]);
  });

  it.each<Record<string, string>>([{ textLimits: '30/20/300' }, { textLimits: '30/20/300', textTooLong: 'ALG-0102' }])(
    'that turn out too long are sent shorter, once (%j)',
    async (quirks) => {
      const session = await open({ simulator: { quirks } });
      const document = await documentOf(session, [['ARBEID', '1']], {
        workDescription: LONG.repeat(20),
        customerReference: LONG,
      });
      const { booked, problems } = await send(session, document, {
        paymentReference: 'customerReference',
        remarks: 'workDescription',
        descriptionMarker: 'XXX',
      });
      expect(problems.map((problem) => problem.kind)).toEqual(['rejected']);
      expect(booked).not.toBeNull();
      const [arrived, ...others] = session.simulator.control.documents();
      expect(others).toEqual([]);
      expect(arrived?.description).toMatch(/… XXX$/);
      expect(arrived?.reference).toBe(document.marker);
    },
  );

  it('of the work description go to the first article when a line must have one', async () => {
    const session = await open({ simulator: { quirks: { textLines: 'refuse' } } });
    const document = await documentOf(
      session,
      [
        ['ARBEID', '2'],
        ['VOORRIJ', '1'],
      ],
      { leadingText: 'Ketel vervangen' },
    );
    const { booked, problems } = await send(session, document, { firstLineDescription: true });
    expect(problems.map((problem) => problem.code)).toEqual(['snelstart.ALG-0103']);
    expect(booked?.totalExclVat).toBe('160');
    expect(session.simulator.control.documents()[0]?.lines.map((line) => line.description)).toEqual([
      'Ketel vervangen - Arbeidsuur monteur',
      'Voorrijkosten',
    ]);
  });

  it('of the work description go to the remarks when there is no article at all', async () => {
    const session = await open({ simulator: { quirks: { textLines: 'refuse' } } });
    const document = await documentOf(session, [], { leadingText: 'Ketel vervangen' });
    await send(session, document, { firstLineDescription: true });
    expect(session.simulator.control.documents()[0]?.fields.memo).toBe('Ketel vervangen');
  });

  it('name every property as SnelStart does', async () => {
    const session = await open({ simulator: { quirks: { unknownProperties: 'refuse' } } });
    const settings = {
      template: 'Standaard factuur',
      orderType: 'werkbon',
      paymentReference: 'both',
      remarks: 'both',
      descriptionMarker: 'XXX',
    };
    const document = await documentOf(session, [['ARBEID', '1']], {
      leadingText: 'Ketel vervangen',
      customerReference: 'PO 1',
    });
    expect((await send(session, document, settings)).problems).toEqual([]);
  });
});

describe('what the office must mend', () => {
  it.each<[string, (books: SnelstartBooks) => void, string, RegExp]>([
    ['an inactive customer', (books) => books.deactivateCustomer('Café Zoë'), 'ALG-0105', /non-actief/],
    ['a deleted customer', (books) => books.deleteCustomer('Café Zoë'), 'ALG-0103', /bestaat niet meer/],
    [
      'a relation that is no customer any more',
      (books) => books.changeCustomer('Café Zoë', { kinds: ['Leverancier'] }),
      'VOR-0002',
      /geen klant/,
    ],
    ['an inactive article', (books) => books.deactivateArticle('ARBEID'), 'ALG-0105', /non-actief/],
    ['a deleted article', (books) => books.deleteArticle('ARBEID'), 'ALG-0103', /bestaat niet meer/],
  ])('%s is named, with where in SnelStart it is mended, and nothing is stored', async (_what, edit, code, message) => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    edit(session.books);
    const { booked, problems } = await send(session, document);
    expect(booked).toBeNull();
    for (const problem of problems) {
      expect(problem).toMatchObject({ kind: 'rejected', code: `snelstart.${code}`, vendor: { status: 400, code } });
      expect(problem.text?.message.nl).toMatch(message);
      expect(problem.text?.action?.nl).toMatch(/SnelStart/);
    }
    expect(session.simulator.control.documents()).toEqual([]);
  });

  it('a template that is gone blocks the order before anything is sent', async () => {
    const session = await open();
    const { booked, problems } = await send(session, await documentOf(session, [['ARBEID', '1']]), {
      template: 'Oud sjabloon',
    });
    expect(booked).toBeNull();
    expect(problems).toMatchObject([{ kind: 'blocked', code: 'snelstart.template-gone' }]);
    expect(
      session.simulator.control
        .requests()
        .some((request) => request.method === 'POST' && request.path.includes('verkooporders')),
    ).toBe(false);
  });

  it('a missing right is not taken for a wrong key', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    session.books.withdrawScopes('orders:write');
    session.books.expireTokens();
    expect((await send(session, document)).problems).toMatchObject([
      { kind: 'not-allowed', code: 'snelstart.not-allowed' },
    ]);
  });
});

describe('finding back', () => {
  it.each<Record<string, string>>([
    { orderreferentieFilter: '400' },
    { textCompare: 'ignore-case' },
    { modifiedOnZone: 'utc' },
    { pageOrder: 'modified' },
    { nullInsteadOfEmptyArrays: 'yes' },
  ])('works with %j', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const { booked, request } = await send(session, await documentOf(session, [['ARBEID', '1']]));
    const find = async (marker: string) =>
      valueOf(
        await snelstart.push.findByMarker(await session.context(), {
          marker,
          customerExternalId: '',
          sentAtMs: session.time.nowMs(),
        }),
      );
    expect(await find(request.marker)).toEqual([booked]);
    expect(await find('SK-TEST01-0-1')).toEqual([]);
  });

  it.each([
    ['two days ahead', 48 * 3_600_000],
    ['a day behind', -24 * 3_600_000],
  ])(
    'works when the clock of the computer was %s and SnelStart cannot filter on the reference',
    async (_what, errorMs) => {
      const session = await open({ simulator: { quirks: { orderreferentieFilter: '400' } } });
      const { booked, request } = await send(session, await documentOf(session, [['ARBEID', '1']]));
      const found = await snelstart.push.findByMarker(await session.context(), {
        marker: request.marker,
        customerExternalId: '',
        sentAtMs: session.time.nowMs() + errorMs,
      });
      expect(valueOf(found)).toEqual([booked]);
    },
  );

  it('reads on past the first page', async () => {
    const session = await open({ simulator: { quirks: { orderreferentieFilter: '400' } } });
    const { booked, request } = await send(session, await documentOf(session, [['ARBEID', '1']]));
    for (let order = 0; order < 510; order += 1) {
      session.books.addOrder({ customer: 'Café Zoë', description: `Order ${order}` });
    }
    const found = await snelstart.push.findByMarker(await session.context(), {
      marker: request.marker,
      customerExternalId: '',
      sentAtMs: session.time.nowMs(),
    });
    expect(valueOf(found)).toEqual([booked]);
    expect(session.requests('/verkooporders')).toBeGreaterThan(2);
  });

  it('an order that Simon made never comes back as a work order', async () => {
    const session = await open();
    await send(session, await documentOf(session, [['ARBEID', '1']]), { orderType: 'werkbon' });
    const orders = await session.pull('orders', null, { settings: { pullOrders: true } });
    expect([...orders.present.values()].map((order) => order.customerReference)).not.toContain(
      session.simulator.control.documents()[0]?.reference,
    );
  });
});
