/** What is particular about sending to e-Boekhouden: one body, a marker among the texts, and answers with a number only. */
import { describe, expect, it } from 'vitest';
import type { DocumentLine, DocumentRequest, OutgoingDocument, RemoteDocument } from '../../connectors/_kit/document';
import type { PulledCustomer } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import { startSimulator, type EBoekhoudenBooks } from '../../connectors/e-boekhouden/simulator/index';
import { articleLine, documentFor } from './documents';
import { valueOf, type Session } from './session';
import { onSmallBooks } from './small-books';

const SETTINGS: Settings = { template: 'Standaard factuur' };

const open = onSmallBooks(eBoekhouden, startSimulator);

async function customerOf(session: Session<EBoekhoudenBooks>, name: string): Promise<PulledCustomer> {
  const customer = (await session.pull('customers')).present.get(session.books.customer(name).id);
  if (customer === undefined) throw new Error(`No customer ${name}`);
  return customer;
}

/** A document with lines by article code and quantity. */
async function documentOf(
  session: Session<EBoekhoudenBooks>,
  lines: readonly (readonly [code: string, quantity: string, more?: Partial<DocumentLine>])[],
  more: Partial<OutgoingDocument> & { readonly to?: string } = {},
): Promise<OutgoingDocument> {
  const { to = 'Café Zoë', ...rest } = more;
  const articles = await session.pull('articles');
  const articleLines = lines.map(([code, quantity, changes]) => {
    const article = articles.present.get(session.books.article(code).id);
    if (article === undefined) throw new Error(`No article ${code}`);
    return articleLine(article, quantity, changes);
  });
  return documentFor(await customerOf(session, to), articleLines, rest);
}

async function send(
  session: Session<EBoekhoudenBooks>,
  document: OutgoingDocument,
  settings: Settings = SETTINGS,
): Promise<{ readonly request: DocumentRequest; readonly answer: Result<RemoteDocument> }> {
  const request = eBoekhouden.push.toRequest(document, settings, await session.administration());
  expect(request.variants).toHaveLength(1);
  const ctx = await session.context(settings, undefined, 'push');
  return { request, answer: await eBoekhouden.push.create(ctx, request.variants[0] ?? null, []) };
}

const lookUp = async (
  session: Session<EBoekhoudenBooks>,
  document: OutgoingDocument,
  sentAtMs = session.time.nowMs(),
) =>
  eBoekhouden.push.findByMarker(await session.context(SETTINGS, undefined, 'push'), {
    marker: document.marker,
    customerExternalId: document.customer.externalId,
    sentAtMs,
  });

describe('prices and quantities', () => {
  it('arrive as previewed, with the totals of e-Boekhouden', async () => {
    const session = await open();
    const document = await documentOf(session, [
      ['ARBEID', '2.25'],
      ['007', '0.3333'],
      ['KORTING', '1'],
      ['ARBEID9', '1', { unitPrice: '60.125', priceChanged: true }],
    ]);
    const { request, answer } = await send(session, document);
    const [arrived] = session.simulator.control.documents();
    expect(arrived?.lines).toMatchObject([
      { quantity: '2.25', unitPrice: '62.5', total: '140.63' },
      { quantity: '0.33', unitPrice: '8.68', total: '2.86' },
      { quantity: '1', unitPrice: '-25', total: '-25' },
      { quantity: '1', unitPrice: '60.13', total: '60.13' },
    ]);
    expect(request.lines.map((line) => line.totalExclVat)).toEqual(['140.63', '2.86', '-25', '60.13']);
    expect(valueOf(answer)).toMatchObject({
      externalId: 'F00006',
      number: 'F00006',
      customerExternalId: document.customer.externalId,
      totalExclVat: '178.62',
      totalInclVat: arrived?.totalInclVat,
    });
  });

  it('of the package go back digit for digit, when it keeps four decimals', async () => {
    const session = await open({ simulator: { quirks: { priceDecimals: '4' } } });
    session.books.changeArticle('007', { salesPrice: '0.1033' });
    await send(session, await documentOf(session, [['007', '1000']]));
    expect(session.simulator.control.documents()[0]?.lines).toMatchObject([{ unitPrice: '0.1033', total: '103.3' }]);
  });

  it('that e-Boekhouden takes for including VAT show in its total, which the office is told', async () => {
    const session = await open({ simulator: { quirks: { unitPrice: 'inclusive' } } });
    const { request, answer } = await send(session, await documentOf(session, [['ARBEID', '2']]));
    expect(request.lines[0]?.totalExclVat).toBe('125');
    expect(valueOf(answer).totalExclVat).toBe('103.31');
  });
});

