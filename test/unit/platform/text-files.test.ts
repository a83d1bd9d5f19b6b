import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTextFile, writeTextFile } from '../../../main/platform/text-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'text-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes the parts in order and reads them back', async () => {
  const path = join(folder, 'log.csv');
  expect(await writeTextFile(path, ['kop\r\n', 'één\r\n'])).toEqual({ ok: true, value: 2 });
  expect(await readTextFile(path)).toEqual({ ok: true, value: 'kop\r\néén\r\n' });
});

it.each([
  ['Windows-1252', Buffer.from('Café', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFCafé', 'utf16le')],
])('refuses a file in %s, whose letters would come in damaged', async (_encoding, bytes) => {
  const path = join(folder, 'werkbonnen.json');
  writeFileSync(path, bytes);
  const read = await readTextFile(path);
  expect(read.ok ? null : read.problem).toMatchObject({ code: 'file-not-utf8', params: { file: path } });
});

it('leaves the file of before when the parts end half way', async () => {
  const path = join(folder, 'log.csv');
  writeFileSync(path, 'before');
  async function* broken(): AsyncGenerator<string> {
    yield await Promise.resolve('half');
    throw new Error('The database stopped');
  }
  await expect(writeTextFile(path, broken())).rejects.toThrow('The database stopped');
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['log.csv']);
});

it('says which file it is when the disk refuses', async () => {
  const path = join(folder, 'absent', 'log.csv');
  const written = await writeTextFile(path, ['x']);
  expect(written.ok ? null : written.problem).toMatchObject({ code: 'file-not-written', params: { file: path } });
  const read = await readTextFile(path);
  expect(read.ok ? null : read.problem).toMatchObject({ code: 'file-unreadable', params: { file: path } });
});
