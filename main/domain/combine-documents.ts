import { cutBeforeTail } from '../../connectors/_kit/cut-text';
import { addressLine } from '../../connectors/_kit/compose-text';
import type { DocumentLine, OutgoingDocument } from '../../connectors/_kit/document';
import type { CombiningCapability } from '../../connectors/_kit/manifest';
import { singleLine } from '../../connectors/_kit/single-line';
import type { LocalizedText } from '../../connectors/_kit/text';
import { totalsOf } from './totals';
import { textLine } from './text-line';

/** The document that a work order would become by itself, and when the work was done (`YYYY-MM-DD`; null: not known). */
export interface DocumentPart {
  readonly document: OutgoingDocument;
  readonly workDay: string | null;
}

/**
 * One document of several work orders of one customer, in the order of their numbers: of each its heading (number, day and
 * work address), then its lines. The first one leads: its marker, revision and date are those of the document. What the
 * others have differently (work address, employee) is left out of the header; it stands in the headings.
 *
 * Where a package takes no lines of text only, the heading goes in front of the first article of its work order.
 */
export function combineDocuments(
  [first, ...others]: readonly [DocumentPart, ...DocumentPart[]],
  capability: CombiningCapability,
): OutgoingDocument {
  const parts = [first, ...others];
  const lines = parts.flatMap((part) => headedLines(part, capability));
  const { document: leading } = first;
  const shared = <T>(of: (document: OutgoingDocument) => T): T | null => {
    const value = of(leading);
    const isShared = others.every(({ document }) => JSON.stringify(of(document)) === JSON.stringify(value));
    return isShared ? value : null;
  };
  return {
    ...leading,
    others: others.map(({ document }) => ({ workOrderNumber: document.workOrderNumber, pdfs: document.pdfs })),
    workAddress: shared((document) => document.workAddress),
    employee: shared((document) => document.employee),
    workDescription: parts
      .map(({ document }) => document.workDescription.trim())
      .filter((text) => text !== '')
      .join('\n'),
    lines,
    totals: totalsOf(lines),
  };
}

const LINE_TEXT: LocalizedText = { nl: 'Omschrijving van de regel', en: 'Description of the line' };

function headedLines(part: DocumentPart, capability: CombiningCapability): readonly DocumentLine[] {
  const text = headingOf(part);
  const { lines } = part.document;
  if (capability.headings === 'line') return [textLine('work-order', text), ...lines];
  const at = lines.findIndex((line) => line.article !== null);
  return lines.map((line, index) => (index === at ? behindHeading(line, text, capability) : line));
}

/** `Werkbon 1042, 22-11-2026, Dorpsstraat 1, 1234 AB Ons Dorp`: in Dutch, as the documents of the packages are. */
function headingOf({ document, workDay }: DocumentPart): string {
  const day = workDay === null ? '' : workDay.split('-').reverse().join('-');
  return [`Werkbon ${document.workOrderNumber}`, day, singleLine(addressLine(document.workAddress))]
    .filter((text) => text !== '')
    .join(', ');
}

/** The heading is cut before the text of the line itself is. */
function behindHeading(line: DocumentLine, heading: string, { maxLineText }: CombiningCapability): DocumentLine {
  const own = singleLine(line.description);
  const tail = own === '' ? '' : `- ${own}`;
  const description =
    maxLineText === null
      ? [heading, tail].filter((text) => text !== '').join(' ')
      : cutBeforeTail(heading, tail, maxLineText, LINE_TEXT).text;
  return { ...line, description, descriptionChanged: true };
}
