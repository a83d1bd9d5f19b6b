import type { CleanUpQuestion, CleanUpRow } from '../../../preload/contract/views';
import type { CommandContext } from '../command-context';
import type { Output, PresentedProblem } from '../output';

/** Rows of each table that are told; the app shows all of them. */
const ROWS_TOLD = 20;

/** What a clean-up of one table would remove, and what became of it. */
export interface FoundCleanUp extends CleanUpQuestion {
  /** The first rows, those that stay for a work order first. */
  readonly rows: readonly CleanUpRow[];
  /** How many rows went; null when nothing was removed. */
  readonly removed: number | null;
  /** Name of the backup of before; null when none was made. */
  readonly backupFile: string | null;
  /** Why it was not carried out although it was confirmed; null otherwise. */
  readonly problem: PresentedProblem | null;
}

/** The clean-ups that wait for an answer; each is carried out when `isConfirmed`. */
export async function cleanUps(
  isConfirmed: boolean,
  { services: { company }, output }: CommandContext,
): Promise<readonly FoundCleanUp[]> {
  const found: FoundCleanUp[] = [];
  for (const question of (await company.calls['sync:status'](undefined)).cleanUps) {
    const { id } = question;
    const { rows } = await company.calls['sync:clean-up-rows']({ id, search: '', offset: 0, limit: ROWS_TOLD });
    const outcome = isConfirmed ? await company.calls['sync:confirm-clean-up']({ id }) : null;
    found.push({
      ...question,
      rows,
      removed: outcome?.ok === true ? outcome.value.removed : null,
      backupFile: outcome?.ok === true ? outcome.value.backupFile : null,
      problem: outcome?.ok === false ? output.present(outcome.problem) : null,
    });
  }
  return found;
}

/** The same for people. */
export function cleanUpLines(found: FoundCleanUp, { say }: Output): readonly string[] {
  const { toRemove, keptInUse, rows, removed, problem } = found;
  const resource = say(`resource.${found.resource}`);
  if (removed !== null) return [say('sync.clean-up-removed', { resource, removed })];
  const more = toRemove + keptInUse - rows.length;
  return [
    say('sync.clean-up', { resource, toRemove, keptInUse }),
    ...rows.map(({ number, label, openWorkOrders, workOrders }) =>
      say('sync.clean-up-row', {
        number,
        label,
        reason: openWorkOrders > 0 ? `(${workOrders.join(', ')})` : '',
      }).trimEnd(),
    ),
    ...(more > 0 ? [say('sync.clean-up-more', { more })] : []),
    problem === null ? say('sync.clean-up-confirm') : [problem.message, problem.action ?? ''].join(' ').trim(),
  ];
}
