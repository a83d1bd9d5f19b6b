import type { AttachmentKind } from '../../connectors/_kit/document';
import type { Language } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';

/**
 * Name of a PDF, without folder: `Werkbon 1042.pdf`, `Formulieren 1042-2.pdf` for revision 2. Only letters, digits,
 * spaces, dots and dashes, so that any disk and any package takes it; the same for the same work order, so that an
 * earlier attempt is found by it.
 */
export function pdfFileName(
  kind: AttachmentKind,
  of: { readonly workOrderNumber: string; readonly revision: number },
  language: Language,
): string {
  const word = knownText(`pdf.file.${kind}`)[language];
  const number = of.workOrderNumber.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `${word} ${number}${of.revision > 1 ? `-${of.revision}` : ''}.pdf`;
}

/** `Daglijst 2026-11-23 Henk de Monteur.pdf`; without a name the list of everybody. */
export function dayListFileName(
  { day, employeeName }: { readonly day: string; readonly employeeName: string | null },
  language: Language,
): string {
  const word = knownText('pdf.file.day-list')[language];
  // Signs that a disk may refuse.
  const name = (employeeName ?? '').replace(/[^\p{L}\p{N} .-]+/gu, '-').replace(/^[ .-]+|[ .-]+$/g, '');
  return `${[word, day, name].filter((text) => text !== '').join(' ')}.pdf`;
}
