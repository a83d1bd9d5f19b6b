import { problem, type Problem } from '../../connectors/_kit/problem';

/** Why a planned moment cannot be, or null: an end needs a start that is not after it. Times in UTC ms. */
export function planProblem({
  plannedStartAtMs,
  plannedEndAtMs,
}: {
  readonly plannedStartAtMs: number | null;
  readonly plannedEndAtMs: number | null;
}): Problem | null {
  if (plannedEndAtMs === null) return null;
  if (plannedStartAtMs !== null && plannedStartAtMs <= plannedEndAtMs) return null;
  return problem('invalid-input', 'planned-end-before-start', {}, { field: 'plannedEndAtMs' });
}
