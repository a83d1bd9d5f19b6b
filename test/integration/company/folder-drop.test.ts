import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { fail } from '../../../connectors/_kit/result';
import type { DropFiles } from '../../../main/company/folder-drop/drop-files';
import { dropFiles } from '../../../main/platform/drop-files';
import { must, TestCompany } from './test-company';

let test: TestCompany;
let folder: string;
/** How many parts of the company sleep while nothing happens, the folder's look among them. */
let sleepers: number;
beforeEach(async () => {
  test = await TestCompany.open();
  folder = path.join(test.folder, 'in');
  await mkdir(folder);
  await test.activate();
  test.pull(['1001'], ['REIS']);
  sleepers = test.time.waiting;
});
afterEach(async () => {
  await chmod(folder, 0o755).catch(() => undefined);
  await test.close();
});

const use = async (): Promise<void> => {
  must(await test.company.folderDrop.propose(folder));
  must(await test.company.calls['folder-drop:use']({ on: true }));
};
const put = (name: string, text: string | Uint8Array) => writeFile(path.join(folder, name), text);
const names = async (place: '.' | 'verwerkt' | 'mislukt') =>
  (await readdir(path.join(folder, place))).filter((name) => name !== 'verwerkt' && name !== 'mislukt').sort();
const report = (place: 'verwerkt' | 'mislukt', name: string) =>
  readFile(path.join(folder, place, `${name}.txt`), 'utf8');
/** Lets time pass, and after each look lets the disk, which is a real one, come to its end. */
const wait = async (ms = 100_000): Promise<void> => {
  for (let passed = 0; passed < ms; passed += 2_000) {
    await test.time.advance(2_000);
    await until(() => test.time.waiting >= sleepers);
  }
};
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_000 && !(await holds()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
}
const orders = () =>
  test.store.workOrders.idsByStatus('planned').map((id) => test.store.workOrders.get(id)?.description);
const job = (description: string, more: object = {}) => ({ customerNumber: '1001', description, ...more });

