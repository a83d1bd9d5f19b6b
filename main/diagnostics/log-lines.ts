import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for the last days, and small enough to be read before it is sent. */
const MOST_LINES = 3_000;

/** The last lines of the technical log, the oldest first; empty when there is none. */
export async function lastLogLines(folder: string): Promise<string> {
  const lines: string[] = [];
  // The name of a file begins with its day.
  for (const name of (await logFiles(folder)).toSorted().toReversed()) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    lines.unshift(...text.split('\n').filter((line) => line !== ''));
    if (lines.length >= MOST_LINES) break;
  }
  return lines
    .slice(-MOST_LINES)
    .map((line) => `${line}\n`)
    .join('');
}

async function logFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^simon-koppel-.+\.log(?:\.\d+)?$/u.test(name));
  } catch {
    return [];
  }
}
