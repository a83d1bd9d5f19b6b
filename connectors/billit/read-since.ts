import { earlier, readFrom, type HighWater } from '../_kit/high-water';

const SECOND_MS = 1_000;

/**
 * From which moment on the next read asks, as Billit's lists are asked: `ge`, and in whole seconds, because neither another
 * operator nor a fraction stands in the vendor's examples. Null = everything.
 *
 * A mark that still looks back begins at the start of its second. One that stood still begins at the next second: rows of
 * its own moment, thousands after an import, would come again for ever, and the clock of Billit is minutes past that second.
 */
export function readSince(mark: HighWater | null): string | null {
  const from = readFrom(mark);
  if (mark === null || from === null) return null;
  return wholeSecond(mark.lookBackMs === 0 ? earlier(from, -SECOND_MS) : from);
}

/** The second in which a moment of the package lies. */
export const wholeSecond = (moment: string): string => moment.slice(0, 19);
