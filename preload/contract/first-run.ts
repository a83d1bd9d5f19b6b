/** The guided first run of the practice administration. */

/** In the order in which a newcomer does them. */
export const FIRST_RUN_STEPS = [
  'activate',
  'synchronise',
  'customer',
  'work-order',
  'ready',
  'archive',
  'document',
  'mend',
] as const;
export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number];

export interface FirstRun {
  /** What was really done, by what became of it; a step stays done. */
  readonly done: readonly FirstRunStep[];
  /** The office does not want to see it any more. */
  readonly putAway: boolean;
}
