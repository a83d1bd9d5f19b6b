import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_FOLDER } from './koppel-process';

/** What the connector of SnelStart declares, as it stands in the built app. */
const RELIABLE = 'reliable: true';

/**
 * The built app with one difference: its SnelStart declares that a document cannot be looked up reliably. None of the
 * packages of this version does, and a connector cannot be added from outside; so the declaration is changed in a copy of
 * the build, and everything else is what the office gets.
 */
export function unsearchableApp(folder: string): string {
  for (const name of readdirSync(APP_FOLDER)) {
    if (name !== 'out' && !name.startsWith('.')) symlinkSync(join(APP_FOLDER, name), join(folder, name));
  }
  for (const part of ['main', 'preload', 'renderer']) {
    cpSync(join(APP_FOLDER, 'out', part), join(folder, 'out', part), { recursive: true });
  }
  const chunks = join(folder, 'out/main/chunks');
  const [chunk, ...others] = readdirSync(chunks).filter((name) => name.startsWith('snelstart-'));
  if (chunk === undefined || others.length > 0) throw new Error('The build has no chunk of its own for SnelStart');
  const text = readFileSync(join(chunks, chunk), 'utf8');
  if (text.split(RELIABLE).length !== 2) throw new Error(`${chunk} does not say ${RELIABLE} once`);
  writeFileSync(join(chunks, chunk), text.replace(RELIABLE, 'reliable: false'));
  return folder;
}
