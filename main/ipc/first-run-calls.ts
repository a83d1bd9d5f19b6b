/** Runs in the main process: the calls about the guided first run. */
import { ok } from '../../connectors/_kit/result';
import type { ShellCalls } from '../company/company';
import { orStorageProblem } from '../company/storage-refusal';
import type { FirstRunFollower } from '../practice/first-run';

export type FirstRunCalls = Pick<ShellCalls, 'first-run:get' | 'first-run:put-away'>;

/** `firstRun` null: outside the practice administration. */
export function createFirstRunCalls(firstRun: FirstRunFollower | null): FirstRunCalls {
  return {
    'first-run:get': () => firstRun?.get() ?? Promise.resolve(null),
    'first-run:put-away': ({ away }) => {
      if (firstRun === null) throw new Error('The first run belongs to the practice administration');
      return orStorageProblem(async () => ok(await firstRun.putAway(away)));
    },
  };
}
