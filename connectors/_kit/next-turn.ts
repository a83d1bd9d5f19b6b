/**
 * Resolves when everything that waits in this process has had its turn: long work in one go would hold up windows, timers
 * and deliveries.
 */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
