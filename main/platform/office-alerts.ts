/** What is worth disturbing the office for: each cause once, however many records it has, never routine. Pure. */
import { createHash } from 'node:crypto';
import { amsterdamDay } from '../../connectors/_kit/amsterdam-day';
import type { Problem } from '../../connectors/_kit/problem';
import type { NotificationKind } from '../../preload/contract/app-settings';
import type { LoginEnd, SyncStatus } from '../../preload/contract/views';
import type { AskingCause } from '../db/store';

/** Something that asks for the office now. */
export type Cause =
  | { readonly about: 'link'; readonly key: string; readonly problem: Problem }
  | { readonly about: 'login-end'; readonly key: string; readonly end: LoginEnd }
  /** Messages of the log that ask for the same thing. */
  | { readonly about: 'records'; readonly key: string; readonly asking: AskingCause };

/** Keys of causes that a notification told, with when (UTC ms). */
export type Told = Readonly<Record<string, number>>;

const LINK = 'link:';
/** Comes back each morning on purpose, so that nobody finds out by looking that something never went. */
const EACH_DAY: ReadonlySet<string> = new Set(['still-asking']);

/**
 * Why the link stands still until somebody acts, or null. `before`: what it was; that stays while Simon tries again, and
 * is over once the link works.
 */
export function linkProblem(before: Problem | null, { connection, problem }: SyncStatus): Problem | null {
  if (connection === 'idle' || connection === 'not-linked') return null;
  return connection === 'needs-login' || connection === 'attention' ? problem : before;
}

/** All that asks for the office. A login end counts from when the log tells it; the link itself is told by `problem`. */
export function openCauses(
  problem: Problem | null,
  end: LoginEnd | null,
  asking: readonly AskingCause[],
): readonly Cause[] {
  return [
    ...(problem === null ? [] : [{ about: 'link' as const, key: `${LINK}${problem.code}`, problem }]),
    ...(end?.toldAtMs == null
      ? []
      : [{ about: 'login-end' as const, key: `login-end:${end.package}:${end.toldAtMs}`, end }]),
    ...asking
      .filter(({ newest, sentence }) => newest.table !== 'link' || sentence === 'data')
      .map((one) => ({ about: 'records' as const, key: keyOf(one), asking: one })),
  ];
}

/** A hash, because sentences name customers and the key is kept outside the database. */
function keyOf({ newest, sentence }: AskingCause): string {
  const words = [newest.table, sentence, newest.action?.nl ?? ''].join('\n');
  const hash = createHash('sha256').update(words).digest('hex').slice(0, 16);
  return EACH_DAY.has(sentence) ? `${hash}:${amsterdamDay(newest.firstAtMs)}` : hash;
}

/** Which switch of the settings a cause falls under. */
export function kindOf(cause: Cause): NotificationKind {
  if (cause.about !== 'records') return 'link';
  return cause.asking.newest.table === 'workOrder' ? 'work-orders' : 'data';
}

/**
 * Causes that were not told yet, and what of `told` still counts: a cause that is over is forgotten, so that it is told
 * anew when it comes back. Nobody looked before (`told` null): what stands now is on the overview, and is not told.
 * `linkWorkedAtMs`: the last good call; until then a link that stood still stands still after a restart too.
 */
export function freshCauses(
  causes: readonly Cause[],
  told: Told | null,
  { nowMs, linkWorkedAtMs }: { readonly nowMs: number; readonly linkWorkedAtMs: number | null },
): { readonly fresh: readonly Cause[]; readonly told: Told } {
  const open = new Set(causes.map(({ key }) => key));
  if (told === null) return { fresh: [], told: Object.fromEntries([...open].map((key) => [key, nowMs])) };
  const stillCounts = ([key, toldAtMs]: [string, number]): boolean =>
    open.has(key) || (key.startsWith(LINK) && (linkWorkedAtMs === null || linkWorkedAtMs < toldAtMs));
  return {
    fresh: causes.filter(({ key }) => !(key in told)),
    told: Object.fromEntries(Object.entries(told).filter(stillCounts)),
  };
}
