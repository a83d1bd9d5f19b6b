/** Group B: an older state of the database takes the place of the present one. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { restoreBackup } from '../../main/db/backups/restore-backup';
import { copyDatabase } from '../../main/db/copy-database';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { CALLS } from './calls';
import type { Cell, Workshop } from './cell';
import { atMoment, type Moment } from './moments';
import { World } from './world';

/** `b2`: before it was archived. */
const STATES: readonly ('b2' | Moment)[] = ['b2', 'b3', 'b8'];
const WORDS: Readonly<Record<string, string>> = {
  b2: 'backup from before the work order was archived',
  b3: 'backup from before the document was sent',
  b8: 'backup from before the answer was stored',
};

export function restoreCells(): readonly Cell[] {
  return Object.keys(CHAOS_PACKAGES).flatMap((name) =>
    STATES.map((state): Cell => ({
      group: 'B',
      call: state,
      package: name,
      fault: WORDS[state] ?? state,
      play: (workshop) => played(workshop, name, state),
    })),
  );
}

async function played({ workerFile }: Workshop, name: string, state: 'b2' | Moment): Promise<readonly string[]> {
  const [pack, create] = [CHAOS_PACKAGES[name], CALLS[name]?.matches.create];
  if (pack === undefined || create === undefined) throw new Error(`No package ${name}`);
  const world = await World.open({ package: pack, workerFile });
  const backup = join(world.folder, 'backup.sqlite');
  const backUp = (): void => {
    const present = new Database(world.file, { readonly: true });
    copyDatabase(present, backup);
    present.close();
  };
  try {
    await world.start();
    const work = await world.archive(state === 'b2' ? backUp : undefined);
    if (state !== 'b2') atMoment(world, create, state, backUp);
    world.engine.nudge();
    await world.settle();
    await world.restart((database) => {
      const folder = join(world.folder, 'backups');
      const outcome = restoreBackup({ database, folder, file: backup, nowMs: world.clocks.time.nowMs() });
      if (outcome.kind !== 'restored') throw new Error(`Not restored: ${outcome.kind}`);
    });
    if (state === 'b2') await world.archiveAgain(work);
    world.engine.nudge();
    await world.settle();
    return (await world.audit()).map(({ kind, detail }) => `${kind}: ${detail}`);
  } finally {
    await world.close();
  }
}
