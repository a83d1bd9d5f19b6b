import { isStopped, MOST_TOGETHER, type ArchiveCheck } from '../../../preload/contract/archiving';
import { sumOf } from '../../../preload/contract/line-amounts';

/** Work orders that become one document, in the order of their numbers. */
export type DocumentGroup = readonly [ArchiveCheck, ...ArchiveCheck[]];

/**
 * What is archived, each group as one document: those that can share one are together, unless one of them is apart by
 * choice. `chosen`: ids to archive. Work orders that share nothing stand by themselves.
 */
export function groupsOf(
  checks: readonly ArchiveCheck[],
  chosen: ReadonlySet<number>,
  apart: ReadonlySet<number>,
): readonly DocumentGroup[] {
  const groups: [ArchiveCheck, ...ArchiveCheck[]][] = [];
  const open = new Map<string, [ArchiveCheck, ...ArchiveCheck[]]>();
  for (const check of checks.filter(({ id }) => chosen.has(id)).sort((one, other) => one.id - other.id)) {
    const key = apart.has(check.id) ? null : check.togetherKey;
    const group = key === null ? undefined : open.get(key);
    if (group !== undefined && group.length < MOST_TOGETHER) {
      group.push(check);
      continue;
    }
    const started: [ArchiveCheck, ...ArchiveCheck[]] = [check];
    groups.push(started);
    if (key !== null) open.set(key, started);
  }
  return groups;
}

/** What would be archived unless the office chooses otherwise: everything that nothing stops. */
export const withoutStopped = (checks: readonly ArchiveCheck[]): ReadonlySet<number> =>
  new Set(checks.filter((check) => !isStopped(check)).map(({ id }) => id));

/** Those that go to the package; the others are archived and held back. */
export const sentOf = (groups: readonly DocumentGroup[]): readonly DocumentGroup[] =>
  groups.filter(([first]) => first.isSent);

/** Excl. VAT of all documents that are sent; null when one is not known. */
export const totalOf = (groups: readonly DocumentGroup[]): string | null =>
  sumOf(
    sentOf(groups)
      .flat()
      .map(({ document }) => document?.totalExclVat ?? null),
  );

export const withIds = (ids: ReadonlySet<number>, more: readonly number[]): ReadonlySet<number> =>
  new Set([...ids, ...more]);

export const withoutIds = (ids: ReadonlySet<number>, fewer: readonly number[]): ReadonlySet<number> =>
  new Set([...ids].filter((id) => !fewer.includes(id)));
