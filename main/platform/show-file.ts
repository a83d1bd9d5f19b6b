/** Runs in the main process: opens a file that the app itself just wrote, in the computer's own program for it. */
import { shell } from 'electron';
import type { Logger } from '../ports';

/** A computer without such a program only has the file; the office knows where. */
export async function showFile(path: string, logger: Logger): Promise<void> {
  const refusal = await shell.openPath(path);
  if (refusal !== '') logger.info('files', 'not opened', { reason: refusal });
}
