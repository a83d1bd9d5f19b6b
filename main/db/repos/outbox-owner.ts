import type { RemoteDocument } from '../../../connectors/_kit/document';
import type { Reader } from '../connection';
import { sql } from '../sql';

/**
 * Number of the other work order that this document of the package belongs to already; null when it is nobody's. Of a
 * document without an id, which somebody only saw, the number is what it is known by.
 */
export const ownerOf = (
  db: Reader,
  entryId: number,
  { externalId, number }: Pick<RemoteDocument, 'externalId' | 'number'>,
): string | null =>
  db.column<string>(sql`
    SELECT w.number FROM outbox AS o JOIN work_order AS w ON w.id = o.work_order_id
    WHERE o.id <> ${entryId} AND o.state = 'booked' AND o.shares_document_since_ms IS NULL
      AND o.link_id = (SELECT link_id FROM outbox WHERE id = ${entryId})
      AND (o.external_id = nullif(${externalId}, '') OR (${externalId} = '' AND o.document_number = ${number}))
    LIMIT 1`)[0] ?? null;
