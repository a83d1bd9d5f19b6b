/** Runs in the main process: the folder that Simon keeps an eye on, on the disk or on the network. */
import { watch } from 'node:fs';
import { access, constants, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { isForSimon, PLACES, type DropFiles, type DroppedFile } from '../company/folder-drop/drop-files';
import { isFileError, writeWholeFile } from './whole-file';

/** After as many files of one name something else is wrong. */
const MOST_NUMBERS = 10_000;

export const dropFiles: DropFiles = {
  open: async (folder) => {
    try {
      await access(folder, constants.R_OK);
    } catch (error) {
      return refused('folder-drop-gone', { folder }, error);
    }
    try {
      for (const name of Object.values(PLACES)) {
        await mkdir(join(folder, name), { recursive: true });
        await access(join(folder, name), constants.W_OK);
      }
      // Moving a file out of a folder changes that folder.
      await access(folder, constants.W_OK);
      return ok(await filesIn(folder));
    } catch (error) {
      return refused('folder-drop-not-writable', { folder }, error);
    }
  },

  read: async (folder, name) => {
    try {
      return ok(await readFile(join(folder, name)));
    } catch (error) {
      if (isFileError(error) && error.code === 'ENOENT') return ok(null);
      return refused('file-unreadable', { file: join(folder, name) }, error);
    }
  },

  putAway: async (folder, name, place, report) => {
    const target = join(folder, PLACES[place]);
    try {
      const free = await freeName(target, name);
      const written = await writeWholeFile(join(target, `${free}.txt`), [report]);
      if (!written.ok)
        return fail(problem('storage', 'folder-drop-not-moved', { file: name, ...detailOf(written.problem) }));
      await rename(join(folder, name), join(target, free));
      return ok(free);
    } catch (error) {
      return refused('folder-drop-not-moved', { file: name }, error);
    }
  },

  watch: (folder, onChange) => {
    try {
      const watcher = watch(folder, { persistent: false }, onChange);
      // A share that goes away; the slow look finds out and says so.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    } catch (error) {
      if (!isFileError(error)) throw error;
      // Not every network share can tell; the slow look remains.
      return () => undefined;
    }
  },
};

async function filesIn(folder: string): Promise<readonly DroppedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isForSimon(entry.name)).map(({ name }) => name);
  const files: DroppedFile[] = [];
  for (const name of names.sort()) {
    try {
      const { size, mtimeMs } = await stat(join(folder, name));
      files.push({ name, sizeBytes: size, changedAtMs: mtimeMs });
    } catch (error) {
      // Taken away between the two.
      if (!isFileError(error) || error.code !== 'ENOENT') throw error;
    }
  }
  return files;
}

/** `uren.csv`, else `uren (2).csv`. */
async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; number < MOST_NUMBERS; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${extension}`;
    if (!(await exists(join(folder, candidate)))) return candidate;
  }
  throw new Error(`No name is left for ${extension} files`);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
}

const detailOf = ({ params }: Problem): { readonly detail: string } => ({ detail: String(params.detail ?? '') });

function refused(code: string, params: Record<string, string>, error: unknown): Result<never> {
  if (!isFileError(error)) throw error;
  return fail(problem('storage', code, { ...params, detail: error.message }));
}
