import { expect, it } from 'vitest';
import { renameWhenFree } from '../../../main/db/rename-when-free';
import { StorageError } from '../../../main/db/storage-error';

/** A file system that refuses the first `times` renames with this code. */
function refusing(times: number, code: string, platform: NodeJS.Platform) {
  const renamed: string[] = [];
  let left = times;
  let restedMs = 0;
  return {
    renamed,
    restedMs: () => restedMs,
    parts: {
      platform,
      rename: (from: string, to: string) => {
        if (left-- > 0) throw Object.assign(new Error('in use'), { code, syscall: 'rename' });
        renamed.push(`${from} ${to}`);
      },
      restMs: (ms: number) => void (restedMs += ms),
    },
  };
}

it.each(['EBUSY', 'EPERM', 'EACCES'])('waits for a program that holds the file on Windows (%s)', (code) => {
  const disk = refusing(20, code, 'win32');
  renameWhenFree('a', 'b', disk.parts);
  expect(disk.renamed).toEqual(['a b']);
  expect(disk.restedMs()).toBe(2_000);
});

it('gives up after ten seconds, and says that another program holds it', () => {
  const disk = refusing(Infinity, 'EPERM', 'win32');
  expect(() => renameWhenFree('a', 'b', disk.parts)).toThrow(expect.objectContaining({ code: 'busy' }));
  expect(disk.restedMs()).toBe(10_000);
});

it('takes missing rights for what they are where files can be renamed while they are open', () => {
  const disk = refusing(1, 'EPERM', 'linux');
  expect(() => renameWhenFree('a', 'b', disk.parts)).toThrow(expect.not.objectContaining({ name: StorageError.name }));
  expect(disk.restedMs()).toBe(0);
});
