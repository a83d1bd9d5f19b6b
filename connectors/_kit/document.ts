import type { Address } from './model';
import type { DecimalString } from './decimal';
import type { Json, LocalizedText } from './text';

/**
 * Which rule made a line; also the order of the lines (product rule: description, work, travel, articles, standard article).
 * `work-order`: the heading of one of several work orders on the document.
 */
export type LineKind = 'work-order' | 'work-description' | 'work-time' | 'travel-time' | 'article' | 'standard-article';

export interface DocumentArticle {
  readonly externalId: string;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly extra: Json;
}

export interface DocumentLine {
  readonly kind: LineKind;
  /** Null only for a line of text: a heading, or the work description. */
  readonly article: DocumentArticle | null;
  /** The article's description, or what the office typed instead. */
  readonly description: string;
  readonly descriptionChanged: boolean;
  /** Whole minutes behind a time line; null for the other kinds. */
  readonly minutes: number | null;
  readonly quantity: DecimalString;
  /** Excluding VAT; null when the package has no price for the article. */
  readonly unitPrice: DecimalString | null;
  readonly priceChanged: boolean;
  readonly vatRate: DecimalString | null;
  /** quantity x unitPrice, rounded half up to 2 decimals. */
  readonly totalExclVat: DecimalString | null;
}

export interface VatTotal {
  readonly vatRate: DecimalString;
  readonly base: DecimalString;
  readonly vat: DecimalString;
}

export interface DocumentTotals {
  /** Null when a line has no price. */
  readonly exclVat: DecimalString | null;
  /** VAT summed per rate, then rounded. Null as soon as one rate is unknown. */
  readonly vat: readonly VatTotal[] | null;
  readonly inclVat: DecimalString | null;
}

/** The PDFs of a work order: the work order itself, and its filled-in custom forms together. */
export type AttachmentKind = 'work-order' | 'custom-forms';

/** A PDF as it goes to a package. The bytes are made once and kept: a repeated attempt sends the same ones. */
export interface Attachment {
  readonly kind: AttachmentKind;
  /** Without folder, unique per work order and revision: `Werkbon 1042.pdf`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/**
 * What a work order becomes, in no package's words. Built once when the work order is archived, then frozen:
 * preview and sending both use this value and nothing else.
 */
export interface OutgoingDocument {
  /** Of several work orders on the document, the leading one. */
  readonly workOrderNumber: string;
  /** The other work orders on the document, in the order of their numbers; left out when there are none. */
  readonly others?: readonly { readonly workOrderNumber: string; readonly pdfs: readonly AttachmentKind[] }[];
  /** 1 for the first archiving of a work order. */
  readonly revision: number;
  /** Unique per company database, work order and revision; this is what is looked up after an unknown outcome. */
  readonly marker: string;
  /** Day of archiving on the wall clock of Europe/Amsterdam, `YYYY-MM-DD`. */
  readonly date: string;
  readonly customer: {
    readonly externalId: string;
    readonly number: string;
    readonly name: string;
    readonly extra: Json;
  };
  readonly workAddress: Address | null;
  readonly workDescription: string;
  readonly customerReference: string;
  /** Whom the work order was planned on; null when on nobody. `id` is a key of `per-employee` settings. */
  readonly employee: { readonly id: string; readonly name: string } | null;
  /** PDFs of this work order that go along, as the settings ask. */
  readonly pdfs: readonly AttachmentKind[];
  readonly lines: readonly DocumentLine[];
  readonly totals: DocumentTotals;
}

/** The numbers of all work orders on a document, as a text: `1042, 1043`. */
export const workOrderNumbers = ({
  workOrderNumber,
  others = [],
}: Pick<OutgoingDocument, 'workOrderNumber' | 'others'>): string =>
  [workOrderNumber, ...others.map((other) => other.workOrderNumber)].join(', ');

/** A text that was longer than the package allows and was cut at a word with an ellipsis. */
export interface TextCut {
  readonly field: LocalizedText;
  readonly allowed: number;
  readonly length: number;
}

/** One field of the document as the office will find it in the package. */
export interface DocumentField {
  readonly label: LocalizedText;
  readonly value: string;
}

/** One line as it will stand in the package. */
export interface RequestLine {
  readonly articleCode: string | null;
  readonly description: string;
  readonly quantity: DecimalString;
  readonly unitPrice: DecimalString | null;
  readonly totalExclVat: DecimalString | null;
  readonly minutes: number | null;
}

/**
 * The exact request, frozen with the document. `variants` are bodies in order of preference: the next one is used only
 * when the package refuses the one before as `rejected`, so never after an unknown outcome.
 */
export interface DocumentRequest {
  readonly marker: string;
  readonly variants: readonly Json[];
  /** Header fields in the words of the package, for the preview. */
  readonly fields: readonly DocumentField[];
  readonly lines: readonly RequestLine[];
  readonly cuts: readonly TextCut[];
}

/** A document as the package answers it, or as a look-up finds it. */
export interface RemoteDocument {
  readonly externalId: string;
  readonly number: string;
  readonly marker: string;
  readonly customerExternalId: string;
  readonly totalExclVat: DecimalString | null;
  readonly totalInclVat: DecimalString | null;
  /** Names of the files that the package keeps with it; left out when its answer does not tell. */
  readonly fileNames?: readonly string[];
}
