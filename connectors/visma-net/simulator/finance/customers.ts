import type { SimulatorRequest, SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { ModelReader } from '../../../_kit/simulator/model-reader';
import type { Books } from '../books';
import { CUSTOMER_STATUSES, type Customer, type Place } from '../model';
import type { Quirks } from '../quirks';
import { CUSTOMER_CLASSES, VAT_ZONES } from './customer-view';
import type { ListContext } from './list';
import { applied, readAddress, readContact } from './place-input';
import { given, readWrite, textWish } from './write-body';

/** Reads and enters customers: POST and PUT (CustomerUpdateDto). */
export function writeCustomer(
  request: SimulatorRequest,
  existing: Customer | null,
  books: Books,
  context: ListContext,
): { readonly customer: Customer } | { readonly refusal: SimulatorResponse } {
  const read = readWrite(request, 'customer', context, (reader) => readCustomer(reader, context.quirks));
  if ('refusal' in read) return read;
  const { input } = read;
  const refuse = (text: string) => ({ refusal: context.problems.refused(text) });
  const was = existing ?? newCustomer(books);
  const name = given(input.name, was.name, '');
  if (name === '') return refuse("'Customer Name' cannot be empty.");
  const number = existing === null ? given(input.number, was.number, was.number) : existing.number;
  if (existing === null && books.customerByNumber(number) !== null)
    return refuse(`Customer '${number}' already exists.`);
  const classId = given(input.customerClassId, was.customerClassId, was.customerClassId);
  if (!(classId in CUSTOMER_CLASSES)) return refuse("'Customer Class' cannot be found in the system.");
  const termsId = given(input.creditTermsId, was.creditTermsId, was.creditTermsId);
  if (!books.creditTerms.some((term) => term.id === termsId)) return refuse("'Terms' cannot be found in the system.");
  const zoneId = given(input.vatZoneId, was.vatZoneId, was.vatZoneId);
  if (!(zoneId in VAT_ZONES)) return refuse("'Tax Zone' cannot be found in the system.");
  const place = (wish: PlaceWish, own: Place | null): Place | null =>
    wish.address === null && wish.contact === null ? own : enterPlace(wish, own, was.main, name, books);
  return {
    customer: {
      ...was,
      number,
      name,
      status: input.status ?? was.status,
      main: place(input.main, was.main) ?? was.main,
      invoice: place(input.invoice, was.invoice),
      delivery: place(input.delivery, was.delivery),
      accountReference: given(input.accountReference, was.accountReference, ''),
      corporateId: given(input.corporateId, was.corporateId, ''),
      vatRegistrationId: given(input.vatRegistrationId, was.vatRegistrationId, ''),
      gln: given(input.gln, was.gln, ''),
      customerClassId: classId,
      creditTermsId: termsId,
      vatZoneId: zoneId,
      note: given(input.note, was.note, ''),
      modifiedMs: books.stamp(),
    },
  };
}

interface PlaceWish {
  readonly address: ReturnType<typeof readAddress> | null;
  readonly contact: ReturnType<typeof readContact> | null;
}

function readCustomer(reader: ModelReader, quirks: Quirks) {
  const place = (name: string): PlaceWish => ({
    address: reader.object(`${name}Address`, (inner) => readAddress(inner, quirks)),
    contact: reader.object(`${name}Contact`, (inner) => readContact(inner, quirks)),
  });
  const text = (name: string) => textWish(reader, name, quirks);
  return {
    number: text('number'),
    name: text('name'),
    status: reader.choice('status', CUSTOMER_STATUSES),
    customerClassId: text('customerClassId'),
    creditTermsId: text('creditTermsId'),
    vatZoneId: text('vatZoneId'),
    accountReference: text('accountReference'),
    corporateId: text('corporateId'),
    vatRegistrationId: text('vatRegistrationId'),
    gln: text('gln'),
    note: text('note'),
    main: place('main'),
    invoice: place('invoice'),
    delivery: place('delivery'),
  };
}

/** An address or contact that was that of the customer itself gets a key of its own when it is changed. */
function enterPlace(wish: PlaceWish, own: Place | null, main: Place, name: string, books: Books): Place {
  const was = own ?? main;
  return {
    address: applied(wish.address, was.address, own === null ? books.takeInternalId() : was.address.id),
    contact: applied(wish.contact, { ...was.contact, name }, own === null ? books.takeInternalId() : was.contact.id),
  };
}

/** A customer with the next number, and nothing filled in. */
export function newCustomer(books: Books): Customer {
  const internalId = books.takeInternalId();
  const numbers = books.customers.all().map((customer) => Number(customer.number));
  const highest = Math.max(10_000, ...numbers.filter((number) => Number.isInteger(number)));
  const stampMs = books.stamp();
  return {
    id: String(internalId),
    internalId,
    number: String(highest + 1),
    name: '',
    status: 'Active',
    main: {
      address: {
        id: books.takeInternalId(),
        line1: '',
        line2: '',
        line3: '',
        postalCode: '',
        city: '',
        countryId: 'NL',
      },
      contact: {
        id: books.takeInternalId(),
        name: '',
        attention: '',
        email: '',
        web: '',
        phone1: '',
        phone2: '',
        fax: '',
      },
    },
    invoice: null,
    delivery: null,
    locations: [],
    accountReference: '',
    corporateId: '',
    vatRegistrationId: '',
    gln: '',
    customerClassId: 'ZAKELIJK',
    creditTermsId: '30',
    currencyId: 'EUR',
    vatZoneId: 'NL',
    priceClassId: '',
    parentId: null,
    attributes: [],
    note: '',
    createdMs: stampMs,
    modifiedMs: stampMs,
  };
}
