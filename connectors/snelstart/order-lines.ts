/** The lines of a sales order: texts, quantities and prices as SnelStart takes them. Pure. */
import { z } from 'zod';
import { cutBeforeTail, cutText } from '../_kit/cut-text';
import { decimal, plain, round, type DecimalString } from '../_kit/decimal';
import type { DocumentLine, RequestLine, TextCut } from '../_kit/document';
import { exactNumber } from '../_kit/exact-json';
import { lineTotal, vatFactor } from '../_kit/prices';
import { singleLine } from '../_kit/single-line';
import type { Json, LocalizedText } from '../_kit/text';
import type { Facts } from './facts';

/** OpenAPI description, VerkooporderRegelModel. */
const MAX_LINE_TEXT = 250;
/** Hours have two decimals and amounts are in cents; fewer would lose time or money. */
const LEAST_DECIMALS = 2;

const LINE_TEXT: LocalizedText = { nl: 'Omschrijving van de regel', en: 'Description of the line' };

/** How the prices and quantities of one order are written. */
export interface Pricing {
  readonly mode: 'Exclusief' | 'Inclusief';
  readonly priceDecimals: number;
  readonly quantityDecimals: number;
}

/**
 * Prices without VAT, unless the article file has them with VAT: a price list with VAT must come out as printed, and
 * 10.00 with VAT does not survive as 8.26 without. One line whose VAT is not known makes the whole order without VAT.
 */
export function pricing(lines: readonly DocumentLine[], facts: Facts): Pricing {
  const isKnown = lines.every((line) => line.unitPrice === null || line.vatRate !== null);
  return {
    mode: facts.pricesExclVat || !isKnown ? 'Exclusief' : 'Inclusief',
    priceDecimals: Math.max(LEAST_DECIMALS, facts.priceDecimals),
    quantityDecimals: Math.max(LEAST_DECIMALS, facts.quantityDecimals),
  };
}

export interface LineBody {
  readonly body: Json;
  readonly cut: TextCut | null;
}

/** A line of text only. */
export function textLine(line: DocumentLine): LineBody {
  const { text, cut } = cutText(singleLine(line.description), MAX_LINE_TEXT, LINE_TEXT);
  return { body: { omschrijving: text }, cut };
}

export function articleLine(line: DocumentLine, prices: Pricing): LineBody {
  const { text, cut } = cutText(singleLine(line.description), MAX_LINE_TEXT, LINE_TEXT);
  return { body: lineBody(line, text, prices), cut };
}

/** The article lines alone, the texts of text lines in front of the text of the article that follows them. */
export function mergedLines(lines: readonly DocumentLine[], prices: Pricing): readonly LineBody[] {
  const merged: LineBody[] = [];
  let leads: readonly string[] = [];
  for (const line of lines) {
    const own = singleLine(line.description);
    if (line.article === null) {
      leads = own === '' ? leads : [...leads, own];
      continue;
    }
    const { text: kept } = cutText(own, MAX_LINE_TEXT, LINE_TEXT);
    const lead = leads.join(' - ');
    const { text, cut } = cutBeforeTail(lead, lead === '' ? kept : `- ${kept}`, MAX_LINE_TEXT, LINE_TEXT);
    merged.push({ body: lineBody(line, text, prices), cut });
    leads = [];
  }
  return merged;
}

/** The line as it will stand in SnelStart, for the preview; amounts are without VAT in either mode. */
export function requestLine(line: DocumentLine, prices: Pricing): RequestLine {
  const quantity = line.article === null ? line.quantity : quantityOf(line, prices);
  const unitPrice =
    line.unitPrice === null || prices.mode === 'Inclusief' ? line.unitPrice : rounded(line.unitPrice, prices);
  return {
    articleCode: line.article?.code ?? null,
    description: cutText(singleLine(line.description), MAX_LINE_TEXT, LINE_TEXT).text,
    quantity,
    unitPrice,
    totalExclVat: lineTotal(quantity, unitPrice),
    minutes: line.minutes,
  };
}

function lineBody(line: DocumentLine, text: string, prices: Pricing): Json {
  const price = priceOf(line, prices);
  return {
    artikel: { id: line.article?.externalId ?? '' },
    omschrijving: text,
    aantal: exactNumber(quantityOf(line, prices)),
    ...(price === null ? {} : { stuksprijs: exactNumber(price) }),
  };
}

const articleExtra = z.object({ priceInclVat: z.string() });

function priceOf(line: DocumentLine, prices: Pricing): DecimalString | null {
  if (line.unitPrice === null) return null;
  if (prices.mode === 'Exclusief') return rounded(line.unitPrice, prices);
  const listed = articleExtra.safeParse(line.article?.extra);
  if (listed.success && !line.priceChanged) return listed.data.priceInclVat;
  return rounded(decimal(line.unitPrice).times(vatFactor(line.vatRate ?? '0')), prices);
}

const quantityOf = (line: DocumentLine, { quantityDecimals }: Pricing): DecimalString =>
  plain(round(decimal(line.quantity), quantityDecimals));

const rounded = (price: Parameters<typeof decimal>[0], { priceDecimals }: Pricing): DecimalString =>
  plain(round(decimal(price), priceDecimals));
