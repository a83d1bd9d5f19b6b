/** Which backups may go. Pure. */
import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../../connectors/_kit/office-zone';
import type { BackupKind } from '../../../preload/contract/views';
import type { BackupFile } from './backup-name';

/** Of how many of the newest days, weeks and months that have a daily backup the newest one is kept. */
const KEPT_PERIODS = { days: 7, weeks: 4, months: 12 } as const;
/** Of each other reason the newest ones stay, however old they are. */
const KEPT_OF_A_REASON = 3;
/** What was made before the data were emptied or replaced stays at least this long. */
const KEPT_BEFORE_LOSS_DAYS = 90;
const BEFORE_LOSS: readonly BackupKind[] = ['before-wipe', 'before-clean-up', 'before-restore', 'damaged'];

const DAY_MS = 86_400_000;

/**
 * The backups that may be deleted. Counted in days, weeks and months that have a backup, not back from today: a computer
 * that was off for a year loses nothing. Those that bear a later day than today are counted by themselves: the clock is
 * wrong now, or was wrong then, and neither may push the others out. A file that somebody else put there is never touched,
 * and the newest one of each kind always stays, so neither is the only one.
 */
export function outdatedBackups(files: readonly BackupFile[], nowMs: number): readonly BackupFile[] {
  const isOfFuture = ({ madeAtMs }: BackupFile): boolean => madeAtMs > nowMs + DAY_MS;
  return [files.filter(isOfFuture), files.filter((file) => !isOfFuture(file))].flatMap((some) =>
    outdatedAmong(some, nowMs),
  );
}

function outdatedAmong(files: readonly BackupFile[], nowMs: number): readonly BackupFile[] {
  const newestFirst = [...files].sort((one, other) => other.madeAtMs - one.madeAtMs);
  const ofKind = (kind: BackupKind): readonly BackupFile[] => newestFirst.filter((file) => file.kind === kind);
  const isRecent = ({ madeAtMs }: BackupFile): boolean => nowMs - madeAtMs < KEPT_BEFORE_LOSS_DAYS * DAY_MS;
  const daily = ofKind('daily');
  const kept = new Set<BackupFile>([
    ...ofKind('other'),
    ...newestOfEach(daily, 'yyyy-MM-dd', KEPT_PERIODS.days),
    ...newestOfEach(daily, "kkkk-'W'WW", KEPT_PERIODS.weeks),
    ...newestOfEach(daily, 'yyyy-MM', KEPT_PERIODS.months),
    ...([...BEFORE_LOSS, 'before-migration'] as const).flatMap((kind) => ofKind(kind).slice(0, KEPT_OF_A_REASON)),
    ...BEFORE_LOSS.flatMap((kind) => ofKind(kind).filter(isRecent)),
  ]);
  return newestFirst.filter((file) => !kept.has(file));
}

/** The newest file of each of the newest `count` periods that have one; `files` newest first. */
function newestOfEach(files: readonly BackupFile[], period: string, count: number): readonly BackupFile[] {
  const newest = new Map<string, BackupFile>();
  for (const file of files) {
    const key = DateTime.fromMillis(file.madeAtMs, { zone: OFFICE_ZONE }).toFormat(period);
    if (!newest.has(key)) newest.set(key, file);
  }
  return [...newest.values()].slice(0, count);
}
