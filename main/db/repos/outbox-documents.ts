import { createHash } from 'node:crypto';
import type { DocumentRequest, OutgoingDocument } from '../../../connectors/_kit/document';
import type { SentDocument } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { readJson } from '../json';
import { sql } from '../sql';
import { linkOf } from './links';

/** SHA-256 of a frozen request as it stands in the database, hexadecimal. */
export const requestSha256 = (request: string): string => createHash('sha256').update(request).digest('hex');

/** Keeps the frozen document of an entry as one that is sent; once, however often it is. */
export function keepSent(db: Writer, entryId: number, sha256: string, atMs: number): void {
  db.run(sql`
    INSERT INTO outbox_document
      (outbox_id, request_sha256, link_id, settings_version, document, request, first_sent_at_ms)
    SELECT id, ${sha256}, link_id, settings_version, document, request, ${atMs} FROM outbox
    WHERE id = ${entryId} AND NOT EXISTS (
      SELECT 1 FROM outbox_document WHERE outbox_id = ${entryId} AND request_sha256 = ${sha256})`);
}

interface Row {
  request_sha256: string;
  link_id: number;
  settings_version: number;
  document: string;
  request: string;
  first_sent_at_ms: number;
}

/** Every form in which the document of an entry was sent, in order. */
export const sentDocuments = (db: Reader, entryId: number): readonly SentDocument[] =>
  db.all<Row>(sql`SELECT * FROM outbox_document WHERE outbox_id = ${entryId} ORDER BY id`).map((row) => ({
    requestSha256: row.request_sha256,
    package: linkOf(db, row.link_id).package,
    settingsVersion: row.settings_version,
    firstSentAtMs: row.first_sent_at_ms,
    document: readJson<OutgoingDocument>(row.document),
    request: readJson<DocumentRequest>(row.request),
  }));
