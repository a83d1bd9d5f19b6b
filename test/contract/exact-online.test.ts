import { TOKEN_KEYS } from '../../connectors/_kit/oauth-login';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
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
