import { useRef, useState } from 'react';
import type { ArchiveCheck } from '../../../preload/contract/archiving';
import type { ArchiveOutcome } from '../../../preload/contract/views';
import { api } from '../../api';
import type { DocumentGroup } from './archive-groups';

/** As many at a time as can be stopped between. */
const BATCH = 25;

/** How far the dialog is. */
export type ArchivePhase =
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'asking' }
  | { readonly kind: 'archiving'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly outcome: ArchiveOutcome; readonly left: number };

export interface ArchiveRun {
  readonly phase: ArchivePhase;
  readonly checks: readonly ArchiveCheck[];
  /** Asks main what archiving would find in these work orders. */
  readonly check: (ids: readonly number[]) => Promise<readonly ArchiveCheck[]>;
  /** Archives each group as one document; a second call while it runs does nothing. */
  readonly archive: (groups: readonly DocumentGroup[]) => Promise<ArchiveOutcome | null>;
  /** After what is under way. */
  readonly stop: () => void;
}

/** Checks and archives work orders a few at a time, so that it can be followed and stopped. */
export function useArchiveRun(): ArchiveRun {
  const [phase, setPhase] = useState<ArchivePhase>({ kind: 'checking', done: 0, total: 0 });
  const [checks, setChecks] = useState<readonly ArchiveCheck[]>([]);
  const isStopped = useRef(false);
  const isRunning = useRef(false);

  const check = async (ids: readonly number[]): Promise<readonly ArchiveCheck[]> => {
    const found: ArchiveCheck[] = [];
    for (let start = 0; start < ids.length && !isStopped.current; start += BATCH) {
      setPhase({ kind: 'checking', done: start, total: ids.length });
      found.push(...(await api.workOrders.check(ids.slice(start, start + BATCH))));
    }
    setChecks(found);
    setPhase({ kind: 'asking' });
    return found;
  };

  const archive = async (groups: readonly DocumentGroup[]): Promise<ArchiveOutcome | null> => {
    if (isRunning.current) return null;
    isRunning.current = true;
    const outcomes: ArchiveOutcome[] = [];
    const total = groups.flat().length;
    let done = 0;
    try {
      for (const call of callsOf(groups)) {
        if (isStopped.current) break;
        setPhase({ kind: 'archiving', done, total });
        await api.work.report({ done, total });
        outcomes.push(
          await (call.isTogether ? api.workOrders.archiveTogether(call.ids) : api.workOrders.archive(call.ids)),
        );
        done += call.ids.length;
      }
    } finally {
      await api.work.report(null);
    }
    const outcome = {
      archived: outcomes.flatMap(({ archived }) => archived),
      refused: outcomes.flatMap(({ refused }) => refused),
    };
    setPhase({ kind: 'done', outcome, left: total - done });
    return outcome;
  };

  return { phase, checks, check, archive, stop: () => void (isStopped.current = true) };
}

interface ArchiveCall {
  readonly ids: number[];
  readonly isTogether: boolean;
}

/** Each document of several is a call of its own; those of one work order go some at a time. */
function callsOf(groups: readonly DocumentGroup[]): readonly ArchiveCall[] {
  const calls: ArchiveCall[] = [];
  for (const group of groups) {
    const ids = group.map(({ id }) => id);
    const last = calls.at(-1);
    if (ids.length > 1) calls.push({ ids, isTogether: true });
    else if (last && !last.isTogether && last.ids.length < BATCH) last.ids.push(...ids);
    else calls.push({ ids, isTogether: false });
  }
  return calls;
}
