/** Group D: the disk and the file of the database refuse, by themselves or because somebody else was there. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NewerDatabaseError, StorageError } from '../../main/db/storage-error';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { CALLS } from './calls';
import type { Cell, Workshop } from './cell';
import { MINUTE_MS } from './durations';
import { atMoment } from './moments';
import { World } from './world';

/** Nothing of it differs by package. */
const PACKAGE = 'snelstart';
const SMALL_DISK = 'size=16m';
const TROUBLE_MS = 5 * MINUTE_MS;
const SECOND_MS = 1_000;

/** `b2` archiving, `b3` that it is being sent, `b8` the answer, `p2` a page. */
const PLACES = ['b2', 'b3', 'b8', 'p2'] as const;
type Place = (typeof PLACES)[number];

/** Steps before which the trouble begins. */
const STEPS: Readonly<Record<Place, string>> = {
  b2: 'before workOrders.archive',
  b3: 'before queue.sending',
  b8: 'before queue.booked',
  p2: 'before pull.applyPage',
};

interface DiskFault {
  readonly name: string;
  readonly places: readonly Place[];
  /** Begins, and tells how it ends. */
  readonly begins: (world: World) => () => void;
  readonly lastsMs: number;
  /** By the clock on the wall: shorter than the patience of the database. */
  readonly isShort?: true;
}

