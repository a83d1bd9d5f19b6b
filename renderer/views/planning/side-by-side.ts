/** Something that takes time. */
export interface Stretch {
  readonly startMs: number;
  /** After the start. */
  readonly endMs: number;
}

/** Where it is drawn: `column` of `columns` that share the width. */
export interface Place {
  readonly column: number;
  readonly columns: number;
}

/**
 * Places stretches of time beside each other so that none covers another, in as few columns as can be. Those that touch
 * each other by a chain of overlaps share the width evenly. The answer has the order of the input.
 */
export function sideBySide(stretches: readonly Stretch[]): readonly Place[] {
  const columns = new Array<number>(stretches.length).fill(0);
  const widths = new Array<number>(stretches.length).fill(1);
  const inOrder = stretches
    .map((stretch, index) => ({ ...stretch, index }))
    .sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs || a.index - b.index);
  let chain: number[] = [];
  let chainEndMs = -Infinity;
  /** When each column of the chain is free again. */
  let freeAtMs: number[] = [];
  const closeChain = () => {
    for (const index of chain) widths[index] = freeAtMs.length;
  };
  for (const { startMs, endMs, index } of inOrder) {
    if (startMs >= chainEndMs) {
      closeChain();
      chain = [];
      freeAtMs = [];
    }
    const free = freeAtMs.findIndex((untilMs) => untilMs <= startMs);
    const column = free < 0 ? freeAtMs.length : free;
    freeAtMs[column] = endMs;
    columns[index] = column;
    chain.push(index);
    chainEndMs = Math.max(chainEndMs, endMs);
  }
  closeChain();
  return stretches.map((_, index) => ({ column: columns[index] ?? 0, columns: widths[index] ?? 1 }));
}
