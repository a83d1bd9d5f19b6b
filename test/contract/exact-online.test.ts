import { TOKEN_KEYS } from '../../connectors/_kit/oauth-login';
import { connector } from '../../connectors/exact-online/index';
import { practiceSettings, startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import type { Mark } from '../../connectors/_kit/model';
import { acceptance } from './acceptance';
import { everyCall } from './every-call';
import { findingBack } from './finding-back';
import { pdfOutcomes } from './pdf-outcomes';
import { connectorContract, type ContractFixture } from './suite';

const fixture: ContractFixture<ExactOnlineBooks> = {
  connector,
  start: startSimulator,
  wrongSecrets: (right) => ({
    ...right,
    [TOKEN_KEYS.accessToken]: 'dit-is-geen-token',
    [TOKEN_KEYS.refreshToken]: 'dit-is-geen-refresh-token',
  }),
  settings: { journal: '70' },
  paged: { resource: 'articles', books: { customers: 5, articles: 3100 } },
  paths: {
    paged: '/sync/Logistics/Items',
    create: { method: 'POST', path: '/salesinvoice/SalesInvoices' },
    lookUp: { method: 'GET', path: '/salesinvoice/SalesInvoices' },
  },
  // The list of changes, what was deleted, and the prices.
  requestsWhenUnchanged: 3,
  office: {
    change: (books) => {
      const article = pick(books, 3);
      books.changeArticle(article.values.Code, { Description: 'Nieuwe omschrijving' });
      return article.id;
    },
    deactivate: (books) => {
      const article = pick(books, 40);
      books.deactivateArticle(article.values.Code);
      return article.id;
    },
    distort: (books) => {
      const article = pick(books, 30);
      books.distort(article.id, { Code: ['twee', 'codes'] });
      return article.id;
    },
    endGrants: (books) => books.expireTokens(),
    copyDocument: (books, marker) => {
      const [customer] = books.customers();
      const article = books.articles().find(({ values }) => values.IsSalesItem);
      books.addInvoice({
        customer: customer?.values.Name ?? '',
        description: `${marker} Kopie`,
        lines: [{ article: article?.values.Code ?? '', quantity: '1' }],
      });
    },
  },
};

function pick(books: ExactOnlineBooks, index: number) {
  const article = books.articles()[index];
  if (article === undefined) throw new Error(`These books have no article ${index}`);
  return article;
}

connectorContract(fixture);
everyCall({
  connector,
  start: startSimulator,
  settings: { ...practiceSettings, articleGroups: ['Diensten'] },
  only: {
    path: '/api/v1/',
    // A refused token may not be renewed before it is 570 seconds old.
    pauseMs: 10 * 60_000,
    reason:
      'A refresh token of Exact Online works once, so that nothing can mend a renewal whose answer is lost; that is the subject of exact-online-link.test.ts.',
  },
});

acceptance({
  connector,
  start: startSimulator,
  settings: practiceSettings,
  office: {
    resource: 'articles',
    change: (books, turn) => {
      const article = pick(books, 3);
      books.changeArticle(article.values.Code, { Description: `Omschrijving ${turn}` });
      return article.id;
    },
  },
  markInTheFuture: (mark, resource) =>
    resource === 'articleGroups'
      ? 'Exact Online gives the article groups as a whole: there is no sync address for them.'
      : (JSON.parse(JSON.stringify(mark).replaceAll(/"upTo":"\d+"/g, '"upTo":"9000000000000000000"')) as Mark),
  longText: ({ fields }) => String(fields.Remarks),
});

findingBack<ExactOnlineBooks>({
  connector,
  start: startSimulator,
  settings: practiceSettings,
  create: { method: 'POST', path: '/salesinvoice/SalesInvoices' },
  lookUp: { method: 'GET', path: '/salesinvoice/SalesInvoices' },
  office: {
    copy: (books, _document, marker) => addInvoice(books, `${marker} Kopie`),
    changeAmount: (books, { id }) => books.distort(id, { AmountFCExclVat: 999.99 }),
    changeTexts: (books, { number }) => books.changeInvoice(Number(number), { YourRef: 'Anders', Remarks: 'Anders' }),
    changeCustomer: (books, { number }) => {
      const other = books.customers().find(({ values }) => values.Name !== 'Café Zoë');
      books.changeInvoice(Number(number), { OrderedBy: other?.id ?? '' });
    },
    finish: (books, { number }) => books.processInvoice(Number(number)),
    remove: (books, { number }) => books.deleteInvoice(Number(number)),
    keepMarkerAs: (books, { id }, text) => books.distort(id, { Description: text }),
    distort: (books, { id }) => books.distort(id, { AmountFCExclVat: 'veel' }),
    addOthers: (books, count) => {
      for (let at = 1; at <= count; at += 1) addInvoice(books, `Factuur ${at}`);
    },
  },
  severalPages: 70,
  removed: 'made-again',
  searchRefused: 'another-search',
  quirks: [
    { textCompare: 'ignore-case' },
    { yourRefFilter: '400' },
    { textLimits: '30/30/250/60/60' },
    { textLimits: '20/20/100/20/20', textTooLong: 'cut' },
  ],
});

function addInvoice(books: ExactOnlineBooks, description: string): void {
  books.addInvoice({ customer: 'Café Zoë', description, lines: [{ article: 'ARBEID', quantity: '1' }] });
}

pdfOutcomes<ExactOnlineBooks>({
  connector,
  start: startSimulator,
  settings: practiceSettings,
  put: [
    { method: 'POST', path: '/documents/Documents' },
    { method: 'POST', path: '/documents/DocumentAttachments' },
  ],
  files: (books) => books.attachments().map(({ values }) => values.FileName),
});