describe('what a line is booked with', () => {
  it('is what the article has: unit, VAT code, ledger account and cost centre', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    session.books.changeArticle('ARBEID', { vatCode: 'VERL_VERK_L9', ledgerCode: '8020', unit: '<uur> & meer' });
    const { answer } = await send(session, await documentOf(session, [['ARBEID', '1']]));
    valueOf(answer);
    expect(session.books.invoice('F00006').lines).toMatchObject([
      { unit: '<uur> & meer', vatCode: 'VERL_VERK_L9', ledgerCode: '8020', costCentreId: 0 },
    ]);
  });

  it('has a text also when the article has none', async () => {
    const session = await open();
    session.books.changeArticle('ARBEID', { description: '' });
    const { answer } = await send(session, await documentOf(session, [['ARBEID', '1']]));
    expect(answer.ok).toBe(true);
    expect(session.simulator.control.documents()[0]?.lines[0]?.description).toMatch(/^ARBEID SK-/);
  });
});

describe('the requests', () => {
  it.each<Record<string, string>>([
    { missingTags: 'fault' },
    { tagOrder: 'fault' },
    { tagOrder: 'free' },
    { paymentTerm: 'optional' },
    { emptyTemplate: 'accept' },
    { textTooLong: 'cut' },
    { successError: 'absent' },
    { missingSoapAction: 'by-body' },
    { numberIgnoresDates: 'no' },
  ])('have every tag in the order of the WSDL (%j)', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const text = 'Lamp <60 W> & fitting, Zoë’s “keuken” €5';
    const document = await documentOf(session, [['DIVERS', '1', { description: text, descriptionChanged: true }]]);
    const made = valueOf((await send(session, document)).answer);
    expect(session.simulator.control.documents()[0]?.lines[0]?.description).toBe(`${text} ${document.marker}`);
    expect(valueOf(await lookUp(session, document))).toEqual([made]);
  });

  it('are two: one that creates, and one that reads the totals', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    await session.administration();
    session.simulator.control.clearRequests();
    await send(session, document);
    expect(session.simulator.control.requests().map((request) => request.operation)).toEqual([
      'AddFactuur',
      'GetFacturen',
    ]);
  });

  it('that read the totals may fail: the invoice is there all the same', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    session.simulator.control.fault({ kind: 'status', status: 500, match: { operation: 'GetFacturen' } });
    expect(valueOf((await send(session, document)).answer)).toMatchObject({ number: 'F00006', totalExclVat: null });
  });
});

