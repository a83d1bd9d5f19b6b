import { COUNTRIES, type Address, type Contact } from '../model';

/** Empty texts leave as null. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** `{ id, description }`, as most references look. */
export const described = (id: string, description: string): Record<string, unknown> => ({ id, description });

export const countryView = (id: string): Record<string, unknown> => ({ id, name: COUNTRIES[id] ?? id });

export const addressView = (address: Address): Record<string, unknown> => ({
  addressId: address.id,
  addressLine1: orNull(address.line1),
  addressLine2: orNull(address.line2),
  addressLine3: orNull(address.line3),
  postalCode: orNull(address.postalCode),
  city: orNull(address.city),
  country: countryView(address.countryId),
  county: null,
});

export const contactView = (contact: Contact): Record<string, unknown> => ({
  contactId: contact.id,
  name: orNull(contact.name),
  attention: orNull(contact.attention),
  email: orNull(contact.email),
  web: orNull(contact.web),
  phone1: orNull(contact.phone1),
  phone2: orNull(contact.phone2),
  fax: orNull(contact.fax),
});