describe('the folder that Simon keeps an eye on', () => {
  it('takes in what is put there and moves it away with a report', async () => {
    await use();
    await put('bon.json', JSON.stringify([job('Ketel', { employee: 'Piet' })]));
    await put('uren.csv', 'Klantnummer;Werkzaamheden;Minuten\r\n1001;Kraan;60\r\n');
    await wait();
    expect(orders().sort()).toEqual(['Ketel', 'Kraan']);
    expect(await names('.')).toEqual([]);
    expect(await names('verwerkt')).toEqual(['bon.json', 'bon.json.txt', 'uren.csv', 'uren.csv.txt']);
    expect(await report('verwerkt', 'bon.json')).toMatch(
      /bon\.json, bekeken op 2026-11-22 11:\d\d:\d\d\r\nnieuwe werkbon: 1, .*\r\n\r\nRegel 1 \(1001 · Ketel\): nieuwe werkbon \S+\. werkbon voor Klant 1001; nieuwe medewerker: Piet/u,
    );
    expect(test.logged().join('\n')).toContain('bon.json uit de map is ingelezen: 1 nieuwe werkbonnen');
  });

  it('takes in nothing of a file with one wrong row, and says which', async () => {
    await use();
    await put('bon.json', JSON.stringify([job('Ketel'), job('Kraan', { customerNumber: '9' })]));
    await wait();
    expect(orders()).toEqual([]);
    expect(await names('mislukt')).toEqual(['bon.json', 'bon.json.txt']);
    expect(await report('mislukt', 'bon.json')).toContain('Klant 9 bestaat niet in Simon.');
    expect(await report('mislukt', 'bon.json')).not.toContain('Ketel');
    expect(test.logged()[0]).toContain('error | bon.json | ');

    // Mended and put there again.
    await put('bon.json', JSON.stringify([job('Ketel'), job('Kraan')]));
    await wait();
    expect(orders().sort()).toEqual(['Ketel', 'Kraan']);
  });

  it.each([
    ['nee.xlsx', Buffer.from('geen werkmap'), 'Simon weet niet wat er in deze kolommen staat'],
    ['oud.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'oude Excel'],
    ['stuk.json', Buffer.from('[{'), 'geen geldige JSON'],
    ['kolom.csv', Buffer.from('Klantnummer;Kleur\n1001;rood'), '‘Kleur’'],
  ])('puts %s away with the reason', async (name, bytes, reason) => {
    await use();
    await put(name, bytes);
    await wait();
    expect(await names('mislukt')).toEqual([name, `${name}.txt`]);
    expect(await report('mislukt', name)).toContain(reason);
  });

  it('waits until a file is complete, and an empty one a minute', async () => {
    await use();
    await wait(4_000);
    const text = JSON.stringify([job('Ketel')]);
    for (let at = 4; at < text.length; at += 10) {
      await put('bon.json', text.slice(0, at));
      // Longer than it takes to look complete.
      await wait(8_000);
    }
    expect(await names('.')).toEqual(['bon.json']);
    await put('bon.json', text);
    await put('leeg.csv', '');
    await wait(20_000);
    expect(await names('verwerkt')).toEqual(['bon.json', 'bon.json.txt']);
    expect(await names('.')).toEqual(['leeg.csv']);
    await wait(120_000);
    expect(await names('mislukt')).toEqual(['leeg.csv', 'leeg.csv.txt']);
  });

  it('leaves alone what is not for it or not finished', async () => {
    await use();
    const others = ['foto.jpg', 'lees.txt', '.verborgen.json', '~$uren.xlsx', 'bon.json.tmp', 'bon.csv.part'];
    for (const name of others) await put(name, '[]');
    await mkdir(path.join(folder, 'map.json'));
    await wait();
    expect(await names('.')).toEqual([...others, 'map.json'].sort());
  });

  it('never writes over a file of the same name', async () => {
    await use();
    for (const description of ['een', 'twee', 'drie']) {
      await put('bon.json', JSON.stringify([job(description)]));
      await wait();
    }
    expect(await names('verwerkt')).toEqual(
      ['bon', 'bon (2)', 'bon (3)'].flatMap((name) => [`${name}.json`, `${name}.json.txt`]).sort(),
    );
    expect(await readFile(path.join(folder, 'verwerkt', 'bon (2).json'), 'utf8')).toContain('twee');
    expect(orders().sort()).toEqual(['drie', 'een', 'twee']);
  });

  it('makes no doubles of a file that is put there twice', async () => {
    await use();
    for (let times = 0; times < 2; times += 1) {
      await put(`bon ${times}.json`, JSON.stringify([job('Ketel')]));
      await wait();
    }
    expect(orders()).toEqual(['Ketel']);
    expect(await report('verwerkt', 'bon 1.json')).toContain('staat er al');
  });

  it('tells once that it cannot be reached, goes on trying, and goes on when it can', async () => {
    await use();
    await wait(4_000);
    await rename(folder, `${folder} weg`);
    await wait(200_000);
    const told = () => test.logged().filter((line) => line.includes('is niet te bereiken')).length;
    expect(told()).toBe(1);
    expect(await test.company.calls['folder-drop:state'](undefined)).toMatchObject({
      folder,
      problem: { code: 'folder-drop-gone' },
    });
    await rename(`${folder} weg`, folder);
    await put('bon.json', JSON.stringify([job('Ketel')]));
    await wait(80_000);
    expect(orders()).toEqual(['Ketel']);
    expect(await test.company.calls['folder-drop:state'](undefined)).toEqual({ folder, problem: null });
  });

  it('is left alone once it is not used any more', async () => {
    await use();
    must(await test.company.calls['folder-drop:use']({ on: false }));
    await put('bon.json', JSON.stringify([job('Ketel')]));
    await wait();
    expect(orders()).toEqual([]);
    expect(await names('.')).toEqual(['bon.json']);
  });

  it('is looked at when the app starts', async () => {
    await use();
    await test.restart(() => undefined);
    await put('bon.json', JSON.stringify([job('Ketel')]));
    await wait();
    expect(orders()).toEqual(['Ketel']);
  });
});

describe('a folder in which Simon may not write', () => {
  // As root everything may be written.
  const refusing: DropFiles = {
    ...dropFiles,
    open: () =>
      Promise.resolve(fail(problem('storage', 'folder-drop-not-writable', { folder: 'x', detail: 'EACCES' }))),
  };

  it('is told of once; nothing is taken in', async () => {
    await use();
    test.dropFiles = refusing;
    await test.restart();
    await put('bon.json', JSON.stringify([job('Ketel')]));
    await wait(100_000);
    expect(orders()).toEqual([]);
    expect(test.logged().filter((line) => line.includes('mag in de map x niets wijzigen')).length).toBe(1);
  });
});

/** The end of the process: nothing of what follows is done. */
class Killed extends Error {}

describe('killed while a file comes in', () => {
  const file = JSON.stringify([job('een'), job('twee', { employee: 'Piet' }), job('drie')]);
  const BREAKS: Readonly<Record<string, (real: DropFiles) => Partial<DropFiles>>> = {
    'before it is read': () => ({ read: () => Promise.reject(new Killed()) }),
    'after it was taken in, before its report': () => ({ putAway: () => Promise.reject(new Killed()) }),
    'between its report and its move': () => ({
      putAway: async (at, name, place, text) => {
        await writeFile(path.join(at, place === 'done' ? 'verwerkt' : 'mislukt', `${name}.txt`), text.slice(0, 20));
        throw new Killed();
      },
    }),
    'after its move, before the message': (real) => ({
      putAway: async (...args) => {
        await real.putAway(...args);
        throw new Killed();
      },
    }),
  };

  it.each(Object.entries(BREAKS))('%s: it is taken in once, and ends up with a report', async (_, breaks) => {
    test.dropFiles = { ...dropFiles, ...breaks(dropFiles) };
    await test.restart();
    await use();
    await put('bon.json', file);
    await wait(12_000);
    expect(test.logger.bugs.splice(0).every((bug) => bug instanceof Killed)).toBe(true);

    test.dropFiles = dropFiles;
    await test.restart();
    await wait();
    expect(orders().sort()).toEqual(['drie', 'een', 'twee']);
    expect(test.store.employees.list()).toHaveLength(1);
    expect(await names('.')).toEqual([]);
    expect(await names('verwerkt')).toEqual(['bon.json', 'bon.json.txt']);
    expect(await report('verwerkt', 'bon.json')).toContain('Regel 1 (1001 · twee)');
  });

  it.each([1, 2, 3])('after record %i: it goes on with the next one', async (count) => {
    await use();
    await test.company.calls['folder-drop:state'](undefined);
    test.killAfterTakes = count;
    await test.restart();
    await put('bon.json', file);
    await wait(12_000);
    expect(orders()).toHaveLength(count);
    await test.restart(() => (test.killAfterTakes = null));
    test.logger.bugs.splice(0);
    await wait();
    expect(orders().sort()).toEqual(['drie', 'een', 'twee']);
    expect(await names('verwerkt')).toEqual(['bon.json', 'bon.json.txt']);
  });

  it('is moved later when it is held by another program, and taken in once', async () => {
    let isHeld = true;
    test.dropFiles = {
      ...dropFiles,
      putAway: (...args) =>
        isHeld
          ? Promise.resolve(fail(problem('storage', 'folder-drop-not-moved', { file: args[1], detail: 'EBUSY' })))
          : dropFiles.putAway(...args),
    };
    await test.restart();
    await use();
    await put('bon.json', file);
    await wait(100_000);
    expect(orders()).toHaveLength(3);
    expect(test.logged().filter((line) => line.includes('kan niet worden verplaatst')).length).toBe(1);
    isHeld = false;
    await wait(80_000);
    expect(orders()).toHaveLength(3);
    expect(await report('verwerkt', 'bon.json')).toContain('nieuwe werkbon: 3');
    await rm(path.join(folder, 'verwerkt'), { recursive: true });
  });
});
