import {
  DEFAULT_COMPANY_SETTINGS,
  type CompanySettingKey,
  type CompanySettings,
} from '../../../preload/contract/company-settings';
import type { Reader, Writer } from '../connection';
import { readJson, writeJson } from '../json';
import { sql } from '../sql';

const KEYS = Object.keys(DEFAULT_COMPANY_SETTINGS) as readonly CompanySettingKey[];

/** Every choice of the company; the default of what it did not choose. */
export function get(db: Reader): CompanySettings {
  const rows = db.all<{ key: string; value: string }>(sql`SELECT key, value FROM company_setting`);
  const chosen = Object.fromEntries(rows.map(({ key, value }) => [key, readJson<unknown>(value)]));
  return { ...DEFAULT_COMPANY_SETTINGS, ...chosen };
}

/** Keeps the keys that are there, each as a whole, and leaves the others as they are. */
export function save(db: Writer, changes: Partial<CompanySettings>): CompanySettings {
  for (const key of KEYS) {
    const value = changes[key];
    if (value === undefined) continue;
    db.run(sql`
      INSERT INTO company_setting (key, value) VALUES (${key}, ${writeJson(value)})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  }
  return get(db);
}
