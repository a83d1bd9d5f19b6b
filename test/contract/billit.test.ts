import { connector } from '../../connectors/billit/index';
import { practiceSettings, startSimulator, type BillitBooks } from '../../connectors/billit/simulator/index';
import type { Mark } from '../../connectors/_kit/model';
import { acceptance } from './acceptance';
import { everyCall } from './every-call';
import { findingBack } from './finding-back';
import { connectorContract, type ContractFixture } from './suite';

const fixture: ContractFixture<BillitBooks> = {
  connector,
  start: startSimulator,
  wrongSecrets: (right) => ({ ...right, accessToken: 'dit-is-geen-token', refreshToken: 'dit-is-ook-geen-token' }),
  settings: {},
  paged: { resource: 'articles', books: { customers: 5, articles: 500 } },
  paths: {
    paged: '/v1/products',
    create: { method: 'POST', path: '/v1/orders' },
    lookUp: { method: 'GET', path: '/v1/orders' },
  },
  requestsWhenUnchanged: 1,
  office: {
    change: (books) => {
      const article = pick(books, 3);
      books.changeArticle(article.reference, { description: 'Nieuwe omschrijving' });
      return article.id;
    },
    deactivate: (books) => {
      const article = pick(books, 40);
      books.deactivateArticle(article.reference);
      return article.id;
    },
    distort: (books) => {
      const article = pick(books, 30);
      books.distort(article.id, { AmountExcl: 'twaalf euro' });
      return article.id;
    },
    endGrants: (books) => books.expireTokens(),
    copyDocument: (books, marker) => {
      const [customer] = books.customers();
      const { number } = books.addOffer({ customer: customer?.name ?? '', title: 'Kopie' });
      books.changeOrder(number, { type: 'Invoice', externalProviderId: marker });
    },
  },
};

function pick(books: BillitBooks, index: number) {
  const article = books.articles()[index];
  if (article === undefined) throw new Error(`These books have no article ${index}`);
  return article;
}

connectorContract(fixture);

const everything = { ...practiceSettings, pdfs: 'both', pullOffers: true, pullOffersLines: true };

everyCall({
  connector,
  start: startSimulator,
  settings: everything,
  // A bare 401 is about a company or a customer (docs.billit.be, page "401").
  unauthorized: {
    kind: 'status',
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: '{"errors":[{"Code":"AccessTokenExpired"}]}',
  },
});

acceptance({
  connector,
  start: startSimulator,
  settings: everything,
  office: {
    resource: 'articles',
    change: (books, turn) => {
      const article = pick(books, 3);
      books.changeArticle(article.reference, { description: `Omschrijving ${turn}` });
      return article.id;
    },
  },
  markInTheFuture: (mark) => JSON.parse(JSON.stringify(mark).replaceAll(/"20\d\d-(\d\d-\d\dT)/g, '"2099-$1')) as Mark,
  // What the simulated company keeps; five is a setting of its own.
  decimals: { quantity: 2, unitPrice: 2 },
  longText: ({ description }) => description,
});

findingBack<BillitBooks>({
  connector,
  start: startSimulator,
  settings: practiceSettings,
  create: { method: 'POST', path: '/v1/orders' },
  lookUp: { method: 'GET', path: '/v1/orders' },
  office: {
    copy: (books, _document, marker) => addInvoice(books, marker),
    changeAmount: (books, { number }) => books.changeOrder(number, { totalExcl: '999.99' }),
    changeTexts: (books, { number }) =>
      books.changeOrder(number, { comments: 'Anders', reference: '', internalInfo: '' }),
    changeCustomer: (books, { number }) => {
      const other = books.customers().find(({ name }) => name !== 'Café Zoë');
      books.changeOrder(number, { customerId: other?.id ?? '' });
    },
    finish: (books, { number }) => books.changeOrder(number, { status: 'Paid', isSent: true, paid: true }),
    remove: (books, { number }) => books.deleteOrder(number),
    keepMarkerAs: (books, { id }, text) => books.distort(id, { ExternalProviderID: text }),
    distort: (books, { id }) => books.distort(id, { TotalExcl: 'veel' }),
    addOthers: (books, count) => {
      for (let at = 1; at <= count; at += 1) addInvoice(books, '');
    },
  },
  severalPages: 130,
  removed: 'found',
  searchRefused: 'another-search',
  quirks: [
    { externalProviderID: 'dropped' },
    { externalProvider: 'overwritten' },
    { newOrderInLists: 'after-5-seconds' },
    // A key that Billit no longer knows, or never looked at.
    { idempotencyHeader: 'neither' },
    { idempotencyHeader: 'neither', externalProviderID: 'dropped' },
  ],
});

function addInvoice(books: BillitBooks, externalProviderId: string): void {
  const { number } = books.addOffer({ customer: 'Café Zoë', title: 'Met de hand' });
  books.changeOrder(number, { type: 'Invoice', externalProviderId });
}