const LOCKED = (name: string, lastsMs: number, places: readonly Place[], isShort?: true): DiskFault => ({
  name,
  places,
  lastsMs,
  ...(isShort === undefined ? {} : { isShort }),
  begins: (world) => {
    const other = new Database(world.file, { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    return () => {
      other.exec('ROLLBACK');
      other.close();
    };
  },
});

const FULL: DiskFault = {
  name: 'disk full',
  places: PLACES,
  lastsMs: TROUBLE_MS,
  begins: (world) => fill(join(world.folder, 'ballast')),
};

const LASTING: readonly DiskFault[] = [
  LOCKED('locked by another program for 1 s', SECOND_MS, PLACES, true),
  LOCKED('locked by another program for 10 s', 10 * SECOND_MS, PLACES),
  LOCKED('locked by another program for 60 s', 60 * SECOND_MS, ['b3', 'b8']),
];

export function diskCells(): readonly Cell[] {
  const cell = (fault: string, call: string, play: Cell['play']): Cell => ({
    group: 'D',
    call,
    package: PACKAGE,
    fault,
    play,
  });
  const lasting = [...(isMountable() ? [FULL] : []), ...LASTING];
  return [
    ...lasting.flatMap((fault) =>
      fault.places.map((place) => cell(fault.name, place, (workshop) => playedWhile(workshop, fault, place))),
    ),
    ...(isMountable() ? [cell('folder is read-only', 'start', playedReadOnly)] : []),
    cell('log of the database removed after a good end', 'start', (workshop) => playedStopped(workshop, removeLog)),
    cell('page of the database damaged', 'start', playedDamaged),
    cell('database of a newer version', 'start', playedNewer),
  ];
}

/** The trouble begins at this place and passes by itself; whatever waits then goes on. */
async function playedWhile({ workerFile }: Workshop, fault: DiskFault, place: Place): Promise<readonly string[]> {
  const disk = fault === FULL ? smallDisk() : null;
  const world = await openWorld(workerFile, disk?.folder);
  const { time } = world.clocks;
  let endedAtMs: number | null = null;
  const begin = (): void => {
    const end = fault.begins(world);
    const over = (): void => {
      endedAtMs = time.nowMs();
      end();
    };
    if (fault.isShort === true) setTimeout(over, fault.lastsMs);
    else void time.sleep(fault.lastsMs).then(over);
  };
  try {
    if (place === 'p2') world.steps.at(STEPS.p2, begin);
    await world.start();
    if (place === 'b2') world.steps.at(STEPS.b2, begin);
    const archived = await archivedAtLast(world);
    if (place === 'b3' || place === 'b8') world.steps.at(STEPS[place], begin);
    world.engine.nudge();
    await world.settle();
    const isOver = await world.until(() => Promise.resolve(endedAtMs !== null), TROUBLE_MS * 2);
    const early = place === 'b3' && fault.isShort !== true ? sentBefore(world, endedAtMs ?? Infinity) : [];
    const violations = (await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`);
    return [...(isOver ? [] : ['the trouble did not come']), ...archived, ...early, ...violations];
  } finally {
    await world.close();
    disk?.remove();
  }
}

/** Archiving is refused in words when it cannot be stored, and works when the office tries again. */
async function archivedAtLast(world: World): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      await world.archive();
      return [];
    } catch (error) {
      if (!(error instanceof StorageError)) return [`archiving threw ${String(error)}`];
      await world.activity.pass(MINUTE_MS);
    }
  }
  return ['archiving stayed impossible'];
}

/** Whose intent cannot be written is not sent. */
function sentBefore(world: World, ms: number): readonly string[] {
  const create = CALLS[PACKAGE]?.matches.create?.path;
  const early = world
    .requests()
    .filter(
      ({ method, path, atMs }) => method === 'POST' && create instanceof RegExp && create.test(path) && atMs < ms,
    );
  return early.map(({ atMs }) => `sent ${ms - atMs} ms before it could be written that it was being sent`);
}

/** Stopped while a document was on its way, something happens to the file, and it starts again. */
async function playedStopped({ workerFile }: Workshop, happens: (file: string) => void): Promise<readonly string[]> {
  const world = await openWorld(workerFile);
  try {
    await world.start();
    await world.archive();
    atMoment(world, createOf(), 'b6', () => world.computer.end());
    world.engine.nudge();
    await world.until(() => Promise.resolve(world.computer.engine === null), MINUTE_MS);
    await world.restart(happens);
    world.engine.nudge();
    await world.settle();
    return (await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`);
  } finally {
    await world.close();
  }
}

async function playedReadOnly({ workerFile }: Workshop): Promise<readonly string[]> {
  const disk = smallDisk();
  const world = await openWorld(workerFile, disk.folder);
  try {
    await world.start();
    await world.archive();
    const refused = await world.restartRefused(() => disk.remount('ro'));
    disk.remount('rw');
    await world.restart();
    await world.settle();
    // SQLite cannot tell why it may not make the files beside its database.
    const isRight = refused instanceof StorageError && (refused.code === 'read-only' || refused.code === 'io');
    const violations = (await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`);
    return [...(isRight ? [] : [`opening said: ${String(refused)}`]), ...violations];
  } finally {
    await world.close();
    disk.remove();
  }
}

async function playedDamaged({ workerFile }: Workshop): Promise<readonly string[]> {
  const world = await openWorld(workerFile);
  try {
    await world.start();
    await world.archive();
    const refused = await world.restartRefused((file) => {
      damage(file);
      // As a program that was killed leaves it: the file is looked at when it starts again.
      const log = openSync(`${file}-wal`, 'w');
      writeSync(log, Buffer.alloc(32));
      closeSync(log);
    });
    return refused instanceof StorageError && refused.code === 'damaged' ? [] : [`opening said: ${String(refused)}`];
  } finally {
    await world.close();
  }
}

async function playedNewer({ workerFile }: Workshop): Promise<readonly string[]> {
  const world = await openWorld(workerFile);
  try {
    await world.start();
    let before = Buffer.alloc(0);
    const refused = await world.restartRefused((file) => {
      const database = new Database(file);
      database.pragma('user_version = 99990');
      database.close();
      before = readFileSync(file);
    });
    const isUntouched = before.equals(readFileSync(world.file));
    return [
      ...(refused instanceof NewerDatabaseError ? [] : [`opening said: ${String(refused)}`]),
      ...(isUntouched ? [] : ['the file was changed']),
    ];
  } finally {
    await world.close();
  }
}

const openWorld = (workerFile: string, folder?: string): Promise<World> => {
  const pack = CHAOS_PACKAGES[PACKAGE];
  if (pack === undefined) throw new Error(`No package ${PACKAGE}`);
  return World.open({ package: pack, workerFile, ...(folder === undefined ? {} : { folder }) });
};

function createOf() {
  const create = CALLS[PACKAGE]?.matches.create;
  if (create === undefined) throw new Error('No create');
  return create;
}

const removeLog = (file: string): void => {
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
};

/** Overwrites a page in the middle of the file. */
function damage(file: string): void {
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  for (let at = 4096 * 4; at < size; at += 4096 * 3) writeSync(handle, Buffer.alloc(2048, 0x5a), 0, 2048, at);
  closeSync(handle);
}

/** Takes all room that is left; returns how to give it back. */
function fill(file: string): () => void {
  const handle = openSync(file, 'w');
  for (const bytes of [1024 * 1024, 4096, 1]) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

interface SmallDisk {
  readonly folder: string;
  readonly remount: (how: 'ro' | 'rw') => void;
  readonly remove: () => void;
}

/** A file system of its own in memory; needs the right to mount. */
function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', SMALL_DISK, 'tmpfs', folder], { stdio: 'ignore' });
  return {
    folder,
    remount: (how) => void execFileSync('mount', ['-o', `remount,${how}`, folder], { stdio: 'ignore' }),
    remove: () => {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let mountable: boolean | null = null;

/** Whether this process may mount; else the cells that need it are left out. */
function isMountable(): boolean {
  if (mountable !== null) return mountable;
  try {
    smallDisk().remove();
    mountable = true;
  } catch {
    mountable = false;
  }
  return mountable;
}
