import { connector } from '../../../connectors/billit/index';
import { practiceSettings, startSimulator } from '../../../connectors/billit/simulator/index';
import { chaosPackage } from './office';

export const billit = chaosPackage(connector, practiceSettings, startSimulator, {
  calls: {
    pull: [
      { method: 'GET', path: /\/parties$/ },
      { method: 'GET', path: /\/products$/ },
    ],
    create: [{ method: 'POST', path: /\/orders$/ }],
    'look-up': [{ method: 'GET', path: /\/orders/ }],
    renewal: [{ method: 'POST', path: /\/token$/i }],
    // PDFs go in the call that creates the invoice.
    attachment: [],
  },
  office: (books) => ({
    endGrants: () => books.expireTokens(),
    endLogin: () => books.revokeLogin(),
    customers: () => books.customers().filter(({ inactive }) => !inactive),
    articles: () =>
      books
        .articles()
        .filter(({ inactive }) => !inactive)
        .map(({ reference, description, salesPrice }) => ({ code: reference, description, unitPrice: salesPrice })),
    files: () => books.orders().flatMap(({ attachments }) => attachments.map(({ fileName }) => fileName)),
    renameCustomer: (number, name) => books.renameCustomer(number, name),
    addCustomer: (name) => void books.addCustomer({ name, number: name }),
    endCustomer: (name) => books.deleteCustomer(name),
    describeArticle: (code, description) => books.changeArticle(code, { description }),
    priceArticle: (code, salesPrice) => books.changeArticle(code, { salesPrice }),
    addArticle: ({ code, description, price }) =>
      void books.addArticle({ reference: code, description, salesPrice: price }),
    endArticle: (code) => books.deactivateArticle(code),
  }),
});
