import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { findRoute, type PathParameters, type Route } from '../../_kit/simulator/router';
import { accountInformation } from './account-information';
import type { Account, CompanyBooks } from './books';
import { CompanyApi, type CompanyApiOptions } from './company-api';
import type { Gate } from './gate';
import { createDocument, showFile } from './file-calls';
import { createOrder, deleteOrder, patchOrder, sendOrders, showOrder } from './order-calls';
import { createParty, patchParty } from './party-calls';
import { createProducts } from './product-calls';
import { notFound } from './problems';
import { documentFields, partyFields, productFields } from './resource-fields';

export interface ApiOptions extends Omit<CompanyApiOptions, 'books'> {
  readonly account: Account;
  readonly gate: Gate;
}

type CompanyCall = (
  api: CompanyApi,
  request: SimulatorRequest,
  parameters: PathParameters,
) => SimulatorResponse | Promise<SimulatorResponse>;

/** Everything below /v1. */
export function createApi(options: ApiOptions): (request: SimulatorRequest) => Promise<SimulatorResponse> {
  const { account, gate } = options;
  const apis = new Map<CompanyBooks, CompanyApi>(
    account.companies.map((books) => [books, new CompanyApi({ ...options, books })]),
  );
  const ofCompany = (method: string, pattern: string, call: CompanyCall): Route => ({
    method,
    pattern: `/v1${pattern}`,
    handle: (request, parameters) => {
      const books = gate.companyOf(request);
      if ('refusal' in books) return books.refusal;
      const api = apis.get(books);
      if (api === undefined) throw new Error('A company without an API');
      return call(api, request, parameters);
    },
  });
  const routes: readonly Route[] = [
    { method: 'GET', pattern: '/v1/account/accountInformation', handle: () => accountInformation(options) },
    ofCompany('GET', '/parties', (api, request) => api.parties.answer(request)),
    ofCompany('POST', '/parties', createParty),
    ofCompany('GET', '/parties/{id}', (api, _request, { id = '' }) =>
      api.show(partyFields, api.options.books.parties.byId(id)),
    ),
    ofCompany('PATCH', '/parties/{id}', patchParty),
    ofCompany('GET', '/products', (api, request) => api.products.answer(request)),
    ofCompany('POST', '/products', createProducts),
    ofCompany('GET', '/products/{id}', (api, _request, { id = '' }) =>
      api.show(productFields, api.options.books.products.byId(id)),
    ),
    ofCompany('GET', '/orders', (api, request) => api.orders.answer(request)),
    ofCompany('POST', '/orders', createOrder),
    ofCompany('GET', '/orders/deleted', (api, request) => api.deletedOrders.answer(request)),
    ofCompany('POST', '/orders/commands/send', sendOrders),
    ofCompany('GET', '/orders/{id}', showOrder),
    ofCompany('PATCH', '/orders/{id}', patchOrder),
    ofCompany('DELETE', '/orders/{id}', deleteOrder),
    ofCompany('GET', '/documents', (api, request) => api.documents.answer(request)),
    ofCompany('POST', '/documents', createDocument),
    ofCompany('GET', '/documents/{id}', (api, _request, { id = '' }) => {
      const { books } = api.options;
      return api.show(documentFields(books.company.id), books.documents.byId(id));
    }),
    ofCompany('GET', '/files/{id}', showFile),
  ];
  return async (request) => {
    const found = findRoute(routes, request.method, request.path);
    if (found === null) return notFound();
    const admitted = gate.admit(request);
    if ('refusal' in admitted) return admitted.refusal;
    return { ...(await found.route.handle(request, found.parameters)), onClosed: admitted.release };
  };
}
