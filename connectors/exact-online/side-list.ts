/** Lists that are read beside the one of a table: what was deleted, whose address changed, which price changed. */
import { z } from 'zod';
import type { ConnectorContext } from '../_kit/connector';
import { ok, type Result } from '../_kit/result';
import { allRows, type ListQuery } from './api';
import { changedAfter } from './odata';
import { NEVER, newer } from './row-version';
import { versionSchema } from './schemas';

export const sideStateSchema = z.object({
  /** Row version up to which it was read; null = not begun. */
  upTo: z.string().nullable(),
  /** When it was refused (UTC ms of this computer); null = it was not. */
  refusedAtMs: z.number().nullable(),
});
/** How far a side list was read. */
export type SideState = z.infer<typeof sideStateSchema>;

export const NOT_BEGUN: SideState = { upTo: null, refusedAtMs: null };

/** A list that was refused is asked again after this long: an address may refuse ten times in an hour (`error-budget.ts`). */
const REFUSED_FOR_MS = 3_600_000;

/** Whether a list was refused lately and is not to be asked now. */
export const isRefused = ({ refusedAtMs }: SideState, nowMs: number): boolean =>
  refusedAtMs !== null && nowMs >= refusedAtMs && nowMs - refusedAtMs < REFUSED_FOR_MS;

/**
 * What a side list has since its state. A list that is refused counts as empty, since the table itself can be read without
 * it: what it would have told comes with the clean-up or with the next change of the record.
 */
export async function readSideList(
  ctx: ConnectorContext,
  query: ListQuery,
  state: SideState,
): Promise<Result<{ readonly rows: readonly unknown[]; readonly state: SideState }>> {
  const nowMs = ctx.clock.nowMs();
  if (isRefused(state, nowMs)) return ok({ rows: [], state });
  const from = state.upTo ?? NEVER;
  const filter = [changedAfter(from), query.filter].filter((part) => part !== undefined).join(' and ');
  const rows = await allRows(ctx, { ...query, filter });
  if (!rows.ok) {
    const isDenied = rows.problem.kind === 'not-allowed' || rows.problem.kind === 'rejected';
    return isDenied ? ok({ rows: [], state: { ...state, refusedAtMs: nowMs } }) : rows;
  }
  const versions = rows.value.flatMap((row) => {
    const version = versionSchema.safeParse(row);
    return version.success ? [version.data.Timestamp] : [];
  });
  return ok({ rows: rows.value, state: { upTo: versions.reduce(newer, from), refusedAtMs: null } });
}
