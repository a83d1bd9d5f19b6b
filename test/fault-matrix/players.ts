/** Plays cells in several processes at once: three for each core, because cells wait more than they work. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CellChoice, CellEnd, Workshop } from './cell';
import { AUTHORITY_FILE } from './detours';
import type { PlayRequest } from './player';

/** Rejects when a process fails; cells come in the order in which they end. */
export async function playTogether(
  choice: CellChoice,
  workshop: Workshop,
  onEnd: (end: CellEnd) => void,
): Promise<void> {
  const players = 3 * availableParallelism();
  // Trusted from its start on, as an authority that IT installed.
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: AUTHORITY_FILE };
  const processes = Array.from({ length: players }, () => fork(join(import.meta.dirname, 'player.ts'), { env }));
  try {
    await Promise.all(
      processes.map(
        (child, player) =>
          new Promise<void>((resolve, reject) => {
            child.on('error', reject);
            child.on('message', onEnd);
            child.on('exit', (code, signal) => {
              if (code === 0) resolve();
              else reject(new Error(`A player ended with ${signal ?? code ?? 'nothing'}`));
            });
            child.send({ ...choice, workshop, players, player } satisfies PlayRequest);
          }),
      ),
    );
  } finally {
    for (const child of processes) child.kill();
  }
}
