import type { Problem } from '../../connectors/_kit/problem';

/** More than one in this many may not go unasked (product rule of the clean-up: 20%). */
const ONE_IN = 5;

export interface GuardedCleanUp {
  /** Rows that the package gave, selected or not. */
  readonly rowsSeen: number;
  /** Rows of Simon that can be chosen now. */
  readonly present: number;
  /** How many of those would go. */
  readonly going: number;
  /** How many went before, unasked, in the clean-ups that count together with this one. */
  readonly removedBefore: number;
}

/**
 * Whether the office must agree before anything is removed: the package returned nothing, or more than 20% of the table
 * would go, the clean-ups just before counted in. Exactly 20% goes: 20 of 100 and 1 of 5, not 21 of 100 and not 1 of 2.
 */
export function needsConfirmation({ rowsSeen, present, going, removedBefore }: GuardedCleanUp): boolean {
  if (present === 0 || going === 0) return false;
  return rowsSeen === 0 || (going + removedBefore) * ONE_IN > present + removedBefore;
}

const HELD_BACK: ReadonlySet<string> = new Set(['clean-up-too-much', 'clean-up-nothing-returned']);

/** Whether nothing is wrong but that a clean-up waits for the office. */
export const isHeldBack = (problem: Problem): boolean => HELD_BACK.has(problem.code);
