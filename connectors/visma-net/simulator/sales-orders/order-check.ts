import { decimal } from '../../../_kit/decimal';
import type { Books } from '../books';
import { locationsOf } from '../finance/customer-view';
import { COUNTRIES, type Article, type Customer, type OrderType } from '../model';
import type { Quirks } from '../quirks';
import type { LineInput, OrderInput, PlaceInput } from './order-input';
import type { ErrorCode, OrderProblem } from './problems';

const NOT_SOLD: readonly Article['status'][] = ['Inactive', 'NoSales', 'MarkedForDeletion'];
const HEAD_LENGTHS = { description: 255, note: 2048, orderId: 15, branchId: 30, currencyId: 5, projectId: 30, salesPersonId: 15 } as const; // prettier-ignore
const CUSTOMER_LENGTHS = { order: 40, refNo: 40 } as const;
const LINE_LENGTHS = { description: 256, note: 2048, externalLink: 255, branchId: 30, unit: 6 } as const;
const ADDRESS_LENGTHS = {
  line1: 50,
  line2: 50,
  line3: 50,
  city: 50,
  postalCode: 20,
  countryId: 2,
  stateId: 50,
} as const;
const CONTACT_LENGTHS = { name: 255, attention: 255, email: 255, phone1: 50 } as const;
/** Names of fields that differ from those of our rows. */
const WIRE_NAMES: Readonly<Record<string, string>> = { unit: 'unitOfMeasure', vatCategoryId: 'taxCategoryId' };

/** Collects what is wrong with an order. */
export class OrderCheck {
  private readonly found: OrderProblem[] = [];

  constructor(
    private readonly books: Books,
    private readonly quirks: Quirks,
  ) {}

  get problems(): readonly OrderProblem[] {
    return this.found;
  }

  /** The order type of a new order; null when it cannot be used. */
  type(input: OrderInput): OrderType | null {
    if (input.type === null || input.type === '') {
      this.note('0001-NullNotAllowed', 'type', 'The field cannot be null.');
      return null;
    }
    const type = this.books.orderTypes.find((candidate) => candidate.id === input.type && candidate.active);
    if (type === undefined) {
      this.note('1900-OrderNumberSequenceNotFound', 'type', `There is no active order type '${input.type}'.`);
      return null;
    }
    const given = input.orderId ?? '';
    if (type.manualNumbering && given === '') {
      this.note('0001-NullNotAllowed', 'orderId', 'The order type has manual numbering.');
    } else if (!type.manualNumbering && given !== '') {
      this.note('0004-ValueNotAllowed', 'orderId', 'The order type does not have manual numbering.');
    }
    return type;
  }

  /** The customer of an order, by its number or its GLN. */
  customer(input: OrderInput): Customer | null {
    const { customer } = input;
    const number = customer?.id ?? '';
    const gln = customer?.gln ?? '';
    if (customer === null || (number === '' && gln === '')) {
      this.note('0001-NullNotAllowed', 'customer', 'The field cannot be null.');
      return null;
    }
    const known =
      number === ''
        ? (this.books.customers.all().find((candidate) => candidate.gln === gln) ?? null)
        : this.books.customerByNumber(number);
    if (known === null) {
      this.note('1400-CustomerLookupException', 'customer.id', `Customer '${number}' was not found.`);
      return null;
    }
    const refusedStatuses: Customer['status'][] = ['Inactive', 'OnHold'];
    if (this.quirks.creditHold === 'refuse') refusedStatuses.push('CreditHold');
    if (refusedStatuses.includes(known.status)) {
      this.note('1407-InvalidCustomerStatus', 'customer.id', `The status of the customer is ${known.status}.`);
    }
    return known;
  }

  /** Everything of the head but type and customer. */
  head(input: OrderInput, customer: Customer | null, statuses: readonly string[]): void {
    this.lengths(input, HEAD_LENGTHS, '');
    this.lengths(input.customer, CUSTOMER_LENGTHS, 'customer.');
    const { books } = this;
    if (input.status !== null && input.status !== '' && !statuses.includes(input.status)) {
      this.note('0003-InvalidValue', 'status', `The status must be one of ${statuses.join(', ')}.`);
    }
    if (input.day !== null && input.day < books.company.openFrom) {
      this.note('1601-FinancialPeriodClosed', 'date', 'The financial period is closed.');
    }
    this.branch(input.branchId, 'branchId');
    if (input.currencyId !== null && input.currencyId !== 'EUR') {
      this.note('1408-OverrideCurrencyIdProhibited', 'currencyId', 'The currency cannot be changed for this customer.');
    }
    this.unless(!input.projectId, '1904-ProjectNotFound', 'projectId', 'The project was not found.');
    this.unless(!input.salesPersonId, '1902-SalesPersonNotFound', 'salesPersonId', 'The sales person was not found.');
    const termsId = input.customer?.termsId ?? null;
    const terms = termsId === null || books.creditTerms.some((candidate) => candidate.id === termsId);
    this.unless(terms, '0003-InvalidValue', 'customer.termsId', 'The credit terms were not found.');
    this.location(input, customer);
    this.warehouse(input.shipping?.preferredWarehouseId ?? null, 'shipping.preferredWarehouseId');
    this.place(input.shipping, 'shipping.');
    this.place(input.billing, 'billing.');
  }

