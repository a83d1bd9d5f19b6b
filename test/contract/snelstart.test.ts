import { connector as snelstart } from '../../connectors/snelstart/index';
import { practiceSettings, startSimulator, type SnelstartBooks } from '../../connectors/snelstart/simulator/index';
import type { Mark } from '../../connectors/_kit/model';
import { acceptance } from './acceptance';
import { everyCall } from './every-call';
import { findingBack } from './finding-back';
import { connectorContract, type ContractFixture } from './suite';

const fixture: ContractFixture<SnelstartBooks> = {
  connector: snelstart,
  start: startSimulator,
  wrongSecrets: (right) => ({ ...right, koppelsleutel: 'dit-is-geen-koppelsleutel' }),
  settings: {},
  paged: { resource: 'articles', books: { customers: 5, articles: 110 } },
  paths: {
    paged: '/artikelen',
    create: { method: 'POST', path: '/verkooporders' },
    lookUp: { method: 'GET', path: '/verkooporders' },
  },
  requestsWhenUnchanged: 1,
  office: {
    change: (books) => {
      const article = pick(books, 3);
      books.changeArticle(article.code, { description: 'Nieuwe omschrijving' });
      return article.id;
    },
    deactivate: (books) => {
      const article = pick(books, 40);
      books.deactivateArticle(article.code);
      return article.id;
    },
    distort: (books) => {
      const article = pick(books, 30);
      books.distort(article.id, { verkoopprijs: 'twaalf euro' });
      return article.id;
    },
    endGrants: (books) => books.expireTokens(),
    copyDocument: (books, marker) => {
      const [customer] = books.customers();
      books.addOrder({ customer: customer?.name ?? '', description: 'Kopie', orderReference: marker });
    },
  },
};

function pick(books: SnelstartBooks, index: number) {
  const article = books.articles()[index];
  if (article === undefined) throw new Error(`These books have no article ${index}`);
  return article;
}

connectorContract(fixture);
everyCall({
  connector: snelstart,
  start: startSimulator,
  settings: { ...practiceSettings, pullOrders: true, articleGroups: ['Diensten'], template: 'Standaard factuur' },
});

acceptance({
  connector: snelstart,
  start: startSimulator,
  settings: { ...practiceSettings, pullOrders: true },
  office: {
    resource: 'articles',
    change: (books, turn) => {
      const article = pick(books, 3);
      books.changeArticle(article.code, { description: `Omschrijving ${turn}` });
      return article.id;
    },
  },
  markInTheFuture: (mark, resource) =>
    resource === 'articleGroups'
      ? 'SnelStart gives the article groups as a whole, without dates of change.'
      : (JSON.parse(JSON.stringify(mark).replaceAll(/"20\d\d-(\d\d-\d\dT)/g, '"2099-$1')) as Mark),
  // What the simulated administration keeps.
  decimals: { quantity: 2, unitPrice: 5 },
  longText: ({ description }) => description,
});

findingBack<SnelstartBooks>({
  connector: snelstart,
  start: startSimulator,
  settings: practiceSettings,
  create: { method: 'POST', path: '/verkooporders' },
  lookUp: { method: 'GET', path: '/verkooporders' },
  office: {
    copy: (books, _document, marker) =>
      void books.addOrder({ customer: 'Café Zoë', description: 'Kopie', orderReference: marker }),
    changeAmount: (books, { id }) => books.distort(id, { totaalExclusiefBtw: 999.99 }),
    changeTexts: (books, { id }) => books.distort(id, { omschrijving: 'Anders', memo: 'Anders', betalingskenmerk: '' }),
    changeCustomer: (books, { id }) => {
      const other = books.customers().find(({ name }) => name !== 'Café Zoë');
      books.distort(id, { relatie: { id: other?.id } });
    },
    finish: (books, { number }) => books.invoiceOrder(Number(number)),
    remove: (books, { number }) => books.deleteOrder(Number(number)),
    keepMarkerAs: (books, { id }, text) => books.distort(id, { orderreferentie: text }),
    distort: (books, { id }) => books.distort(id, { totaalExclusiefBtw: 'veel' }),
    addOthers: (books, count) => {
      for (let at = 1; at <= count; at += 1) books.addOrder({ customer: 'Café Zoë', description: `Order ${at}` });
    },
  },
  severalPages: 510,
  removed: 'made-again',
  searchRefused: 'another-search',
  quirks: [{ orderreferentieFilter: '400' }, { textCompare: 'ignore-case' }, { modifiedOnZone: 'utc' }],
});
