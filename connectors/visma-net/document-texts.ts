/** Header texts of a document, the same for an order and an invoice. Pure. */
import { addressOrDescription, numberOrReference } from '../_kit/compose-text';
import { cutText } from '../_kit/cut-text';
import { workOrderNumbers, type OutgoingDocument, type TextCut } from '../_kit/document';
import { singleLine } from '../_kit/single-line';
import type { LocalizedText } from '../_kit/text';
import type { VismaSettings } from './settings';

/**
 * Longest texts in characters: OpenAPI description of the sales order service. The finance API tells none; its fields are
 * those of the same database.
 */
export const LIMITS = { description: 255, note: 2048, reference: 40, lineDescription: 256 } as const;

export const LABELS = {
  customer: { nl: 'Klant', en: 'Customer' },
  date: { nl: 'Datum', en: 'Date' },
  document: { nl: 'Document', en: 'Document' },
  description: { nl: 'Omschrijving', en: 'Description' },
  customerReference: { nl: 'Klantreferentie', en: 'Customer reference' },
  notes: { nl: 'Notities', en: 'Notes' },
  marker: { nl: 'Externe referentie', en: 'External reference' },
  warehouse: { nl: 'Magazijn', en: 'Warehouse' },
  line: { nl: 'Omschrijving van de regel', en: 'Description of the line' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export interface HeaderTexts {
  readonly description: string;
  readonly customerReference: string;
  readonly notes: string;
  readonly cuts: readonly TextCut[];
}

/** No setting asks for the description; the number of the work order lets the office find it back. */
export function headerTexts(document: OutgoingDocument, settings: VismaSettings): HeaderTexts {
  const word = document.others === undefined ? 'Werkbon' : 'Werkbonnen';
  const description = cutText(`${word} ${workOrderNumbers(document)}`, LIMITS.description, LABELS.description);
  const reference = cutText(
    singleLine(numberOrReference(settings.customerReference, document)),
    LIMITS.reference,
    LABELS.customerReference,
  );
  const notes = cutText(addressOrDescription(settings.remarks, document), LIMITS.note, LABELS.notes);
  return {
    description: description.text,
    customerReference: reference.text,
    notes: notes.text,
    cuts: [description.cut, reference.cut, notes.cut].filter((cut) => cut !== null),
  };
}
