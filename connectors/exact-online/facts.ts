import { z } from 'zod';
import type { Administration } from '../_kit/connector';

const factsSchema = z.object({
  /** Number of the division, as it stands in every address. */
  division: z.string(),
  /**
   * When the vendor last moved the administration, on its clock; empty = never. "Please resync all data when this value
   * changes because value of Timestamp is regenerated" (reference of system/Divisions).
   */
  movedAt: z.string(),
});

/** What every call needs to know about the administration; `check` brings it up to date at the start of a run. */
export type Facts = z.infer<typeof factsSchema>;

/** The facts that `check` stored. Another shape is a bug. */
export const factsOf = (administration: Administration): Facts => factsSchema.parse(administration.facts);
