import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { Settings } from '../../../connectors/_kit/settings';
import type { SettingChange, SettingsVersion } from '../../../preload/contract/package-settings';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { sql } from '../sql';
import type { KeptSettings } from '../store';

interface Row {
  version: number;
  saved_at_ms: number | null;
  saved_by: string;
  settings: string;
  changes: string;
  documents: number;
}

/** A version that is there already stays as it is. */
export function add(db: Writer, id: ConnectorId, versions: readonly KeptSettings[]): void {
  for (const { version, savedAtMs, savedBy, settings, changes } of versions) {
    db.run(sql`
      INSERT INTO settings_version (package, version, saved_at_ms, saved_by, settings, changes)
      VALUES (${id}, ${version}, ${savedAtMs}, ${savedBy}, ${writeJson(settings)}, ${writeJson(changes)})
      ON CONFLICT (package, version) DO NOTHING`);
  }
}

/** 0: none is kept. */
export const last = (db: Reader, id: ConnectorId): number =>
  db.column<number | null>(sql`SELECT max(version) FROM settings_version WHERE package = ${id}`)[0] ?? 0;

/** Newest first. */
export function list(db: Reader, id: ConnectorId): readonly SettingsVersion[] {
  return db
    .all<Row>(
      sql`
        SELECT v.version, v.saved_at_ms, v.saved_by, v.settings, v.changes, coalesce(sent.documents, 0) AS documents
        FROM settings_version AS v LEFT JOIN (
          SELECT d.settings_version AS version, count(DISTINCT d.outbox_id) AS documents
          FROM outbox_document AS d JOIN link AS l ON l.id = d.link_id
          WHERE l.package = ${id} GROUP BY d.settings_version) AS sent ON sent.version = v.version
        WHERE v.package = ${id} ORDER BY v.version DESC`,
    )
    .map((row) => ({
      version: row.version,
      savedAtMs: row.saved_at_ms,
      savedBy: row.saved_by,
      settings: readJson<Settings>(row.settings),
      changes: readJson<readonly SettingChange[]>(row.changes),
      documents: row.documents,
    }));
}
