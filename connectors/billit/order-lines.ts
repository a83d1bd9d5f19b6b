/** The lines of an invoice: texts, quantities and prices as Billit takes them. Pure. */
import { cutText } from '../_kit/cut-text';
import { decimal, plain, round, type DecimalString } from '../_kit/decimal';
import type { DocumentLine, RequestLine, TextCut } from '../_kit/document';
import { exactNumber } from '../_kit/exact-json';
import { lineTotal } from '../_kit/prices';
import { singleLine } from '../_kit/single-line';
import type { Json, LocalizedText } from '../_kit/text';

/** The most that Billit keeps (docs.billit.be, "Use more than 2 digits for unit price"); a company may keep fewer. */
const PLACES = 5;
/** For a line that counts nothing. */
const NOTHING = exactNumber('0');

const LINE_TEXT: LocalizedText = { nl: 'Omschrijving van de regel', en: 'Description of the line' };

/** How the lines of one variant are written. */
export interface LineForm {
  /** Longest text in characters. */
  readonly maxText: number;
  /** `bare`: a text line has a text only. `zero`: it has quantity, price and VAT rate too. */
  readonly textLines: 'bare' | 'zero';
}

export interface LineBody {
  readonly body: Json;
  readonly cut: TextCut | null;
}

/**
 * A line as Billit takes it. With its ProductID Billit adds VAT rate, unit and ledger account of the article; text, quantity
 * and price are those of the preview. `vatRate` serves for a text line, which has none of its own.
 */
export function lineBody(line: DocumentLine, form: LineForm, vatRate: DecimalString): LineBody {
  const { text, cut } = cutText(lineText(line), form.maxText, LINE_TEXT);
  if (line.article === null) {
    const zero = { Quantity: NOTHING, UnitPriceExcl: NOTHING, VATPercentage: exactNumber(vatRate) };
    return { body: { Description: text, ...(form.textLines === 'zero' ? zero : {}) }, cut };
  }
  const price = priceOf(line);
  return {
    body: {
      ProductID: Number(line.article.externalId),
      Quantity: exactNumber(quantityOf(line)),
      ...(text === '' ? {} : { Description: text }),
      ...(price === null ? {} : { UnitPriceExcl: exactNumber(price) }),
    },
    cut,
  };
}

/** The line as it will stand in Billit, for the preview. */
export function requestLine(line: DocumentLine, form: LineForm): RequestLine {
  const quantity = line.article === null ? line.quantity : quantityOf(line);
  const unitPrice = priceOf(line);
  return {
    articleCode: line.article?.code ?? null,
    description: cutText(lineText(line), form.maxText, LINE_TEXT).text,
    quantity,
    unitPrice,
    totalExclVat: lineTotal(quantity, unitPrice),
    minutes: line.minutes,
  };
}

const quantityOf = (line: DocumentLine): DecimalString => plain(round(decimal(line.quantity), PLACES));

const priceOf = ({ unitPrice }: DocumentLine): DecimalString | null =>
  unitPrice === null ? null : plain(round(decimal(unitPrice), PLACES));

/** Line breaks stay in a work description; other white space is one space. */
const lineText = ({ description }: DocumentLine): string => description.split('\n').map(singleLine).join('\n').trim();
