/** The lines of a document: texts, quantities and prices as Visma.net takes them. Pure. */
import { cutText } from '../_kit/cut-text';
import { decimal, plain, round, type DecimalString } from '../_kit/decimal';
import type { DocumentArticle, DocumentLine, RequestLine, TextCut } from '../_kit/document';
import { lineTotal } from '../_kit/prices';
import { singleLine } from '../_kit/single-line';
import { LABELS, LIMITS } from './document-texts';

/** Fields of the database; how many a company shows is a setting of its own. */
const KEPT_DECIMALS = 6;

/** A line with an article. Simon has no setting here that makes lines of text only. */
export interface WireLine {
  readonly article: DocumentArticle;
  readonly description: string;
  readonly quantity: DecimalString;
  readonly unitPrice: DecimalString | null;
  readonly priceChanged: boolean;
  readonly cut: TextCut | null;
  readonly shown: RequestLine;
}

export const wireLines = (lines: readonly DocumentLine[]): readonly WireLine[] =>
  lines.flatMap((line) => (line.article === null ? [] : [wireLine(line, line.article)]));

function wireLine(line: DocumentLine, article: DocumentArticle): WireLine {
  const { text, cut } = cutText(singleLine(line.description), LIMITS.lineDescription, LABELS.line);
  const quantity = rounded(line.quantity);
  const unitPrice = line.unitPrice === null ? null : rounded(line.unitPrice);
  return {
    article,
    description: text,
    quantity,
    unitPrice,
    priceChanged: line.priceChanged,
    cut,
    shown: {
      articleCode: article.code,
      description: text,
      quantity,
      unitPrice,
      totalExclVat: lineTotal(quantity, unitPrice),
      minutes: line.minutes,
    },
  };
}

const rounded = (value: DecimalString): DecimalString => plain(round(decimal(value), KEPT_DECIMALS));
