import type { DocumentLine, LineKind } from '../../connectors/_kit/document';

/** A line of text only: it has no price and counts for nothing. */
export const textLine = (kind: LineKind, description: string): DocumentLine => ({
  kind,
  article: null,
  description,
  descriptionChanged: false,
  minutes: null,
  quantity: '0',
  unitPrice: null,
  priceChanged: false,
  vatRate: null,
  totalExclVat: null,
});
