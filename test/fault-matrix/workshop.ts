import { buildVictim } from '../chaos/kill/build';
import { GROUPS, type CellChoice, type Workshop } from './cell';
import { buildDatabaseThread, DATABASE_THREAD } from './database-thread';
import { killBoundaries } from './kill-cells';

export interface OpenWorkshop {
  readonly workshop: Workshop;
  readonly close: () => void;
}

/** Builds what the chosen cells need. */
export async function openWorkshop({ groups, package: packageName }: CellChoice): Promise<OpenWorkshop> {
  const thread = await buildDatabaseThread();
  const withoutKills: Workshop = { workerFile: thread.file(DATABASE_THREAD), victimFile: null, boundaries: [] };
  const chosen = groups.length === 0 ? GROUPS : groups;
  const hasKills = chosen.some((group) => group.startsWith('K')) && (packageName ?? 'snelstart') === 'snelstart';
  if (!hasKills) return { workshop: withoutKills, close: thread.remove };
  const victim = await buildVictim();
  const built = { ...withoutKills, victimFile: victim.file('victim') };
  return {
    workshop: { ...built, boundaries: await killBoundaries(built) },
    close: () => {
      thread.remove();
      victim.remove();
    },
  };
}
