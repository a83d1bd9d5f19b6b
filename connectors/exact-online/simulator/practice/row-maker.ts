import { practiceChangeMs } from '../../../_kit/simulator/practice/moments';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Row, Values } from '../model';

/** Makes rows that were in the books before; their versions come when all rows are there. */
export class RowMaker {
  constructor(private readonly random: SeededRandom) {}

  row<V extends Values>(values: V, id: string = this.random.uuid()): Row<V> {
    const modifiedAtMs = practiceChangeMs(this.random);
    return { id, timestamp: 0, createdAtMs: modifiedAtMs, modifiedAtMs, receivedAtMs: null, values };
  }
}

const FIRST_TIMESTAMP = 5_000_000_000;
const TIMESTAMP_STEP = 4;

/** Gives the rows of all tables their versions, in the order in which they were changed. */
export function numbered<T extends Readonly<Record<string, readonly Row[]>>>(
  tables: T,
): { readonly tables: T; readonly lastTimestamp: number } {
  const rows = Object.values(tables).flat();
  const versions = new Map(
    rows
      .toSorted((one, two) => one.modifiedAtMs - two.modifiedAtMs)
      .map((row, index) => [row, FIRST_TIMESTAMP + index * TIMESTAMP_STEP]),
  );
  const numberedTables = Object.fromEntries(
    Object.entries(tables).map(([name, own]) => [
      name,
      own.map((row) => ({ ...row, timestamp: versions.get(row) ?? FIRST_TIMESTAMP })),
    ]),
  );
  return { tables: numberedTables as unknown as T, lastTimestamp: FIRST_TIMESTAMP + rows.length * TIMESTAMP_STEP };
}