  /** A new line. Gives its article; null when there is none. */
  newLine(input: LineInput, path: string): Article | null {
    if (input.inventoryId === null || input.inventoryId === '') {
      this.note('0001-NullNotAllowed', `${path}inventoryId`, 'The field cannot be null.');
      return null;
    }
    const article = this.books.articleByNumber(input.inventoryId);
    if (article === null) {
      this.note(
        '1804-InventoryIdNotFound',
        `${path}inventoryId`,
        `Inventory item '${input.inventoryId}' was not found.`,
      );
      return null;
    }
    if (NOT_SOLD.includes(article.status)) {
      this.note('0004-ValueNotAllowed', `${path}inventoryId`, `The status of the inventory item is ${article.status}.`);
    }
    this.line(input, article, path);
    return article;
  }

  /** What a line may hold, new or changed. */
  line(input: LineInput, article: Article, path: string): void {
    this.lengths(input, LINE_LENGTHS, path);
    const unitFits = input.unit === null || input.unit === article.unit;
    this.unless(
      unitFits,
      '1808-InvalidUnitOfMeasure',
      `${path}unitOfMeasure`,
      'The unit of measure is not valid for the item.',
    );
    this.warehouse(input.warehouseId, `${path}warehouseId`);
    this.warehouseLocation(input, article, path);
    this.branch(input.branchId, `${path}branchId`);
    const category =
      input.vatCategoryId === null ||
      this.books.vatCategories.some((candidate) => candidate.id === input.vatCategoryId);
    this.unless(category, '1805-InvalidTaxCategoryId', `${path}taxCategoryId`, 'The tax category was not found.');
    const operation = input.operation === null || input.operation === 'Issue' || input.operation === 'Receipt';
    this.unless(operation, '1800-InvalidLineOperation', `${path}operation`, 'The operation must be Issue or Receipt.');
    const percent = input.discountPercent === null ? null : decimal(input.discountPercent);
    const inRange = percent === null || (percent.gte(-100) && percent.lte(100));
    this.unless(inRange, '0100-OutsideValidRange', `${path}discountPercent`, 'The value must be between -100 and 100.');
    this.unless(
      !input.salesPersonId,
      '1902-SalesPersonNotFound',
      `${path}salesPersonId`,
      'The sales person was not found.',
    );
  }

  note(code: ErrorCode, property: string, message: string): void {
    this.found.push({ code, property, message });
  }

  private unless(right: boolean, code: ErrorCode, property: string, message: string): void {
    if (!right) this.note(code, property, message);
  }

  private location(input: OrderInput, customer: Customer | null): void {
    const id = input.customer?.locationId ?? null;
    if (id === null || customer === null) return;
    const known = locationsOf(customer).some((location) => location.id === id && location.active);
    this.unless(
      known,
      '0003-InvalidValue',
      'customer.locationId',
      'The location is not an active one of the customer.',
    );
  }

  private branch(id: string | null, property: string): void {
    const known = id === null || this.books.company.branches.some((branch) => branch.number === id);
    this.unless(known, '0003-InvalidValue', property, 'The branch was not found.');
  }

  private warehouse(id: string | null, property: string): void {
    const known =
      id === null || this.books.warehouses.all().some((warehouse) => warehouse.id === id && warehouse.active);
    this.unless(known, '1802-InvalidWarehouseId', property, `Warehouse '${id ?? ''}' is not valid.`);
  }

  private warehouseLocation(input: LineInput, article: Article, path: string): void {
    if (input.warehouseLocationId === null) return;
    const warehouseId = input.warehouseId ?? article.defaultWarehouseId;
    const warehouse = warehouseId === null ? null : this.books.warehouses.byId(warehouseId);
    const known = warehouse?.locations.some((location) => location.id === input.warehouseLocationId) === true;
    this.unless(known, '1700-WarehouseLocationNotFound', `${path}warehouseLocationId`, 'The location was not found.');
  }

  private place(input: PlaceInput | null, path: string): void {
    this.lengths(input?.address ?? null, ADDRESS_LENGTHS, `${path}address.`);
    this.lengths(input?.contact ?? null, CONTACT_LENGTHS, `${path}contact.`);
    const countryId = input?.address?.countryId ?? null;
    const known = countryId === null || countryId in COUNTRIES;
    this.unless(known, '0003-InvalidValue', `${path}address.countryId`, 'The country was not found.');
  }

  private lengths(
    values: Readonly<Record<string, unknown>> | null,
    limits: Readonly<Record<string, number>>,
    path: string,
  ): void {
    if (values === null) return;
    for (const [name, maximum] of Object.entries(limits)) {
      const text = values[name];
      if (typeof text !== 'string' || text.length <= maximum) continue;
      const property = `${path}${WIRE_NAMES[name] ?? name}`;
      this.note('0002-InvalidLength', property, `The length must be ${maximum} characters or fewer.`);
    }
  }
}
