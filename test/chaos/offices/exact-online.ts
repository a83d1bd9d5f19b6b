import { connector } from '../../../connectors/exact-online/index';
import { practiceSettings, startSimulator } from '../../../connectors/exact-online/simulator/index';
import { chaosPackage } from './office';

export const exactOnline = chaosPackage(connector, practiceSettings, startSimulator, (books) => ({
  endGrants: () => books.expireTokens(),
  customers: () =>
    books
      .customers()
      .filter(({ values }) => !values.Blocked && values.EndDate === null)
      .map(({ values }) => ({ number: values.Code.trim(), name: values.Name })),
  articles: () =>
    books
      .articles()
      .filter(({ values }) => values.IsSalesItem && values.EndDate === null)
      // Prices are rows of their own, of which the newest valid one counts.
      .map(({ values }) => ({ code: values.Code, description: values.Description, unitPrice: null })),
  files: () => books.attachments().map(({ values }) => values.FileName),
  renameCustomer: (number, name) => books.renameCustomer(number, name),
  addCustomer: (name) => void books.addCustomer({ name }),
  endCustomer: (name) => books.deactivateCustomer(name),
  describeArticle: (code, Description) => books.changeArticle(code, { Description }),
  priceArticle: (code, price) => books.changePrice(code, price),
  addArticle: ({ code, description, price }) => {
    const group = books.groups()[0]?.values.Description ?? '';
    books.addArticle({ code, description, group, salesPrice: price });
  },
  endArticle: (code) => books.deleteArticle(code),
}));
