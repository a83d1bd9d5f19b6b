const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Longer than any world lasts. */
export const FOR_EVER_MS = 60 * DAY_MS;
/** Later than the client gives up on a write, and within the shortest quiet period. */
export const LATE_MS = 100 * SECOND_MS;
/** Longer than any token lives that may not be renewed before its end. */
export const TOKEN_LIFE_MS = 10 * MINUTE_MS;
