import type { PracticeAddress } from '../../../_kit/simulator/practice/addresses';
import type { PracticeParty } from '../../../_kit/simulator/practice/customers';
import type { Address, Contact, Place } from '../model';

/** Keys for addresses and contacts, one after the other. */
export type NextId = () => number;

export const toAddress = (address: PracticeAddress, nextId: NextId): Address => ({
  id: nextId(),
  line1: address.street,
  line2: '',
  line3: '',
  postalCode: address.postcode,
  city: address.city,
  countryId: address.country,
});

/** Where a party is, and how it is reached. */
export function toPlace(party: PracticeParty, address: PracticeAddress, nextId: NextId): Place {
  return { address: toAddress(address, nextId), contact: toContact(party, address.contact, nextId) };
}

const toContact = (party: PracticeParty, attention: string, nextId: NextId): Contact => ({
  id: nextId(),
  name: party.name,
  attention,
  email: party.email,
  web: party.website,
  phone1: party.phone === '' ? party.mobile : party.phone,
  phone2: party.phone === '' ? '' : party.mobile,
  fax: '',
});
