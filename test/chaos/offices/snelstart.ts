import { connector } from '../../../connectors/snelstart/index';
import { practiceSettings, startSimulator } from '../../../connectors/snelstart/simulator/index';
import { chaosPackage } from './office';

export const snelstart = chaosPackage(connector, practiceSettings, startSimulator, {
  calls: {
    pull: [
      { method: 'GET', path: /\/relaties$/ },
      { method: 'GET', path: /\/artikelen$/ },
    ],
    create: [{ method: 'POST', path: /\/verkooporders$/ }],
    'look-up': [{ method: 'GET', path: /\/verkooporders$/ }],
    renewal: [{ method: 'POST', path: /\/token$/ }],
    attachment: [],
  },
  office: (books) => ({
    endGrants: () => books.expireTokens(),
    endLogin: null,
    customers: () =>
      books
        .customers()
        .filter(({ inactive }) => !inactive)
        .map(({ code, name }) => ({ number: String(code), name })),
    articles: () =>
      books
        .articles()
        .filter(({ inactive }) => !inactive)
        .map(({ code, description, salesPrice }) => ({ code, description, unitPrice: salesPrice })),
    files: () => [],
    renameCustomer: (number, name) => books.renameCustomer(number, name),
    addCustomer: (name) => void books.addCustomer({ name }),
    endCustomer: (name) => books.deleteCustomer(name),
    describeArticle: (code, description) => books.changeArticle(code, { description }),
    priceArticle: (code, salesPrice) => books.changeArticle(code, { salesPrice }),
    addArticle: ({ code, description, price }) => {
      const group = books.groups()[0]?.name ?? '';
      books.addArticle({ code, description, group, salesPrice: price });
    },
    endArticle: (code) => books.deactivateArticle(code),
  }),
});
