import { connector } from '../../../connectors/e-boekhouden/index';
import { practiceSettings, startSimulator } from '../../../connectors/e-boekhouden/simulator/index';
import { chaosPackage } from './office';

export const eBoekhouden = chaosPackage(connector, practiceSettings, startSimulator, {
  calls: {
    pull: [{ operation: 'GetRelaties' }, { operation: 'GetArtikelen' }],
    create: [{ operation: 'AddFactuur' }],
    'look-up': [{ operation: 'GetFacturen' }],
    renewal: [{ operation: 'OpenSession' }],
    attachment: [],
  },
  office: (books) => ({
    endGrants: () => books.expireSessions(),
    endLogin: null,
    // Over SOAP nothing tells customers from suppliers, nor who is inactive.
    customers: () =>
      books
        .relations()
        .map(({ code, company, contact }) => ({ number: code, name: company === '' ? contact : company })),
    articles: () =>
      books
        .articles()
        .filter(({ active }) => active)
        .map(({ code, description, salesPrice }) => ({ code, description, unitPrice: salesPrice })),
    files: () => [],
    renameCustomer: (number, name) => books.renameCustomer(number, name),
    addCustomer: (name) => void books.addCustomer({ name }),
    endCustomer: (name) => books.deleteCustomer(name),
    describeArticle: (code, description) => books.changeArticle(code, { description }),
    priceArticle: (code, salesPrice) => books.changeArticle(code, { salesPrice }),
    addArticle: ({ code, description, price }) => void books.addArticle({ code, description, salesPrice: price }),
    endArticle: (code) => books.deactivateArticle(code),
  }),
});
