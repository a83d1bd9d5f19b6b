/** Taking customers and articles along to another package instead of wiping them. */
import { z } from 'zod';

export const ADOPTED_TABLES = ['customers', 'articles'] as const;
export const adoptedTable = z.enum(ADOPTED_TABLES);
export type AdoptedTable = z.output<typeof adoptedTable>;

/** `sure`: adopted unless the office says otherwise. `doubtful`: the office decides. `none`: nothing is like it. */
export const CERTAINTIES = ['doubtful', 'sure', 'none'] as const;
export const certainty = z.enum(CERTAINTIES);
export type Certainty = z.output<typeof certainty>;

/** What is the same here and there. */
export type MatchReason = 'number' | 'name' | 'address' | 'vatNumber' | 'chamberOfCommerce' | 'code' | 'description';

export interface AdoptionCandidate {
  readonly externalId: string;
  /** How people know it: number and name, or code and description. */
  readonly label: string;
  /** Its address; empty for an article. */
  readonly detail: string;
  readonly reasons: readonly MatchReason[];
}

/** A row of Simon and what it may be in the other package. */
export interface AdoptionRow {
  /** Of the match. */
  readonly id: number;
  readonly label: string;
  readonly detail: string;
  /** Work orders that are not archived and use it. */
  readonly openWorkOrders: number;
  readonly certainty: Certainty;
  readonly isDecided: boolean;
  /** Id of the candidate that it becomes; null: it is not taken along, or not decided yet. */
  readonly chosen: string | null;
  /** The best first. */
  readonly candidates: readonly AdoptionCandidate[];
}

export interface AdoptionCounts {
  readonly sure: number;
  readonly doubtful: number;
  readonly none: number;
  /** Doubtful ones that wait for the office. */
  readonly undecided: number;
  readonly adopted: number;
  /** Records of the package that come in as new ones. */
  readonly fresh: number;
}

export interface AdoptionProgress {
  /** Records of the package that were read so far. */
  readonly read: number;
  /** Null until its list was read to the end and compared. */
  readonly counts: AdoptionCounts | null;
}

export type AdoptionState = Readonly<Record<AdoptedTable, AdoptionProgress>>;
