/** What the killed program is told, and what it answers: one JSON text each. */
export interface KillOrder {
  /** Path of the database. */
  readonly file: string;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Work orders that are archived when it is done, those of earlier lives included. */
  readonly workOrders: number;
  /** The boundary at which it kills itself; null = it lives on. */
  readonly killAt: number | null;
  /** How its engine is wrong on purpose, see `BREAKS`; null = it is as it is. */
  readonly broken: string | null;
  /** Its clock begins here, UTC ms. */
  readonly startMs: number;
}

/** On stdout when it came to its end. */
export interface KillAnswer {
  /** Boundaries passed, in words: before and after every write, every request and every answer. */
  readonly trail: readonly string[];
  /** Documents that are neither booked nor known to be refused. */
  readonly open: number;
}
