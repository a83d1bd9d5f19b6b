import { connector } from '../../../connectors/visma-net/index';
import { practiceSettings, startSimulator } from '../../../connectors/visma-net/simulator/index';
import { chaosPackage } from './office';

export const vismaNet = chaosPackage(connector, practiceSettings, startSimulator, {
  calls: {
    pull: [
      { method: 'GET', path: /\/v1\/customer$/ },
      { method: 'GET', path: /\/v1\/inventory$/ },
    ],
    create: [{ method: 'POST', path: /\/SalesOrders$/ }],
    'look-up': [{ method: 'GET', path: /\/SalesOrders\/SO/ }],
    renewal: [{ method: 'POST', path: /\/token$/ }],
    attachment: [{ method: 'POST', path: /\/attachment$/ }],
  },
  office: (books) => ({
    endGrants: () => books.expireTokens(),
    endLogin: () => books.revokeLogin(),
    customers: () => books.customers().filter(({ status }) => status === 'Active'),
    articles: () =>
      books
        .articles()
        .filter(({ status, stockItem }) => status === 'Active' && !stockItem)
        .map(({ number, description, price }) => ({ code: number, description, unitPrice: price })),
    files: () => books.orders().flatMap(({ attachments }) => attachments.map(({ name }) => name)),
    renameCustomer: (number, name) => books.renameCustomer(number, name),
    addCustomer: (name) => void books.addCustomer({ name }),
    endCustomer: (name) => books.deactivateCustomer(name),
    describeArticle: (code, description) => books.changeArticle(code, { description }),
    priceArticle: (code, price) => books.changeArticle(code, { price }),
    addArticle: ({ code, description, price }) => void books.addArticle({ number: code, description, price }),
    endArticle: (code) => books.deactivateArticle(code),
  }),
});
