import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import { practiceSettings, startSimulator, type EBoekhoudenBooks } from '../../connectors/e-boekhouden/simulator/index';
import type { Fault } from '../../connectors/_kit/simulator/faults';
import { acceptance } from './acceptance';
import { everyCall } from './every-call';
import { findingBack } from './finding-back';
import { connectorContract, type ContractFixture } from './suite';

/** Three groups: the whole list is cut off in these books, and each of them is asked by itself. */
const GROUPS = ['020', '050', '060'];

const fixture: ContractFixture<EBoekhoudenBooks> = {
  connector: eBoekhouden,
  start: startSimulator,
  wrongSecrets: (right) => ({ ...right, securityCode1: 'dit-is-geen-beveiligingscode' }),
  settings: practiceSettings,
  paged: {
    resource: 'articles',
    books: { customers: 5, articles: 600 },
    quirks: { recordCap: '500' },
    settings: { articleGroups: GROUPS },
  },
  paths: {
    paged: 'GetArtikelen',
    create: { method: 'POST', path: '/soap.asmx', operation: 'AddFactuur' },
    lookUp: { operation: 'GetFacturen' },
  },
  // The whole list, and each group.
  requestsWhenUnchanged: 4,
  office: {
    change: (books) => {
      const article = pick(books, 3);
      books.changeArticle(article.code, { description: 'Nieuwe omschrijving' });
      return article.id;
    },
    deactivate: (books) => {
      const article = pick(books, 20);
      books.deactivateArticle(article.code);
      return article.id;
    },
    distort: (books) => {
      const article = pick(books, 10);
      books.distort(article.id, { VerkoopprijsExclBTW: 'twaalf euro' });
      return article.id;
    },
    endGrants: (books) => books.expireSessions(),
    copyDocument: (books, marker) => {
      const [customer] = books.relations();
      const [article] = books.articles();
      books.addInvoice({
        relationCode: customer?.code ?? '',
        day: '2026-11-22',
        lines: [[article?.code ?? '', '1', `Kopie ${marker}`]],
      });
    },
  },
};

function pick(books: EBoekhoudenBooks, index: number) {
  const article = books.articles().filter(({ groupCode }) => groupCode !== null && GROUPS.includes(groupCode))[index];
  if (article === undefined) throw new Error(`These books have no article ${index} in the chosen groups`);
  return article;
}

connectorContract(fixture);

/** A refusal is told in the body of a good answer. */
const refusal = (code: string, text: string, operation = 'Any'): Omit<Fault, 'match'> => ({
  kind: 'status',
  status: 200,
  body:
    '<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    `<${operation}Response xmlns="http://www.e-boekhouden.nl/soap"><${operation}Result><ErrorMsg>` +
    `<LastErrorCode>${code}</LastErrorCode><LastErrorDescription>${text}</LastErrorDescription></ErrorMsg>` +
    `</${operation}Result></${operation}Response></soap:Body></soap:Envelope>`,
  headers: { 'content-type': 'text/xml' },
});

everyCall({
  connector: eBoekhouden,
  start: startSimulator,
  settings: practiceSettings,
  unauthorized: refusal('E002.3', 'Sessie is verlopen'),
});

acceptance({
  connector: eBoekhouden,
  start: startSimulator,
  settings: practiceSettings,
  office: {
    resource: 'customers',
    change: (books, turn) => {
      const { id } = books.customer('000123');
      books.changeCustomer('000123', { company: `Café Zoë ${turn}` });
      return id;
    },
  },
  markInTheFuture: () => 'e-Boekhouden has no dates of change: every run reads the whole list.',
  longText: 'An invoice of e-Boekhouden has one text of our choice, that of a line, and it has no limit.',
});

findingBack<EBoekhoudenBooks>({
  connector: eBoekhouden,
  start: startSimulator,
  settings: practiceSettings,
  create: { method: 'POST', path: '/soap.asmx', operation: 'AddFactuur' },
  lookUp: { operation: 'GetFacturen' },
  office: {
    copy: (books, { number }) => addInvoice(books, books.invoice(number).lines[0]?.description ?? ''),
    changeAmount: (books, { number }) => books.distort(books.invoice(number).id, { TotaalExclBTW: '999.99' }),
    changeTexts: (books, { number }) => {
      const [marker = ''] = /SK-\S+/.exec(books.invoice(number).lines[0]?.description ?? '') ?? [];
      books.rewriteFirstLine(number, `Werk volgens bon (${marker}).`);
    },
    changeCustomer: (books, { number }) => {
      const other = books.relations().find(({ code, company }) => code !== '' && company !== 'Café Zoë');
      books.distort(books.invoice(number).id, { Relatiecode: other?.code ?? '' });
    },
    finish: (books, { number }) => books.distort(books.invoice(number).id, { TotaalOpenstaand: '0' }),
    remove: (books, { number }) => books.deleteInvoice(number),
    keepMarkerAs: (books, { number }, text) => books.rewriteFirstLine(number, `Arbeid ${text}`),
    distort: (books, { number }) => books.distort(books.invoice(number).id, { TotaalExclBTW: 'veel' }),
    addOthers: (books, count) => {
      for (let at = 1; at <= count; at += 1) addInvoice(books, `Factuur ${at}`);
    },
  },
  severalPages: 'An answer holds 2,000 invoices; e-boekhouden-push.test.ts shows what happens beyond a limit.',
  removed: 'made-again',
  refusals: {
    right: 'The rights of e-Boekhouden are those of a user: without them the whole link stops.',
    search: refusal('E999', 'Filter wordt niet ondersteund', 'GetFacturen'),
  },
  searchRefused: 'question',
  quirks: [{ invoiceDelaySeconds: '120' }, { lineDescription: 'cut-100' }, { textFilters: 'contains' }],
});

function addInvoice(books: EBoekhoudenBooks, text: string): void {
  books.addInvoice({
    relationCode: books.customer('Café Zoë').code,
    day: '2026-11-22',
    lines: [['ARBEID', '1', text]],
  });
}
