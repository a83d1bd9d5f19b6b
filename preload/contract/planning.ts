/** What both sides of the bridge hold about planned moments. */

/** A work order that is planned without an end is taken to last this long. */
export const OPEN_END_MS = 3_600_000;

/** Longest stretch of time that the planning board reads at once: a month and a little. */
export const LONGEST_BOARD_MS = 40 * 86_400_000;
