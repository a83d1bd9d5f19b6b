/** Runs in the main process: text files that the office names. What the disk refuses comes back as a problem. */
import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { isFileError, writeWholeFile } from './whole-file';

/** Far above any file of work orders; a mistaken choice must not fill the memory. */
const MAX_BYTES = 100_000_000;

/**
 * The whole file. Problems: `file-unreadable`, `file-not-utf8`: in another encoding every accented letter would come in
 * as a question mark.
 */
export async function readTextFile(path: string): Promise<Result<string>> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) return fail(unreadable(path, `> ${MAX_BYTES / 1_000_000} MB`));
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) return fail(problem('invalid-input', 'file-not-utf8', { file: path }));
    return ok(bytes.toString('utf8'));
  } catch (error) {
    return fail(unreadable(path, reasonOf(error)));
  }
}

/** Writes a text in parts and returns how many there were. Problem: `file-not-written`. */
export const writeTextFile = (path: string, parts: AsyncIterable<string> | Iterable<string>): Promise<Result<number>> =>
  writeWholeFile(path, parts);

const unreadable = (file: string, detail: string) => problem('invalid-input', 'file-unreadable', { file, detail });

function reasonOf(error: unknown): string {
  if (!isFileError(error)) throw error;
  return error.message;
}
