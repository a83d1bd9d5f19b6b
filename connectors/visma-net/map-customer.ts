/** From a customer of Visma.net to Simon's. Pure. */
import type { Address, Pulled, PulledWorkAddress } from '../_kit/model';
import { isPlace } from '../_kit/work-address';
import type { Customer, PlaceAddress, PlaceContact } from './schemas';

/**
 * A customer on hold or on credit hold stays: that ends again, and until then Visma.net itself refuses documents. Only an
 * inactive one goes.
 */
export function toCustomer(customer: Customer): Pulled<'customers'> {
  if (customer.status === 'Inactive') return { kind: 'gone', externalId: customer.internalId, reason: 'inactive' };
  const address = toAddress(customer.mainAddress, customer.mainContact, customer.name);
  const { phone1, phone2, email } = customer.mainContact;
  return {
    kind: 'present',
    record: {
      externalId: customer.internalId,
      number: customer.number,
      name: customer.name,
      address,
      workAddresses: workAddresses(customer, address),
      phone: phone1 === '' ? phone2 : phone1,
      email,
      vatNumber: customer.vatRegistrationId,
      chamberOfCommerceNumber: customer.corporateId,
      extra: null,
    },
  };
}

/**
 * The general address, and the invoice and delivery address where they are filled in. One that is not filled in may come as
 * a copy of another: each place makes one work address.
 */
function workAddresses(customer: Customer, main: Address): readonly PulledWorkAddress[] {
  const { invoiceAddress, invoiceContact, deliveryAddress, deliveryContact, name } = customer;
  const all: readonly PulledWorkAddress[] = [
    { kind: 'main', key: '', ...main },
    { kind: 'invoice', key: '', ...toAddress(invoiceAddress, invoiceContact, name) },
    { kind: 'delivery', key: '', ...toAddress(deliveryAddress, deliveryContact, name) },
  ];
  const filled = all.filter(isPlace);
  return filled.filter((one, at) => filled.findIndex((other) => placeOf(other) === placeOf(one)) === at);
}

const placeOf = ({ street, postcode, city, country }: Address): string =>
  [street, postcode, city, country].join('\n').toLowerCase();

function toAddress(address: PlaceAddress, contact: PlaceContact, customerName: string): Address {
  const { addressLine1, addressLine2, addressLine3, postalCode, city, country } = address;
  return {
    name: [contact.name, contact.attention].find((one) => one !== '' && one !== customerName) ?? '',
    street: [addressLine1, addressLine2, addressLine3].filter((line) => line !== '').join(', '),
    postcode: postalCode,
    city,
    country: /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : '',
  };
}
