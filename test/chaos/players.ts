/** Plays in several processes at once, one for each core. */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { PlayedWorld, PlayRequest } from './play';

/** Plays all worlds of a request; `onWorld` says after each whether to go on. Rejects when a process fails. */
export async function playTogether(
  request: Omit<PlayRequest, 'players' | 'player'>,
  onWorld: (world: PlayedWorld) => boolean,
): Promise<void> {
  const players = availableParallelism();
  const processes = Array.from({ length: players }, () => fork(join(import.meta.dirname, 'player.ts')));
  const stopAll = (): void => processes.forEach((process) => void process.kill());
  try {
    await Promise.all(
      processes.map((process, player) => played(process, { ...request, players, player }, onWorld, stopAll)),
    );
  } finally {
    stopAll();
  }
}

function played(
  process: ChildProcess,
  request: PlayRequest,
  onWorld: (world: PlayedWorld) => boolean,
  stopAll: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    process.on('error', reject);
    process.on('message', (world: PlayedWorld) => {
      if (!onWorld(world)) stopAll();
    });
    process.on('exit', (code, signal) => {
      // Ctrl-C reaches the players as well.
      if (code === 0 || signal === 'SIGTERM' || signal === 'SIGINT') resolve();
      else reject(new Error(`A player ended with ${signal ?? code ?? 'nothing'}`));
    });
    process.send(request);
  });
}
