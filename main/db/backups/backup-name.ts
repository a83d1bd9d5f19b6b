/** What a backup is called: when it was made, on the clock of the office, and why. Pure but for the look for a free name. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../../connectors/_kit/office-zone';
import type { BackupKind } from '../../../preload/contract/views';

const MOMENT = 'yyyy-MM-dd HH.mm.ss';

/** Why it was made; `other` is any database that somebody else put into the folder. */
type MadeKind = Exclude<BackupKind, 'other'>;

/** In the language of the office, because people look for a backup in the folder too. */
const WORDS: Readonly<Record<MadeKind, string>> = {
  daily: 'dagelijks',
  'before-migration': 'voor bijwerken',
  'before-wipe': 'voor wissen',
  'before-clean-up': 'voor schoonmaak',
  'before-restore': 'voor terugzetten',
  damaged: 'beschadigd',
};
const NAME = /^(?<moment>\d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.\d{2}) (?<words>.+)\.sqlite$/u;

/** One file in the folder of backups. */
export interface BackupFile {
  readonly name: string;
  readonly kind: BackupKind;
  /** UTC ms; of a file with another name the moment at which it was written. */
  readonly madeAtMs: number;
}

/** What a name of ours tells; null for any other name. */
export function readBackupName(name: string): { readonly kind: MadeKind; readonly madeAtMs: number } | null {
  const { moment, words } = NAME.exec(name)?.groups ?? {};
  if (moment === undefined || words === undefined) return null;
  const made = DateTime.fromFormat(moment, MOMENT, { zone: OFFICE_ZONE });
  const kind = (Object.keys(WORDS) as MadeKind[]).find((one) => words.startsWith(WORDS[one]));
  return made.isValid && kind !== undefined ? { kind, madeAtMs: made.toMillis() } : null;
}

/**
 * A path in the folder that no file has: a second backup within the second, or the hour that comes twice in October,
 * must not replace a good one. `about`: what stands behind the reason, such as the version.
 */
export function freeBackupPath(folder: string, kind: MadeKind, nowMs: number, about = ''): string {
  const moment = DateTime.fromMillis(nowMs, { zone: OFFICE_ZONE }).toFormat(MOMENT);
  const base = `${moment} ${WORDS[kind]} ${about}`.trim();
  for (let count = 1; ; count += 1) {
    const file = join(folder, count === 1 ? `${base}.sqlite` : `${base} (${count}).sqlite`);
    if (!existsSync(file)) return file;
  }
}
