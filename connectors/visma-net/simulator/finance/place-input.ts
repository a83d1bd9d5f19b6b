import type { ModelReader } from '../../../_kit/simulator/model-reader';
import type { Address, Contact } from '../model';
import type { Quirks } from '../quirks';
import { given, textWish, type Given } from './write-body';

type Wishes<T> = { readonly [K in keyof Omit<T, 'id'>]: Given<string> };

/** Reads the address of a write body (AddressUpdateDto). */
export const readAddress = (reader: ModelReader, quirks: Pick<Quirks, 'nullClears'>): Wishes<Address> => {
  reader.skip('overrideAddress', 'county');
  return {
    line1: textWish(reader, 'addressLine1', quirks),
    line2: textWish(reader, 'addressLine2', quirks),
    line3: textWish(reader, 'addressLine3', quirks),
    postalCode: textWish(reader, 'postalCode', quirks),
    city: textWish(reader, 'city', quirks),
    countryId: textWish(reader, 'countryId', quirks),
  };
};

/** Reads the contact of a write body (ContactInfoUpdateDto). */
export const readContact = (reader: ModelReader, quirks: Pick<Quirks, 'nullClears'>): Wishes<Contact> => {
  reader.skip('overrideContact');
  return {
    name: textWish(reader, 'name', quirks),
    attention: textWish(reader, 'attention', quirks),
    email: textWish(reader, 'email', quirks),
    web: textWish(reader, 'web', quirks),
    phone1: textWish(reader, 'phone1', quirks),
    phone2: textWish(reader, 'phone2', quirks),
    fax: textWish(reader, 'fax', quirks),
  };
};

/** The row with what was wished; `id` is a new key where the row was shared with another one. */
export function applied<T extends Address | Contact>(wishes: Wishes<T> | null, was: T, id: number): T {
  if (wishes === null) return was;
  const changes = Object.entries(wishes).map(([name, wish]) => [
    name,
    given(wish as Given<string>, (was as unknown as Record<string, string>)[name] ?? '', ''),
  ]);
  return { ...was, ...(Object.fromEntries(changes) as Partial<T>), id };
}
