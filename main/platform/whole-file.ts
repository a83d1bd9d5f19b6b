/** Runs in the main process: files that are there wholly or not at all. */
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';

/** All bytes of a file. Problems: `file-unreadable`, `import-too-large` when it has more than `mostBytes`. */
export async function readWholeFile(path: string, mostBytes: number): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) {
      return fail(problem('invalid-input', 'import-too-large', { megabytes: mostBytes / 1_000_000 }));
    }
    return ok(await readFile(path));
  } catch (error) {
    if (!isFileError(error)) throw error;
    return fail(problem('invalid-input', 'file-unreadable', { file: path, detail: error.message }));
  }
}

/**
 * Writes the parts in order and returns how many there were. The file gets its name when it is complete, so that half a
 * file never looks like a whole one. Problem: `file-not-written`.
 */
export async function writeWholeFile(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
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

/** An error of the file system; anything else is a bug. */
export const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;
