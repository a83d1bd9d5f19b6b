/**
 * The texts that make our documents recognisable. The marker stands first, so that it survives a text that is cut, in
 * fields that no setting fills.
 */
import type { OutgoingDocument } from '../_kit/document';

/** Description of a draft invoice: `SK-7Q4M2X-1042-1 Werkbon 1042`, or the marker alone when that is too long. */
export function invoiceDescription(
  { marker, workOrderNumber }: Pick<OutgoingDocument, 'marker' | 'workOrderNumber'>,
  allowed: number,
): string {
  const whole = `${marker} Werkbon ${workOrderNumber}`;
  return whole.length <= allowed ? whole : marker;
}

/** Subject of the document that holds one PDF: `SK-7Q4M2X-1042-1 Werkbon 1042`. */
export const documentSubject = (marker: string, fileName: string): string =>
  `${marker} ${fileName.replace(/\.pdf$/i, '')}`;

/** The marker that a text begins with; empty when it begins with another word. */
export const firstWord = (text: string): string => /^\S+/.exec(text.trim())?.[0] ?? '';
