export const GROUPS = ['K1', 'K2', 'K3', 'N1', 'N2', 'N3', 'N4', 'A', 'T', 'S', 'D', 'I', 'B', 'E', 'M'] as const;
export type Group = (typeof GROUPS)[number];

/** One thing that goes wrong in one place. */
export interface Cell {
  readonly group: Group;
  /** Where it strikes: a call, or a step of the program. */
  readonly call: string;
  /** Connector id. */
  readonly package: string;
  readonly fault: string;
  /** What is not as it should be, one sentence each; empty = pass. */
  readonly play: (workshop: Workshop) => Promise<readonly string[]>;
}

/** What all cells share. */
export interface Workshop {
  /** The built thread of the database. */
  readonly workerFile: string;
  /** The built program that is killed; null where no kills are played. */
  readonly victimFile: string | null;
  /** The boundaries of its life, in words; empty where no kills are played. */
  readonly boundaries: readonly string[];
}

export interface CellEnd extends Omit<Cell, 'play'> {
  readonly result: 'pass' | 'fail';
  /** Why it failed; empty when it passed. */
  readonly note: string;
}

export interface CellChoice {
  /** Empty: all. */
  readonly groups: readonly Group[];
  /** Null: all. */
  readonly package: string | null;
}

/** Plays one cell. What it throws counts as a failure of the cell. */
export async function playCell(cell: Cell, workshop: Workshop): Promise<CellEnd> {
  const { play, ...named } = cell;
  const wrong = await play(workshop).catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ]);
  return { ...named, result: wrong.length === 0 ? 'pass' : 'fail', note: [...new Set(wrong)].join('; ') };
}
