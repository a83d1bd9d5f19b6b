import type { Books } from '../books';
import { MAIN_LOCATION, type Customer, type CustomerLocation, type Place } from '../model';
import type { Quirks } from '../quirks';
import type { WireTimes } from '../wire-times';
import { addressView, contactView, described, orNull } from './place-view';

export const CUSTOMER_CLASSES: Readonly<Record<string, string>> = {
  ZAKELIJK: 'Zakelijke klanten',
  PART: 'Particulieren',
};
export const VAT_ZONES: Readonly<Record<string, string>> = { NL: 'Nederland', EU: 'Europese Unie' };

/** A customer as the finance API shows it (CustomerDto). */
export function customerView(
  customer: Customer,
  books: Books,
  times: WireTimes,
  quirks: Pick<Quirks, 'sameAddress'>,
): Record<string, unknown> {
  const own = (place: Place | null): Place | null => place ?? (quirks.sameAddress === 'repeat' ? customer.main : null);
  const [invoice, delivery] = [own(customer.invoice), own(customer.delivery)];
  const terms = books.creditTerms.find((term) => term.id === customer.creditTermsId);
  const parent = customer.parentId === null ? null : books.customers.byId(customer.parentId);
  return {
    internalId: customer.internalId,
    number: customer.number,
    name: customer.name,
    status: customer.status,
    mainAddress: addressView(customer.main.address),
    mainContact: contactView(customer.main.contact),
    accountReference: orNull(customer.accountReference),
    parentRecord: parent === null ? null : { number: parent.number, name: parent.name },
    customerClass: described(customer.customerClassId, CUSTOMER_CLASSES[customer.customerClassId] ?? ''),
    creditTerms: terms === undefined ? null : described(terms.id, terms.description),
    currencyId: customer.currencyId,
    creditVerification: 'Disabled',
    creditLimit: 0,
    creditDaysPastDue: 0,
    invoiceAddress: invoice === null ? null : addressView(invoice.address),
    invoiceContact: invoice === null ? null : contactView(invoice.contact),
    printInvoices: false,
    acceptAutoInvoices: false,
    sendInvoicesByEmail: true,
    deliveryAddress: delivery === null ? null : addressView(delivery.address),
    deliveryContact: delivery === null ? null : contactView(delivery.contact),
    vatRegistrationId: orNull(customer.vatRegistrationId),
    corporateId: orNull(customer.corporateId),
    gln: orNull(customer.gln),
    vatZone: described(customer.vatZoneId, VAT_ZONES[customer.vatZoneId] ?? ''),
    location: { countryId: customer.main.address.countryId, id: MAIN_LOCATION, name: 'Hoofdvestiging' },
    attributes: customer.attributes,
    lastModifiedDateTime: times.finance(customer.modifiedMs),
    createdDateTime: times.finance(customer.createdMs),
    priceClass: customer.priceClassId === '' ? null : described(customer.priceClassId, ''),
    invoiceToDefaultLocation: false,
    errorInfo: '',
  };
}

/** Every location of a customer, the main one first. */
export function locationsOf(customer: Customer): readonly CustomerLocation[] {
  const main = { ...(customer.delivery ?? customer.main), id: MAIN_LOCATION, name: 'Hoofdvestiging', active: true };
  return [main, ...customer.locations];
}

/** A delivery location as the finance API shows it (LocationDto). */
export const locationView = (
  customer: Customer,
  location: CustomerLocation,
  times: WireTimes,
): Record<string, unknown> => ({
  baccount: { internalId: customer.internalId, number: customer.number, name: customer.name },
  locationId: location.id,
  locationName: location.name,
  active: location.active,
  address: addressView(location.address),
  contact: contactView(location.contact),
  vatRegistrationId: orNull(customer.vatRegistrationId),
  vatZone: described(customer.vatZoneId, VAT_ZONES[customer.vatZoneId] ?? ''),
  gln: orNull(customer.gln),
  corporateId: orNull(customer.corporateId),
  lastModifiedDateTime: times.finance(customer.modifiedMs),
  internalId: location.address.id,
  errorInfo: '',
});
