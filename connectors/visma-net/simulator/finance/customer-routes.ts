import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../../_kit/simulator/http-exchange';
import type { Books } from '../books';
import { CUSTOMER_STATUSES, type Customer, type CustomerLocation } from '../model';
import { customerView, CUSTOMER_CLASSES, locationsOf, locationView } from './customer-view';
import { writeCustomer } from './customers';
import { answerList, type ListContext, type ListSource } from './list';
import { described } from './place-view';
import { created, route, type FinanceApiOptions, type FinanceRoute } from './routes';

/** Customers and their delivery locations. */
export function customerRoutes(options: FinanceApiOptions): FinanceRoute[] {
  const { problems, quirks, times, finish } = options;
  const view = (customer: Customer, books: Books): Record<string, unknown> =>
    finish(`customer ${customer.internalId}`, customerView(customer, books, times, quirks));
  const byNumber = (books: Books, number: string): Customer | null => books.customerByNumber(number);
  const show = (customer: Customer | null, books: Books): SimulatorResponse =>
    customer === null ? problems.notFound("'Customer'") : jsonResponse(200, view(customer, books));
  const change = async (
    request: SimulatorRequest,
    books: Books,
    customer: Customer | null,
  ): Promise<SimulatorResponse> => {
    if (customer === null) return problems.notFound("'Customer'");
    const written = writeCustomer(request, customer, books, options);
    if ('refusal' in written) return written.refusal;
    books.customers.replace(written.customer);
    await options.saved();
    return emptyResponse(204);
  };
  return [
    route('GET', '/v1/customer', (request, { books }) =>
      answerList(request, customerSource(books), (customer) => view(customer, books), options),
    ),
    route('POST', '/v1/customer', async (request, { books }) => {
      const written = writeCustomer(request, null, books, options);
      if ('refusal' in written) return written.refusal;
      books.customers.add(written.customer);
      await options.saved();
      return created(request, `/v1/customer/${written.customer.number}`, quirks);
    }),
    route('GET', '/v1/customer/customerClass', () => jsonResponse(200, Object.entries(CUSTOMER_CLASSES).map(([id, text]) => described(id, text)))), // prettier-ignore
    route('GET', '/v1/customer/internal/{id}', (_request, { books }, { id = '' }) =>
      show(books.customers.byId(id), books),
    ),
    route('PUT', '/v1/customer/internal/{id}', (request, { books }, { id = '' }) =>
      change(request, books, books.customers.byId(id)),
    ),
    route('GET', '/v1/customer/{number}', (_request, { books }, { number = '' }) =>
      show(byNumber(books, number), books),
    ),
    route('PUT', '/v1/customer/{number}', (request, { books }, { number = '' }) =>
      change(request, books, byNumber(books, number)),
    ),
    route('GET', '/v1/customer/{number}/note', (_request, { books }, { number = '' }) => {
      const customer = byNumber(books, number);
      return customer === null ? problems.notFound("'Customer'") : jsonResponse(200, { note: customer.note });
    }),
    route('GET', '/v1/location', (request, { books }) => listLocations(request, books.customers.all(), options)),
    route('GET', '/v1/location/{number}', (request, { books }, { number = '' }) => {
      const customer = byNumber(books, number);
      return customer === null ? problems.notFound("'Customer'") : listLocations(request, [customer], options);
    }),
    route('GET', '/v1/location/{number}/{locationId}', (_request, { books }, { number = '', locationId = '' }) => {
      const customer = byNumber(books, number);
      const location = customer === null ? undefined : locationsOf(customer).find(({ id }) => id === locationId);
      if (customer === null || location === undefined) return problems.notFound("'Location'");
      return jsonResponse(200, locationView(customer, location, times));
    }),
  ];
}

const customerSource = (books: Books): ListSource<Customer> => ({
  rows: () => books.customers.all(),
  texts: {
    name: (customer) => customer.name,
    corporateid: (customer) => customer.corporateId,
    vatregistrationid: (customer) => customer.vatRegistrationId,
    email: (customer) => customer.main.contact.email,
    phone: (customer) => customer.main.contact.phone1,
  },
  choices: { status: { of: (customer) => customer.status, values: CUSTOMER_STATUSES } },
  moments: {
    lastmodifieddatetime: (customer) => customer.modifiedMs,
    createddatetime: (customer) => customer.createdMs,
  },
  attributes: (customer) => customer.attributes,
  modified: (customer) => customer.modifiedMs,
});

function listLocations(
  request: SimulatorRequest,
  customers: readonly Customer[],
  context: ListContext,
): SimulatorResponse {
  interface Row {
    readonly customer: Customer;
    readonly location: CustomerLocation;
  }
  const source: ListSource<Row> = {
    rows: () => customers.flatMap((customer) => locationsOf(customer).map((location) => ({ customer, location }))),
    texts: { locationid: ({ location }) => location.id, gln: ({ customer }) => customer.gln },
    moments: {
      lastmodifieddatetime: ({ customer }) => customer.modifiedMs,
      createddatetime: ({ customer }) => customer.createdMs,
    },
  };
  return answerList(request, source, (row) => locationView(row.customer, row.location, context.times), context);
}
