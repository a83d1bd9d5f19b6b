import type { BooksSize } from '../../../_kit/simulator/contract';
import { LAST_CHANGE_MS } from '../../../_kit/simulator/practice/moments';
import { dutchVatNumber } from '../../../_kit/simulator/practice/numbers';
import { SeededRandom } from '../../../_kit/simulator/random';
import { DivisionBooks } from '../division-books';
import type { DivisionContent, DivisionValues, Row, SiteContent, User, Values } from '../model';
import { practiceItems, type PracticeItems } from './articles';
import { DOCUMENT_CATEGORIES, DOCUMENT_TYPES, JOURNALS, PAYMENT_CONDITIONS, UNITS, VAT_CODES } from './fixed-tables';
import { practiceRelations, type PracticeRelations } from './relations';
import { numbered, RowMaker } from './row-maker';
import { enterPracticeSales } from './sales';

const CUSTOMER_NAME = 'Koppelaar Installatietechniek B.V.';

/** Codes of the companies; the customer's own numbers are 1, 2 and 3. */
export const MAIN_DIVISION = 3141592;
export const SECOND_DIVISION = 3141593;
export const ARCHIVED_DIVISION = 3141594;

interface Plan {
  readonly customers: number;
  readonly withNotable: boolean;
  readonly suppliers: number;
  readonly prospects: number;
  readonly articles: number;
  readonly withInactive: boolean;
}

const PRACTICE: Plan = {
  customers: 268,
  withNotable: true,
  suppliers: 18,
  prospects: 4,
  articles: 420,
  withInactive: true,
};
const SECOND: Plan = {
  customers: 6,
  withNotable: false,
  suppliers: 0,
  prospects: 0,
  articles: 25,
  withInactive: false,
};
const NONE: Plan = { ...SECOND, customers: 0, articles: 0 };

const planOf = (size: BooksSize): Plan =>
  size === 'practice' || size === 'small'
    ? PRACTICE
    : { ...size, withNotable: false, suppliers: 0, prospects: 0, withInactive: false };

/** The books of an installer in Amersfoort: its company, one beside it, an archived one, and two users. */
export function practiceContent(seed: number, size: BooksSize): SiteContent {
  const random = new SeededRandom(seed, 'site');
  const division = (code: number, hid: number, name: string, plan: Plan, more: Values = {}): DivisionContent =>
    divisionContent(seed, size, { code, hid, name, plan, vatNumber: dutchVatNumber(random), more });
  const divisions = [
    division(MAIN_DIVISION, 1, CUSTOMER_NAME, planOf(size)),
    division(SECOND_DIVISION, 2, 'Koppelaar Vastgoed B.V.', SECOND),
    division(ARCHIVED_DIVISION, 3, 'Koppelaar Dakwerken (oud)', NONE, {
      Status: 2,
      ArchiveDate: '2022-12-31T00:00:00',
    }),
  ];
  const user = (fullName: string, userName: string, codes: readonly number[]): User => ({
    id: random.uuid(),
    userName,
    fullName,
    email: `${userName}@koppelaar.example`,
    divisions: codes,
    currentDivision: codes[0] ?? MAIN_DIVISION,
  });
  const users = [
    user('Sanne de Wit', 'sanne.dewit', [MAIN_DIVISION, SECOND_DIVISION, ARCHIVED_DIVISION]),
    user('Bram Vermeulen', 'bram.vermeulen', [SECOND_DIVISION]),
  ];
  return { customerName: CUSTOMER_NAME, users, divisions };
}

interface DivisionWish {
  readonly code: number;
  readonly hid: number;
  readonly name: string;
  readonly plan: Plan;
  readonly vatNumber: string;
  readonly more: Values;
}

