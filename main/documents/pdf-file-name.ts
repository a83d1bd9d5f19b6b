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
