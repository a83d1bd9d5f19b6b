/** Long work in one go would hold up windows, timers and deliveries: it is done in turns with everything else. */

/** Items that are handled in one go: some ten milliseconds, for rows of an accounting package. */
const ITEMS_IN_A_TURN = 200;

/** Resolves when everything that waits in this process has had its turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** The items in groups, in their order; everything that waits has its turn between two groups. */
export async function* inTurns<T>(items: readonly T[]): AsyncGenerator<readonly T[], void, undefined> {
  for (let at = 0; at < items.length; at += ITEMS_IN_A_TURN) {
    if (at > 0) await nextTurn();
    yield items.slice(at, at + ITEMS_IN_A_TURN);
  }
}
