import { connector } from '../../../connectors/exact-online/index';
import { practiceSettings, startSimulator } from '../../../connectors/exact-online/simulator/index';
import { chaosPackage } from './office';

export const exactOnline = chaosPackage(connector, practiceSettings, startSimulator, {
  calls: {
    pull: [{ method: 'GET', path: /\/sync\// }],
    create: [{ method: 'POST', path: /\/SalesInvoices$/ }],
    'look-up': [{ method: 'GET', path: /\/SalesInvoices$/ }],
    renewal: [{ method: 'POST', path: /\/token$/ }],
    attachment: [{ method: 'POST', path: /\/documents\/Document(s|Attachments)$/ }],
  },
  office: (books) => ({
    endGrants: () => books.expireTokens(),
    endLogin: () => books.revokeLogin(),
    customers: () =>
      books
        .customers()
        .filter(({ values }) => !values.Blocked && values.EndDate === null)
        .map(({ values }) => ({ number: values.Code.trim(), name: values.Name })),
    articles: () =>
      books
        .articles()
        .filter(({ values }) => values.IsSalesItem && values.EndDate === null)
        .map(({ id, values }) => {
          // A row of its own; each article of these books has one price, per piece and without an end.
          const [price, second] = books.prices().filter((row) => row.values.Item === id);
          if (second !== undefined) throw new Error(`${values.Code} has two prices`);
          return { code: values.Code, description: values.Description, unitPrice: price?.values.Price ?? null };
        }),
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
  }),
});
