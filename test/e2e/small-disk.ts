/** A disk of its own that a test can fill: a file system in memory, which only root on Linux may make. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CAN_MAKE_DISK = process.platform === 'linux' && process.getuid?.() === 0;

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room at all. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly remove: () => void;
}

export function makeSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const filler = (n: number): string => join(folder, `filler-${n}`);
  let fillers = 0;
  const makeRoom = (): void => {
    for (; fillers > 0; fillers -= 1) rmSync(filler(fillers), { force: true });
  };
  return {
    folder,
    fill: () => {
      for (let { bavail, bsize } = statfsSync(folder); bavail > 0; { bavail, bsize } = statfsSync(folder)) {
        writeFileSync(filler((fillers += 1)), Buffer.alloc(Math.min(bavail, 1_024) * bsize));
      }
    },
    makeRoom,
    remove: () => {
      makeRoom();
      execFileSync('umount', ['-l', folder]);
    },
  };
}
