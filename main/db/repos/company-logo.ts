import { createHash } from 'node:crypto';
import type { CompanyLogo } from '../../../preload/contract/papers';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';

interface Row {
  media_type: CompanyLogo['mediaType'];
  sha256: string;
  bytes: Uint8Array;
}

/** Null: there is none, or what is kept is not what was saved (a file that was damaged is not put on papers). */
export function get(db: Reader): CompanyLogo | null {
  const row = db.one<Row>(sql`SELECT media_type, sha256, bytes FROM company_logo`);
  if (row === null) return null;
  const { media_type: mediaType, sha256, bytes } = row;
  return sha256 === sha256Of(bytes) ? { mediaType, bytes } : null;
}

/** Takes the place of the one that was there; null: there is none any more. */
export function save(db: Writer, logo: CompanyLogo | null): void {
  db.run(sql`DELETE FROM company_logo`);
  if (logo === null) return;
  db.run(sql`
    INSERT INTO company_logo (id, media_type, sha256, bytes)
    VALUES (1, ${logo.mediaType}, ${sha256Of(logo.bytes)}, ${logo.bytes})`);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
