import { join } from 'node:path';
import { buildPrograms, type BuiltPrograms } from '../build-programs';

/** Builds the program that is killed, `victim`, and the thread of its database. */
export const buildVictim = (): Promise<BuiltPrograms> =>
  buildPrograms('chaos-kill', {
    victim: join(import.meta.dirname, 'victim.ts'),
    'db-worker': join(import.meta.dirname, 'strict-worker.ts'),
  });
