/** The lines of a draft invoice: texts, quantities and prices as Exact Online takes them. Pure. */
import { z } from 'zod';
import { cutText } from '../_kit/cut-text';
import { decimal, plain, round, type DecimalString } from '../_kit/decimal';
import type { DocumentArticle, DocumentLine, RequestLine, TextCut } from '../_kit/document';
import { exactNumber } from '../_kit/exact-json';
import { lineTotal, vatFactor } from '../_kit/prices';
import { singleLine } from '../_kit/single-line';
import type { Json, LocalizedText } from '../_kit/text';

/** The vendor keeps doubles; more digits than these are noise there. */
export const QUANTITY_DECIMALS = 4;
export const PRICE_DECIMALS = 6;

const LINE_TEXT: LocalizedText = { nl: 'Omschrijving van de regel', en: 'Description of the line' };

/** A line with an article. There are no others: no setting of this package puts a text on a line of its own. */
export type ArticleLine = DocumentLine & { readonly article: DocumentArticle };
export const isArticleLine = (line: DocumentLine): line is ArticleLine => line.article !== null;

export interface LineBody {
  readonly body: Json;
  readonly cut: TextCut | null;
}

export function lineBody(line: ArticleLine, maxText: number): LineBody {
  const { text, cut } = cutText(singleLine(line.description), maxText, LINE_TEXT);
  const price = netPrice(line);
  const body = {
    Item: line.article.externalId,
    Description: text,
    Quantity: exactNumber(quantityOf(line)),
    ...(price === null ? {} : { NetPrice: exactNumber(price) }),
  };
  return { body, cut };
}

/** The line as it will stand in Exact Online, for the preview; amounts are without VAT. */
export function requestLine(line: ArticleLine, maxText: number): RequestLine {
  const quantity = quantityOf(line);
  const unitPrice = line.unitPrice === null ? null : rounded(line.unitPrice);
  return {
    articleCode: line.article.code,
    description: cutText(singleLine(line.description), maxText, LINE_TEXT).text,
    quantity,
    unitPrice,
    totalExclVat: lineTotal(quantity, unitPrice),
    minutes: line.minutes,
  };
}

const articleExtra = z.object({ priceIncludesVat: z.literal(true) });

/**
 * The price as it is sent; null = Exact Online takes the price of the article. That is left to it for an article whose VAT
 * code includes VAT, because the price that counts then depends on the VAT code of the customer too.
 */
function netPrice(line: ArticleLine): DecimalString | null {
  if (line.unitPrice === null) return null;
  if (!articleExtra.safeParse(line.article.extra).success) return rounded(line.unitPrice);
  if (!line.priceChanged) return null;
  return rounded(plain(decimal(line.unitPrice).times(vatFactor(line.vatRate ?? '0'))));
}

const quantityOf = (line: ArticleLine): DecimalString => plain(round(decimal(line.quantity), QUANTITY_DECIMALS));

const rounded = (price: DecimalString): DecimalString => plain(round(decimal(price), PRICE_DECIMALS));
