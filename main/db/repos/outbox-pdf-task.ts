import type { Reader } from '../connection';
import { sql } from '../sql';
import type { PdfTask } from '../store';
import { entry as queueEntry } from './outbox';
import { attachmentOf, pdfEntry } from './outbox-pdfs';

/** A PDF with everything that is needed to send it; null when it is gone or its document is not booked. */
export function pdfTask(db: Reader, id: number): PdfTask | null {
  const pdf = pdfEntry(db, id);
  if (pdf === null) return null;
  const entry = queueEntry(db, pdf.entryId);
  const remote = db.one<{ external_id: string | null; document_number: string | null }>(
    sql`SELECT external_id, document_number FROM outbox WHERE id = ${pdf.entryId}`,
  );
  if (entry?.frozen == null || remote?.external_id == null) return null;
  return {
    ...pdf,
    attachment: attachmentOf(db, id),
    entry: { ...entry, frozen: entry.frozen },
    remote: { externalId: remote.external_id, number: remote.document_number ?? '' },
  };
}
