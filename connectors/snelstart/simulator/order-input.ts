import { ModelReader, isObject, type ModelState } from '../../_kit/simulator/model-reader';
import {
  ORDER_STATUSES,
  PRICE_MODES,
  PROCESS_STATUSES,
  type Address,
  type OrderStatus,
  type PriceMode,
  type ProcessStatus,
} from './model';

export interface ExtraInput {
  readonly number: number | null;
  readonly value: string | null;
}

export interface LineInput {
  readonly articleId: string | null;
  readonly description: string | null;
  readonly unitPrice: string | null;
  readonly quantity: string | null;
  readonly discountPercentage: string | null;
  readonly extra: readonly ExtraInput[];
}

/** A sales order as a client wrote it: right in type, not yet checked against the books. Null = not given. */
export interface OrderInput {
  readonly id: string | null;
  readonly number: number | null;
  readonly relationId: string;
  readonly date: string;
  readonly processStatus: ProcessStatus | null;
  readonly orderStatus: OrderStatus | null;
  readonly creditDays: number | null;
  readonly blocked: boolean | null;
  readonly description: string | null;
  readonly paymentReference: string | null;
  readonly memo: string | null;
  readonly orderReference: string | null;
  readonly templateId: string | null;
  readonly priceMode: PriceMode | null;
  readonly invoiceAddress: Address | null;
  readonly deliveryAddress: Address | null;
  readonly invoiceDiscount: string | null;
  readonly costCentreId: string | null;
  readonly mandateId: string | null;
  readonly extra: readonly ExtraInput[];
  readonly lines: readonly LineInput[];
}

const ROOT = 'verkooporder';
const MAXIMUM_LINE_DESCRIPTION = 250;
const MAXIMUM_CREDIT_DAYS = 100;

/** Binds the body of a sales order (VerkoopOrderModel). The model state is empty when it fits. */
export function readOrderInput(
  body: unknown,
  refuseUnknown: boolean,
): { readonly input: OrderInput } | { readonly state: ModelState } {
  const state: ModelState = {};
  if (!isObject(body)) {
    return { state: { [ROOT]: [`Error converting value ${JSON.stringify(body)} to type 'VerkoopOrderModel'.`] } };
  }
  const reader = new ModelReader(body, ROOT, state, refuseUnknown);
  const relationId = readReference(reader, 'relatie');
  const date = reader.moment('datum');
  const rest = {
    id: reader.guid('id'),
    number: reader.whole('nummer'),
    processStatus: reader.choice('procesStatus', PROCESS_STATUSES),
    orderStatus: reader.choice('verkoopOrderStatus', ORDER_STATUSES),
    creditDays: reader.whole('krediettermijn'),
    blocked: reader.flag('geblokkeerd'),
    description: reader.text('omschrijving'),
    paymentReference: reader.text('betalingskenmerk'),
    memo: reader.text('memo'),
    orderReference: reader.text('orderreferentie'),
    templateId: readReference(reader, 'verkoopordersjabloon'),
    priceMode: reader.choice('verkooporderBtwIngaveModel', PRICE_MODES),
    invoiceAddress: reader.object('factuuradres', readAddress),
    deliveryAddress: reader.object('afleveradres', readAddress),
    invoiceDiscount: reader.decimal('factuurkorting'),
    costCentreId: readReference(reader, 'kostenplaats'),
    mandateId: readReference(reader, 'incassomachtiging'),
    extra: reader.list('extraHoofdVelden', readExtra),
    lines: reader.list('regels', readLine),
  };
  reader.skip('modifiedOn', 'uri', 'verkoopfactuur', 'totaalExclusiefBtw', 'totaalInclusiefBtw');
  reader.noteUnknown();

  if (relationId === null) reader.note(`${ROOT}.Relatie`, 'The Relatie field is required.');
  if (date === null) reader.note(`${ROOT}.Datum`, 'The Datum field is required.');
  if (rest.creditDays !== null && (rest.creditDays < 0 || rest.creditDays > MAXIMUM_CREDIT_DAYS)) {
    reader.note(`${ROOT}.Krediettermijn`, `The field Krediettermijn must be between 0 and ${MAXIMUM_CREDIT_DAYS}.`);
  }
  for (const [index, line] of rest.lines.entries()) {
    if ((line.description?.length ?? 0) > MAXIMUM_LINE_DESCRIPTION) {
      reader.note(`${ROOT}.Regels[${index}].Omschrijving`, tooLong('Omschrijving', MAXIMUM_LINE_DESCRIPTION));
    }
  }
  if (Object.keys(state).length > 0 || relationId === null || date === null) return { state };
  return { input: { ...rest, relationId, date } };
}

/** The text of ASP.NET for a string that is over its length. */
export const tooLong = (field: string, maximum: number): string =>
  `The field ${field} must be a string with a maximum length of ${maximum}.`;

/** The id of `{ id, uri }`. */
const readReference = (reader: ModelReader, name: string): string | null =>
  reader.object(name, (part) => {
    part.skip('uri');
    return part.guid('id');
  });

function readAddress(reader: ModelReader): Address {
  return {
    contact: reader.text('contactpersoon') ?? '',
    street: reader.text('straat') ?? '',
    postcode: reader.text('postcode') ?? '',
    city: reader.text('plaats') ?? '',
    countryId: readReference(reader, 'land'),
  };
}

function readExtra(reader: ModelReader): ExtraInput {
  reader.skip('omschrijving');
  return { number: reader.whole('veldNummer'), value: reader.text('waarde') };
}

function readLine(reader: ModelReader): LineInput {
  reader.skip('totaal');
  return {
    articleId: readReference(reader, 'artikel'),
    description: reader.text('omschrijving'),
    unitPrice: reader.decimal('stuksprijs'),
    quantity: reader.decimal('aantal'),
    discountPercentage: reader.decimal('kortingsPercentage'),
    extra: reader.list('extraRegelVelden', readExtra),
  };
}