describe('the marker', () => {
  it.each(['unchanged', 'one-line', 'cut-100'])('is found whatever is kept of a text (%s)', async (lineDescription) => {
    const session = await open({ simulator: { quirks: { lineDescription } } });
    for (const description of [
      'Kort',
      'Regel één\nRegel twee',
      'Verwarmingsketel vervangen en ingeregeld. '.repeat(20),
    ]) {
      const document = await documentOf(session, [
        ['DIVERS', '1', { description, descriptionChanged: true }],
        ['ARBEID', '1'],
      ]);
      const made = valueOf((await send(session, document)).answer);
      expect(valueOf(await lookUp(session, document))).toEqual([made]);
    }
  });

  it('is found weeks after the day of the invoice, and with a clock that was wrong', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']], { date: '2026-02-03' });
    const made = valueOf((await send(session, document)).answer);
    expect(valueOf(await lookUp(session, document))).toEqual([made]);
    expect(valueOf(await lookUp(session, document, Date.parse('2031-01-01T00:00:00Z')))).toEqual([made]);
  });

  it('is found when the relation got another code meanwhile, or is gone: then the office has to say', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    valueOf((await send(session, document)).answer);
    session.books.changeCustomer('Café Zoë', { code: 'NIEUW' });
    expect(valueOf(await lookUp(session, document))).toMatchObject([{ number: 'F00006', customerExternalId: '' }]);
    session.books.deleteCustomer('NIEUW');
    expect(valueOf(await lookUp(session, document))).toMatchObject([{ number: 'F00006', customerExternalId: '' }]);
  });

  it('is not found before an invoice shows, which may take a while', async () => {
    const session = await open({ simulator: { quirks: { invoiceDelaySeconds: '120' } } });
    const document = await documentOf(session, [['ARBEID', '1']]);
    expect(valueOf((await send(session, document)).answer)).toMatchObject({ totalExclVat: null });
    expect(valueOf(await lookUp(session, document))).toEqual([]);
    const { quietMs } = eBoekhouden.manifest.capabilities.lookUp;
    await session.time.advance(quietMs);
    expect(valueOf(await lookUp(session, document))).toHaveLength(1);
  });

  it.each(['ignore-case', 'exact', 'contains'])(
    'of a relation is told from those of look-alikes (%s)',
    async (textFilters) => {
      const session = await open({ simulator: { quirks: { textFilters } } });
      session.books.addCustomer({ name: 'Café Zoë filiaal', code: '0001234' });
      const document = await documentOf(session, [['ARBEID', '1']], { to: 'Café Zoë filiaal' });
      const made = valueOf((await send(session, document)).answer);
      expect(made.customerExternalId).toBe(session.books.customer('0001234').id);
      expect(valueOf(await lookUp(session, document))).toEqual([made]);
      const other = await documentOf(session, [['ARBEID', '1']]);
      expect(valueOf(await lookUp(session, { ...other, marker: document.marker }))).toEqual([made]);
    },
  );

  it('is found among more invoices than an answer holds', async () => {
    const session = await open({ simulator: { quirks: { recordCap: '500' } } });
    for (let index = 0; index < 620; index += 1) {
      const day = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
      session.books.addInvoice({ relationCode: '000123', day, lines: [['ARBEID', '1']] });
    }
    const document = await documentOf(session, [['ARBEID', '1']]);
    const { answer } = await send(session, document);
    expect(valueOf(await lookUp(session, document))).toMatchObject([{ number: valueOf(answer).number }]);
  });

  it('cannot be looked for on a day with more invoices than an answer holds', async () => {
    const session = await open({ simulator: { quirks: { recordCap: '500' } } });
    const document = await documentOf(session, [['ARBEID', '1']]);
    for (let index = 0; index < 510; index += 1) {
      session.books.addInvoice({ relationCode: '000123', day: document.date, lines: [['ARBEID', '1']] });
    }
    expect(await lookUp(session, document)).toMatchObject({ problem: { code: 'e-boekhouden.too-many-invoices' } });
  });

  it('cannot be looked for when invoices come without their lines', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    const made = valueOf((await send(session, document)).answer);
    for (const { id } of session.books.invoices()) session.books.distort(id, { Regels: null });
    expect(made.number).toBe('F00006');
    expect(await lookUp(session, document)).toMatchObject({ problem: { kind: 'bad-response' } });
  });
});

describe('what is not sent at all', () => {
  const refused = async (document: OutgoingDocument, session: Session<EBoekhoudenBooks>): Promise<Problem> => {
    await session.administration();
    session.simulator.control.clearRequests();
    const { answer } = await send(session, document);
    expect(session.requests()).toBe(0);
    if (answer.ok) throw new Error('It was sent');
    return answer.problem;
  };

  it('an invoice of more than 100 lines; one of 100 is', async () => {
    const session = await open();
    const lines = (count: number) => Array.from({ length: count }, () => ['ARBEID', '1'] as const);
    const problem = await refused(await documentOf(session, lines(101)), session);
    expect(problem).toMatchObject({ kind: 'blocked', code: 'e-boekhouden.too-many-lines' });
    expect(problem.text?.message.nl).toContain('101 regels');
    expect((await send(session, await documentOf(session, lines(100)))).answer.ok).toBe(true);
  });

  it('an invoice for a relation without code', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']], { to: 'Kringloopwinkel 100% Hergebruik' });
    const problem = await refused(document, session);
    expect(problem).toMatchObject({ kind: 'blocked', code: 'e-boekhouden.relation-without-code' });
    expect(problem.text?.message.nl).toContain('Kringloopwinkel 100% Hergebruik');
  });

  it.each([{ vatCode: '' }, { ledgerCode: '' }])('an article without %j', async (changes) => {
    const session = await open();
    session.books.changeArticle('ARBEID', changes);
    const problem = await refused(await documentOf(session, [['VOORRIJ', '1'], ['ARBEID', '1']]), session); // prettier-ignore
    expect(problem).toMatchObject({ kind: 'blocked', params: { article: 'ARBEID' } });
  });
});

