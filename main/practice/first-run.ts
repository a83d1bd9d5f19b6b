/** Runs in the main process, only in the practice administration: which first steps a newcomer has really done. */
import type { Channel, Output } from '../../preload/contract/calls';
import { FIRST_RUN_STEPS, type FirstRun, type FirstRunStep } from '../../preload/contract/first-run';
import type { Company, CompanyCalls } from '../company/company';
import type { KeptFirstRun } from '../ports';

/** As much as is looked at of a list. */
const SOME_ROWS = { search: '', offset: 0, limit: 100 } as const;

export interface FirstRunParts {
  readonly company: Pick<Company, 'calls' | 'on'>;
  readonly read: () => KeptFirstRun;
  /** Throws a `StorageError` when the computer refuses. */
  readonly save: (kept: KeptFirstRun) => void;
  readonly onBug: (error: unknown) => void;
}

/**
 * Follows what the newcomer does by what becomes of it: the state of the company, and what its calls answered to the
 * screens. Nothing counts because a button was pressed.
 */
export interface FirstRunFollower {
  readonly get: () => Promise<FirstRun>;
  readonly putAway: (away: boolean) => Promise<FirstRun>;
  /** The same calls; what they answer is looked at. */
  readonly watch: (calls: CompanyCalls) => CompanyCalls;
  /** The books of the simulated package were shown. */
  readonly sawBooks: () => Promise<void>;
  readonly stop: () => void;
}

export function createFirstRun({ company, read, save, onBug }: FirstRunParts): FirstRunFollower {
  const { calls } = company;
  const listed = new Set<number>();

  const change = (part: Partial<KeptFirstRun>): void => save({ ...read(), ...part });
  const did = (step: FirstRunStep): void => {
    const { done } = read();
    if (!done.includes(step)) change({ done: [...done, step] });
  };

  const lookAtQueue = async (): Promise<void> => {
    const { rows } = await calls['queue:list']({ ...SOME_ROWS, states: ['blocked', 'booked'] });
    const idsOf = (state: string) => rows.filter((row) => row.state === state).map(({ workOrderId }) => workOrderId);
    const booked = idsOf('booked');
    const { blocked: before } = read();
    if (before.some((id) => booked.includes(id))) did('mend');
    const blocked = [...new Set([...before, ...idsOf('blocked')])];
    if (blocked.length > before.length) change({ blocked });
  };

  /** What can be seen in the company as it is. */
  const look = async (): Promise<void> => {
    const [{ counts, sync }, runs] = await Promise.all([
      calls['overview:get'](undefined),
      calls['sync:runs']({ ...SOME_ROWS, results: ['finished'] }),
      lookAtQueue(),
    ]);
    if (sync.connection !== 'not-linked') did('activate');
    if (counts.archived > 0) did('archive');
    if (runs.rows.some(({ trigger }) => trigger === 'manual')) did('synchronise');
  };

  const now = (): FirstRun => {
    const { done, putAway } = read();
    return { done: FIRST_RUN_STEPS.filter((step) => done.includes(step)), putAway };
  };

  // Somebody may mend a failure without coming back to the first screen in between.
  const stop = company.on('data:changed', ({ areas }) => {
    if (areas.includes('queue')) lookAtQueue().catch(onBug);
  });

  return {
    get: async () => {
      await look();
      return now();
    },
    putAway: (away) => {
      change({ putAway: away });
      return Promise.resolve(now());
    },
    watch: (watched) => ({
      ...watched,
      ...after(watched, 'customers:list', ({ rows }) => rows.forEach(({ id }) => listed.add(id))),
      // A work order asks for its customer too: only one that was chosen from the list of customers was looked at.
      ...after(watched, 'customers:get', (found) => found !== null && listed.has(found.id) && did('customer')),
      ...after(watched, 'work-orders:create', (made) => made.ok && did('work-order')),
      ...after(watched, 'work-orders:duplicate', (made) => made.ok && did('work-order')),
      ...after(watched, 'work-orders:report-ready', (reported) => reported.ok && did('ready')),
      ...after(watched, 'queue:get', (entry) => entry?.state === 'booked' && did('document')),
    }),
    sawBooks: async () => {
      const { queue } = await calls['overview:get'](undefined);
      if (queue.booked > 0) did('document');
    },
    stop,
  };
}

function after<C extends Channel & keyof CompanyCalls>(
  calls: CompanyCalls,
  channel: C,
  notice: (answer: Output<C>) => unknown,
): Pick<CompanyCalls, C> {
  // The table ties input and output of one channel together; the compiler cannot follow that through a variable.
  const call = calls[channel] as (input: unknown) => Promise<Output<C>>;
  const watched = async (input: unknown): Promise<Output<C>> => {
    const answer = await call(input);
    notice(answer);
    return answer;
  };
  return { [channel]: watched } as unknown as Pick<CompanyCalls, C>;
}
