/** Rows as text in columns, for people. Pure. */
const GAP = '  ';
const WIDEST = 60;

/** A line for the header and one for each row; long cells are cut with an ellipsis. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const cut = (cell: string): string => {
    const line = cell.replace(/\s+/gu, ' ').trim();
    return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
  };
  const all = [header, ...rows].map((row) => row.map(cut));
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}
