/** A part of the fault matrix at every test; `npm run fault-matrix` plays all of it (docs/fault-matrix.md). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BREAKS } from '../chaos/breaks';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { CALLS } from '../fault-matrix/calls';
import { playCell, type CellEnd, type Workshop } from '../fault-matrix/cell';
import { chosenCells } from '../fault-matrix/cells';
import { pageOf } from '../fault-matrix/page';
import { buildDatabaseThread, DATABASE_THREAD } from '../fault-matrix/database-thread';
import type { BuiltPrograms } from '../chaos/build-programs';
import { World } from '../fault-matrix/world';

const TIMEOUT_MS = 60_000;
/** One of each kind of trouble, at the calls where most can go wrong. */
const PLAYED: readonly (readonly [call: string, fault: string])[] = [
  ['create', 'reset after commit'],
  ['create', 'arrives after the time-out'],
  ['pull', '429, seconds'],
  ['look-up', '500 before commit'],
  ['token', 'web page with 200'],
];

let thread: BuiltPrograms | null = null;
const workshop = (): Workshop => ({
  workerFile: thread?.file(DATABASE_THREAD) ?? '',
  victimFile: null,
  boundaries: [],
});

beforeAll(async () => {
  thread = await buildDatabaseThread();
}, TIMEOUT_MS);
afterAll(() => thread?.remove());

describe('the fault matrix', () => {
  const cells = chosenCells({ groups: [], package: null }, { boundaries: [] });
  const chosen = PLAYED.flatMap(([call, fault]) => cells.filter((cell) => cell.call === call && cell.fault === fault));

  it('knows these cells for every package', () => {
    expect(chosen).toHaveLength(PLAYED.length * Object.keys(CHAOS_PACKAGES).length);
  });

  it.each(chosen.map((cell) => [cell.package, cell.call, cell.fault, cell] as const))(
    '%s, %s, %s',
    async (_package, _call, _fault, cell) => {
      expect(await playCell(cell, workshop())).toMatchObject({ result: 'pass', note: '' });
    },
    TIMEOUT_MS,
  );

  it(
    'sees an engine that sends again without looking',
    async () => {
      const { snelstart: pack } = CHAOS_PACKAGES;
      const broken = BREAKS['outbox-no-lookup'];
      const create = CALLS.snelstart?.matches.create;
      if (pack === undefined || broken === undefined || create === undefined) throw new Error('No SnelStart');
      const world = await World.open({ package: pack, workerFile: workshop().workerFile, broken });
      try {
        await world.start();
        await world.archive();
        world.control.fault({ kind: 'reset-after-commit', match: create });
        world.engine.nudge();
        await world.settle();
        expect((await world.audit()).map(({ kind }) => kind)).toContain('duplicated');
      } finally {
        await world.close();
      }
    },
    TIMEOUT_MS,
  );

  it('writes totals on top, a mark for each cell, and why a cell failed', async () => {
    const end = (fault: string, note: string): CellEnd => ({
      group: 'N3',
      call: 'pull',
      package: 'billit',
      fault,
      result: note === '' ? 'pass' : 'fail',
      note,
    });
    const page = await pageOf([end('502', ''), end('504', 'lost: 1001')]);
    expect(page).toMatch(/\| N3: Status\s+\| 2\s+\| 1\s+\| 1\s+\|/);
    expect(page).toMatch(/\| 502\s+\| ✓\s+\|/);
    expect(page).toMatch(/\| 504\s+\| ✗\[1\]\s+\|/);
    expect(page).toContain('1. N3, billit, pull, 504: lost: 1001');
  });
});
