/** Runs in the main process: the licences of what the app is made of, as the build left them beside the program. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import type { Licence } from '../../preload/contract/about-app';

const licences = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }));

/** By name. Rejects when the build is not whole. */
export async function readLicences(): Promise<readonly Licence[]> {
  const file = join(app.getAppPath(), 'out', 'main', 'licences.json');
  return licences.parse(JSON.parse(await readFile(file, 'utf8')));
}
