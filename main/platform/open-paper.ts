/** Runs in the main process: opens a paper in the computer's own program for PDFs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, shell } from 'electron';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Logger } from '../ports';
import { writeWholeFile } from './whole-file';

export interface PaperOpener {
  /** Problems: `file-not-written`, `no-pdf-program`. */
  readonly open: (paper: { readonly fileName: string; readonly bytes: Uint8Array }) => Promise<Result<null>>;
  /** Removes the copies that were made for that program, as far as it has let go of them. */
  readonly stop: () => Promise<void>;
}

export function createPaperOpener(logger: Logger): PaperOpener {
  const folders: string[] = [];
  return {
    open: async ({ fileName, bytes }) => {
      // A folder for each, so that an open one is never written over.
      const folder = await mkdtemp(join(app.getPath('temp'), 'simon-koppel-'));
      folders.push(folder);
      const path = join(folder, fileName);
      const written = await writeWholeFile(path, [bytes]);
      if (!written.ok) return written;
      const refusal = await shell.openPath(path);
      if (refusal === '') return ok(null);
      logger.info('files', 'not opened', { reason: refusal });
      return fail(problem('blocked', 'no-pdf-program'));
    },
    stop: async () => {
      await Promise.all(
        folders.map((folder) =>
          rm(folder, { recursive: true, force: true }).catch(() => {
            logger.info('files', 'copy of a paper not removed', {});
          }),
        ),
      );
    },
  };
}