function divisionContent(seed: number, size: BooksSize, wish: DivisionWish): DivisionContent {
  const { code, plan } = wish;
  const stream = (name: string): SeededRandom => new SeededRandom(seed, `${name} ${code}`);
  const maker = new RowMaker(stream('fixed'));
  const rows = <V extends Values>(all: readonly Values[]): Row<V>[] => all.map((values) => maker.row(values as V));
  const relations = practiceRelations(stream('relations'), plan);
  const items = practiceItems(stream('articles'), plan);
  const isSmall = size === 'small' && plan.withNotable;
  const { tables, lastTimestamp } = numbered<DivisionContent['tables']>({
    ...(isSmall ? handfulOfRelations(relations) : relations),
    ...(isSmall ? handfulOfItems(items) : items),
    units: rows(UNITS),
    journals: rows(JOURNALS),
    vatCodes: rows(VAT_CODES),
    paymentConditions: rows(PAYMENT_CONDITIONS),
    documentTypes: DOCUMENT_TYPES.map(([id, Description, DocumentIsCreatable]) =>
      maker.row({ Description, DocumentIsCreatable, DocumentIsViewable: true, TypeCategory: 0 }, String(id)),
    ),
    documentCategories: DOCUMENT_CATEGORIES.map((Description) => maker.row({ Description })),
    invoices: [],
    invoiceLines: [],
    orders: [],
    orderLines: [],
    quotations: [],
    quotationLines: [],
    documents: [],
    attachments: [],
    deleted: [],
  });
  const ids = stream('sales');
  const books = new DivisionBooks(
    { division: maker.row(divisionValues(wish), String(code)), lastTimestamp, tables },
    () => LAST_CHANGE_MS,
    () => ids.uuid(),
  );
  if (plan.withNotable) enterPracticeSales(books);
  return books.content();
}

const divisionValues = ({ code, hid, name, vatNumber, more }: DivisionWish): DivisionValues => ({
  Code: code,
  Hid: hid,
  Description: name,
  Status: 1,
  BlockingStatus: 0,
  DivisionMoveDate: null,
  Customer: null,
  CustomerName: CUSTOMER_NAME,
  Country: 'NL ',
  Currency: 'EUR',
  Legislation: 'Nederland',
  VATNumber: vatNumber,
  ChamberOfCommerceNumber: `3201${code}`.slice(0, 8),
  City: 'Amersfoort',
  IsMainDivision: hid === 1,
  IsPracticeDivision: false,
  IsDossierDivision: false,
  StartDate: '2021-01-04T00:00:00',
  ...more,
});

const SMALL_CUSTOMERS = 12;
const SMALL_ENDED = 3;
const SMALL_ARTICLES = 40;
const SMALL_OTHERS = 2;

/** A cut of the practice relations in which everything occurs. */
function handfulOfRelations({ accounts, addresses, contacts }: PracticeRelations): PracticeRelations {
  const isActive = ({ values }: (typeof accounts)[number]): boolean =>
    values.Status === 'C' && !values.Blocked && values.EndDate === null;
  const isOther = ({ values }: (typeof accounts)[number]): boolean => values.IsSupplier || values.Status === 'P';
  const kept = [
    ...accounts.filter(isActive).slice(0, SMALL_CUSTOMERS),
    ...accounts.filter((account) => !isActive(account) && !isOther(account)).slice(0, SMALL_ENDED),
    ...accounts.filter(({ values }) => values.Status === 'P').slice(0, SMALL_OTHERS),
    ...accounts.filter(({ values }) => values.IsSupplier).slice(0, SMALL_OTHERS),
  ];
  const ids = new Set(kept.map(({ id }) => id));
  const isKept = ({ values }: Row): boolean => ids.has(String(values.Account));
  return { accounts: kept, addresses: addresses.filter(isKept), contacts: contacts.filter(isKept) };
}

function handfulOfItems({ itemGroups, items, prices }: PracticeItems): PracticeItems {
  const wanted = new Set(['STV-1/2', 'ALA-B16', 'VMVK-3x2,5', 'POMP-6', 'WP-16', 'MV-450', 'SPIRO-200']);
  const kept = items.filter(
    ({ values }, index) =>
      index < SMALL_ARTICLES || values.EndDate !== null || !values.IsSalesItem || wanted.has(values.Code),
  );
  const ids = new Set(kept.map(({ id }) => id));
  return { itemGroups, items: kept, prices: prices.filter(({ values }) => ids.has(values.Item)) };
}