describe('what the office must mend', () => {
  it.each<[string, (books: EBoekhoudenBooks) => void, string, RegExp]>([
    ['a deleted relation', (books) => books.deleteCustomer('Café Zoë'), 'CFACT025', /bestaat niet meer/],
    ['another code', (books) => books.changeCustomer('Café Zoë', { code: 'X' }), 'CFACT025', /andere code/],
    ['a template that is gone', (books) => books.removeTemplate('Standaard factuur'), 'CFACT028', /sjabloon/],
  ])(
    '%s is named, with where in e-Boekhouden it is mended, and nothing is stored',
    async (_what, edit, code, message) => {
      const session = await open();
      const document = await documentOf(session, [['ARBEID', '1']]);
      edit(session.books);
      const { answer } = await send(session, document);
      expect(answer).toMatchObject({
        ok: false,
        problem: { kind: 'rejected', code: `e-boekhouden.${code}`, vendor: { code } },
      });
      if (answer.ok) return;
      expect(answer.problem.text?.message.nl).toMatch(message);
      expect(answer.problem.text?.action?.nl).toMatch(/e-Boekhouden/);
      expect(session.simulator.control.documents()).toEqual([]);
    },
  );

  it.each([
    [{ vatCode: 'BTW_VAN_VROEGER' }, 'CFACT042', /btw-code van artikel ‘ARBEID’/],
    [{ ledgerCode: '9999' }, 'CMUT012', /grootboekrekening van artikel ‘ARBEID’/],
    [{ ledgerCode: '1010' }, 'CMUT012', /grootboekrekening van artikel ‘ARBEID’/],
    [{ costCentreId: 4711 }, 'CFACT212', /kostenplaats van artikel ‘ARBEID’/],
  ])('an article with %j is named', async (changes, code, message) => {
    const session = await open();
    session.books.changeArticle('ARBEID', changes);
    const { answer } = await send(session, await documentOf(session, [['VOORRIJ', '1'], ['ARBEID', '1']])); // prettier-ignore
    if (answer.ok) throw new Error('It was taken');
    expect(answer.problem).toMatchObject({
      kind: 'rejected',
      code: `e-boekhouden.${code}`,
      params: { article: 'ARBEID' },
    });
    expect(answer.problem.text?.message.nl).toMatch(message);
  });

  it('a template that was never filled in', async () => {
    const session = await open();
    const { answer } = await send(session, await documentOf(session, [['ARBEID', '1']]), {});
    expect(answer).toMatchObject({ problem: { kind: 'rejected', code: 'e-boekhouden.CFACT027' } });
  });
});

describe('a session that ends while an invoice is sent', () => {
  it.each(['E002.3', 'E002.2', 'E001.7'] as const)('makes one invoice (%s)', async (code) => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    session.books.refuseNext('AddFactuur', code);
    expect((await send(session, document)).answer.ok).toBe(true);
    expect(session.simulator.control.documents()).toHaveLength(1);
  });

  it('a limit that is met was surely met before anything was stored', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    session.books.refuseNext('AddFactuur', 'E003.1');
    expect((await send(session, document)).answer).toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(session.simulator.control.documents()).toEqual([]);
  });

  it('a fault of the service leaves the outcome unknown', async () => {
    const session = await open();
    const document = await documentOf(session, [['ARBEID', '1']]);
    session.simulator.control.fault({
      kind: 'status',
      status: 500,
      match: { operation: 'AddFactuur' },
      afterCommit: true,
    });
    const { answer } = await send(session, document);
    expect(answer).toMatchObject({
      problem: { kind: 'outcome-unknown', vendor: { text: 'Server was unable to process request.' } },
    });
    expect(valueOf(await lookUp(session, document))).toHaveLength(1);
  });
});
