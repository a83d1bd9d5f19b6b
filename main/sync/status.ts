import type { Connector } from '../../connectors/_kit/connector';
import type { Problem } from '../../connectors/_kit/problem';
import type { CleanUpQuestion, ConnectionState, SyncStatus } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { Connection } from './connection';
import type { LinkSettings } from './engine';
import { linkKeyOf } from './freeze';
import type { HealthState, LinkHealth } from './link-health';

export interface StatusParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  readonly connection: Pick<Connection, 'status'>;
  readonly link: () => LinkSettings;
  readonly linkHealth: LinkHealth;
  readonly pushHealth: LinkHealth;
  readonly isBusy: () => boolean;
  readonly nextRunAtMs: () => number | null;
  readonly pendingCleanUps: () => Promise<readonly CleanUpQuestion[]>;
  readonly clockProblem: () => Problem | null;
  readonly time: Pick<Time, 'nowMs'>;
}

/** How the link is doing, in one value for the screens and the tray. */
export function createStatus(parts: StatusParts): () => Promise<SyncStatus> {
  const { store, connector, connection, linkHealth, pushHealth, time } = parts;

  return async () => {
    const link = parts.link();
    const [lastRun, marks, counts, pdfs, cleanUps] = await Promise.all([
      store.runs.last(),
      store.pull.marks(linkKeyOf(connector, link)),
      store.queue.counts(),
      store.pdfs.counts(),
      parts.pendingCleanUps(),
    ]);
    // What the office itself asked to see is no news to it.
    const heldBack = cleanUps.filter(({ reason }) => reason !== 'asked-for').length;
    const clockProblem = parts.clockProblem();
    const asked = counts.blocked + counts.unsure + pdfs.held + heldBack + (clockProblem === null ? 0 : 1);
    const { pause, allowance, lastGoodCallAtMs } = connection.status();
    const state = stateOf(linkHealth.state(), pushHealth.state());
    const waitMs = linkHealth.waitLeftMs();
    return {
      connection: connectionState({ link, state, isAskedToWait: pause !== null, asked }),
      package: connector.manifest.id,
      administrationName: link.administration.name,
      lastRun,
      nextRunAtMs: link.paused ? null : parts.nextRunAtMs(),
      pausedUntilMs:
        pause?.untilMs ?? (state.kind === 'pausing' && waitMs > 0 ? time.nowMs() + Math.ceil(waitMs) : null),
      pausedByUser: link.paused,
      allowance,
      lastGoodCallAtMs,
      // That the office must act weighs more than that the package asks to wait.
      problem: needsOffice(state) ? problemOf(state) : (pause?.problem ?? problemOf(state) ?? clockProblem),
      marks,
      cleanUps,
    };
  };

  /** What weighs most is shown. */
  function connectionState(now: {
    readonly link: LinkSettings;
    readonly state: HealthState;
    /** The package asked to be left alone. */
    readonly isAskedToWait: boolean;
    /** How much waits for the office. */
    readonly asked: number;
  }): ConnectionState {
    const found = problemOf(now.state);
    if (found?.kind === 'needs-login') return 'needs-login';
    if (now.link.paused) return 'paused';
    if (parts.isBusy()) return 'busy';
    if (needsOffice(now.state)) return 'attention';
    if (now.isAskedToWait) return 'paused';
    if (found?.kind === 'offline') return 'offline';
    if (now.state.kind === 'pausing') return 'paused';
    return now.asked > 0 ? 'attention' : 'idle';
  }
}

/** Nothing goes on before somebody acts: the link stopped, or the computer refuses. */
const needsOffice = (state: HealthState): boolean => state.kind === 'stopped' || problemOf(state)?.kind === 'storage';

/** The health that weighs most: a stopped link, stopped sending, a pause. */
function stateOf(link: HealthState, push: HealthState): HealthState {
  if (link.kind === 'stopped') return link;
  if (push.kind === 'stopped') return push;
  return link.kind === 'pausing' ? link : push;
}

const problemOf = (state: HealthState): Problem | null => (state.kind === 'working' ? null : state.problem);
