import type { Mark, Pulled } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { AdoptedTable, AdoptionRow, AdoptionState, Certainty, MatchReason } from '../../preload/contract/adoption';
import type { ListPage } from '../../preload/contract/views';
import type { LinkKey, ListRequest } from './store';

/** A row of Simon that another package leads, or that was added by hand. */
export interface AdoptableRow {
  readonly id: number;
  /** Number or code. */
  readonly number: string;
  /** Name or description. */
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly vatNumber: string;
  readonly chamberOfCommerceNumber: string;
}

export interface AdoptionMatch {
  readonly rowId: number;
  readonly certainty: Certainty;
  readonly candidates: readonly { readonly externalId: string; readonly reasons: readonly MatchReason[] }[];
}

export type AdoptionFilter = ListRequest & {
  readonly table: AdoptedTable;
  readonly certainty?: Certainty | undefined;
  /** Only those that wait for the office. */
  readonly undecided?: boolean | undefined;
};

/** What became of the rows of Simon. */
export interface AdoptionOutcome {
  readonly adopted: Readonly<Record<AdoptedTable, number>>;
  /** Taken out, because they are not taken along. */
  readonly removed: number;
  /** Not taken along, but an open work order uses them: unselectable. */
  readonly keptInUse: number;
}

/** Taking rows along to another package: its list as it was read, what was matched, and what the office decided. */
export interface AdoptionRepo {
  /** Makes ready for the list of this administration; what was read of another one goes. */
  readonly begin: (link: LinkKey) => void;
  readonly mark: (table: AdoptedTable) => { readonly mark: Mark; readonly complete: boolean } | null;
  /** Keeps a page of the package, with its mark. */
  readonly stage: (
    link: LinkKey,
    table: AdoptedTable,
    page: { readonly records: readonly Pulled<AdoptedTable>[]; readonly mark: Mark; readonly last: boolean },
  ) => void;
  /** The rows that this administration does not lead yet. */
  readonly rows: (link: LinkKey, table: AdoptedTable) => readonly AdoptableRow[];
  /** What was read and no row of this administration is yet. */
  readonly records: (
    link: LinkKey,
    table: AdoptedTable,
  ) => readonly (Omit<AdoptableRow, 'id'> & { readonly id: string })[];
  /** Keeps what may be what; sure ones are decided already. */
  readonly matched: (table: AdoptedTable, matches: readonly AdoptionMatch[]) => void;
  readonly state: () => AdoptionState;
  readonly list: (filter: AdoptionFilter) => ListPage<AdoptionRow>;
  /** Problems: `adoption-changed` (the match is gone), `adoption-taken` (another row becomes it). */
  readonly decide: (matchId: number, externalId: string | null) => Problem | null;
  /**
   * The same for all that are undecided: the best candidate that no other row became, or none. Returns how many were
   * decided.
   */
  readonly decideAll: (table: AdoptedTable, how: 'best' | 'none') => number;
  /**
   * Carries it out: what was chosen becomes the record of the package, work orders keep it; the rest goes, or cannot be
   * chosen any more. The administration leads from now on and is read from the start.
   */
  readonly apply: (link: LinkKey, atMs: number) => AdoptionOutcome;
  /** Forgets all of it; Simon's rows stay as they are. */
  readonly clear: () => void;
}
