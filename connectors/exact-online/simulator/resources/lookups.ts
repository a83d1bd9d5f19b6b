import type { DivisionBooks } from '../division-books';
import type { Row } from '../model';
import { through, type Derive } from '../resource';

export const accountOf = (books: DivisionBooks, id: string): Row | null => books.tables.accounts.byId(id);
export const itemOf = (books: DivisionBooks, id: string): Row | null => books.tables.items.byId(id);
export const vatCodeOf = (books: DivisionBooks, code: string): Row | null =>
  books.tables.vatCodes.all().find((row) => row.values.Code === code) ?? null;
export const unitOf = (books: DivisionBooks, code: string): Row | null =>
  books.tables.units.all().find((row) => row.values.Code === code) ?? null;
export const journalOf = (books: DivisionBooks, code: string): Row | null =>
  books.tables.journals.all().find((row) => row.values.Code === code) ?? null;
export const paymentConditionOf = (books: DivisionBooks, code: string): Row | null =>
  books.tables.paymentConditions.all().find((row) => row.values.Code === code) ?? null;

const value =
  (name: string) =>
  (row: Row): string | null => {
    const found = row.values[name];
    return typeof found === 'string' ? found : null;
  };

export const accountName = (field: string): Derive => through(field, accountOf, value('Name'));
export const accountCode = (field: string): Derive => through(field, accountOf, value('Code'));
export const vatDescription = (field: string): Derive => through(field, vatCodeOf, value('Description'));
export const unitDescription = (field: string): Derive => through(field, unitOf, value('Description'));
export const itemValue = (field: string, name: string): Derive => through(field, itemOf, value(name));
export const paymentConditionDescription = (field: string): Derive =>
  through(field, paymentConditionOf, value('Description'));

const COUNTRY_NAMES: Readonly<Record<string, string>> = { NL: 'Nederland', BE: 'België', DE: 'Duitsland' };

export const countryName: Derive = ({ values }) => COUNTRY_NAMES[String(values.Country ?? '').trim()] ?? null;
