/** What the app tells about itself: what it is made of, and what support may see. */

/** A library that is part of the app. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As its makers name it: `MIT`. */
  readonly licence: string;
  /** Its whole text; empty when it comes without one. */
  readonly text: string;
}

/** One file of the diagnostics bundle, as it would be saved. */
export interface DiagnosticsFile {
  readonly name: string;
  readonly text: string;
}

/** How often the package of a company may be asked. */
export interface PullPace {
  readonly company: string;
  readonly label: string;
  /** Minutes between two automatic runs, at the least. */
  readonly minimumMinutes: number;
  /** Without a choice of the office. */
  readonly standardMinutes: number;
}
