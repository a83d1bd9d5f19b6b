import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { CompanyBooks } from './books';
import { render, type FieldTable, type JsonObject } from './field-table';
import { exactAnswer } from './json-answer';
import { Listing, type ListSurroundings } from './listing';
import type { Order, Party, Product, StoredDocument } from './model';
import { modelProblem, notAllowed, refused, statusResponse } from './problems';
import type { Quirks } from './quirks';
import {
  documentFields,
  listedOrderFields,
  partyFields,
  productFields,
  thinPartyFields,
  type OrderSurroundings,
} from './resource-fields';

export interface CompanyApiOptions {
  readonly books: CompanyBooks;
  readonly quirks: Quirks;
  readonly now: () => number;
  readonly newUuid: () => string;
  /** Resolves when a change of the books is safe. */
  readonly saved: () => Promise<void>;
  /** Last change to an object on its way out, for tests of records that cannot be read. */
  readonly finish: (id: string, json: JsonObject) => JsonObject;
}

/** Page "OData for Filtering": what orders can be filtered on since 17 March 2026. */
const ORDER_PATHS: readonly string[] = [
  'OrderID',
  'CounterParty/PartyID',
  'CompanyID',
  'OrderDirection',
  'OrderType',
  'OrderDate',
  'OrderNumber',
  'ExpiryDate',
  'ExportedToConnector',
  'AccountantVerificationNeeded',
  'TotalExcl',
  'TotalVAT',
  'TotalIncl',
  'FXRateToForeign',
  'Paid',
  'OrderStatus',
  'ExternalProviderID',
  'Currency',
  'PaymentReference',
  'LastModified',
  'Created',
  'ApprovalStatus',
  'PaidDate',
  'PaymentMethod',
  'Reference',
  'RemindersSent',
  'ExternalProvider',
  'IsSent',
];
const ORDER_TYPE_NAME = 'Domain.Order.OrderPartyPerformanceSafeColumns';

/** Fields of parties and products that the same page shows in examples; of the others it says nothing. */
const DOCUMENTED_PARTY_PATHS: readonly string[] = ['LastModified', 'PartyType'];
const DOCUMENTED_PRODUCT_PATHS: readonly string[] = ['LastModified', 'GroupName'];

const PDF_DELAY_MS = 3_000;
const LIST_DELAY_MS = 5_000;
const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

/** What the calls of one company share. */
export class CompanyApi {
  readonly parties: Listing<Party>;
  readonly products: Listing<Product>;
  readonly orders: Listing<Order>;
  readonly deletedOrders: Listing<Order>;
  readonly documents: Listing<StoredDocument>;
  readonly orderSurroundings: OrderSurroundings;

  constructor(readonly options: CompanyApiOptions) {
    const { books, quirks, now } = options;
    const surroundings: ListSurroundings = { quirks, finish: options.finish };
    this.orderSurroundings = { books, now, hasPdf: (order) => this.hasPdf(order) };
    const hidesInactive = quirks.inactiveRows === 'hide';
    this.parties = new Listing<Party>(
      {
        rows: () => books.parties.all().filter((party) => !(hidesInactive && party.inactive)),
        version: () => String(books.parties.version),
        fields: quirks.partyRows === 'thin' ? thinPartyFields : partyFields,
        hiddenFields: partyFields,
        queryPaths: quirks.filterableFields === 'documented' ? DOCUMENTED_PARTY_PATHS : null,
        typeName: 'Domain.Party.Party',
        searchText: (party) =>
          [party.name, party.commercialName, party.number, party.vatNumber, party.email, party.address.city].join(' '),
      },
      surroundings,
    );
    this.products = new Listing<Product>(
      {
        rows: () => books.products.all().filter((product) => !(hidesInactive && product.inactive)),
        version: () => String(books.products.version),
        fields: productFields,
        queryPaths: quirks.filterableFields === 'documented' ? DOCUMENTED_PRODUCT_PATHS : null,
        typeName: 'Domain.Product.Product',
        searchText: null,
      },
      surroundings,
    );
    const orderList = (deleted: boolean): Listing<Order> =>
      new Listing<Order>(
        {
          rows: () => books.orders.all().filter((order) => order.deleted === deleted && this.isListed(order)),
          version: () => `${books.orders.version} ${books.parties.version} ${Math.floor(now() / 1000)}`,
          fields: listedOrderFields(this.orderSurroundings),
          queryPaths: ORDER_PATHS,
          typeName: ORDER_TYPE_NAME,
          searchText: (order) =>
            [order.number, order.reference, order.title, books.parties.byId(order.customerId)?.name].join(' '),
        },
        surroundings,
      );
    this.orders = orderList(false);
    this.deletedOrders = orderList(true);
    this.documents = new Listing<StoredDocument>(
      {
        rows: () => books.documents.all(),
        version: () => String(books.documents.version),
        fields: documentFields(books.company.id),
        queryPaths: null,
        typeName: 'Domain.Document.Document',
        searchText: (document) => [document.name, document.description, ...document.tags].join(' '),
      },
      surroundings,
    );
  }

  /** One object by itself. Without it: the description knows no 404 here, and page "401" is about ids of others. */
  show<Row extends { readonly id: string }>(fields: FieldTable<Row>, row: Row | null): SimulatorResponse {
    const { finish, quirks } = this.options;
    return row === null ? notAllowed() : exactAnswer(finish(row.id, render(fields, row, quirks.zone)));
  }

  /** The parsed body of a write, or the answer when there is none. */
  readBody(request: SimulatorRequest): { readonly json: unknown } | { readonly refusal: SimulatorResponse } {
    if (this.options.quirks.largestBody === '4MB' && request.body.length > LARGEST_BODY_BYTES) {
      return { refusal: statusResponse(413, null) };
    }
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (type !== 'application/json' && type !== 'text/json') {
      return {
        refusal: jsonResponse(415, {
          Message: `The request entity's media type '${type}' is not supported for this resource.`,
        }),
      };
    }
    try {
      return { json: JSON.parse(request.body.toString('utf8').replace(/^\ufeff/, '')) as unknown };
    } catch {
      return { refusal: modelProblem({ body: ['Unexpected character encountered while parsing value.'] }) };
    }
  }

  /** The key of a call that must happen once; null when the client sent none, or by a name that is not looked at. */
  idempotencyKey(request: SimulatorRequest): string | null {
    const { idempotencyHeader } = this.options.quirks;
    const names =
      idempotencyHeader === 'both' ? ['Idempotent-Key', 'Idempotency-Key'] : idempotencyHeader === 'neither' ? [] : [idempotencyHeader]; // prettier-ignore
    const keys = names.map((name) => request.headers[name.toLowerCase()] ?? '');
    return keys.find((key) => key !== '') ?? null;
  }

  /** An order that is not there. The vendor's page "401" speaks of orders that one may not see. */
  missingOrder(id: string): SimulatorResponse {
    const { quirks } = this.options;
    return quirks.unknownOrder === '401' || /\D/.test(id) ? notAllowed() : statusResponse(404, null);
  }

  refused(problems: Parameters<typeof refused>[0]): SimulatorResponse {
    return refused(problems, this.options.quirks);
  }

  private hasPdf(order: Order): boolean {
    const { quirks, now } = this.options;
    return quirks.orderPdf === 'at-once' || now() >= order.createdAtMs + PDF_DELAY_MS;
  }

  private isListed(order: Order): boolean {
    const { quirks, now } = this.options;
    return quirks.newOrderInLists === 'at-once' || now() >= order.createdAtMs + LIST_DELAY_MS;
  }
}
