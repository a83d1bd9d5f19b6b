/** Runs in the main process: text files that the office names. What the disk refuses comes back as a problem. */
import { isUtf8 } from 'node:buffer';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';

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

/**
 * Writes the parts in order and returns how many there were. The file gets its name when it is complete, so that half a
 * file never looks like a whole one. Problem: `file-not-written`.
 */
export async function writeTextFile(
  path: string,
  parts: AsyncIterable<string> | Iterable<string>,
): Promise<Result<number>> {
  const unfinished = `${path}.part`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    let count = 0;
    try {
      for await (const part of parts) {
        await file.appendFile(part);
        count += 1;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return ok(count);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (!isFileError(error)) throw error;
    return fail(problem('storage', 'file-not-written', { file: path, detail: error.message }));
  }
}

const unreadable = (file: string, detail: string) => problem('invalid-input', 'file-unreadable', { file, detail });

function reasonOf(error: unknown): string {
  if (!isFileError(error)) throw error;
  return error.message;
}

/** An error of the file system; anything else is a bug. */
const isFileError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;
