import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../main/platform/make-folder';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'simon-koppel-folder-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('a folder for data', () => {
  it('is made with those above it, for this user alone, and stays when it is there', () => {
    const folder = join(place, 'one', 'two');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is refused below a file', () => {
    writeFileSync(join(place, 'file'), '');
    expect(() => makeFolder(join(place, 'file', 'folder'))).toThrow();
  });

  it.runIf(process.platform === 'linux')('is refused at once where the system makes no folders', () => {
    expect(() => makeFolder('/proc/simon-koppel')).toThrow('ENOENT');
  });
});
