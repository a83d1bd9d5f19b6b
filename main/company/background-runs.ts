import type { RunTrigger, SyncRequest } from '../../preload/contract/views';
import type { Logger } from '../ports';
import type { ActiveLink } from './active-link';

/** Starts runs whose end nobody waits for; how they go shows in the status, the runs and the log. */
export interface BackgroundRuns {
  /** Starts a run that follows from a change. Nothing happens when the company works only on request. */
  readonly begin: (request: SyncRequest, trigger: RunTrigger) => void;
  /** Starts a run that was asked for. False when no integration is active. */
  readonly request: (request: SyncRequest, trigger: RunTrigger) => boolean;
}

export function createBackgroundRuns(activeLink: ActiveLink, logger: Logger): BackgroundRuns {
  const request: BackgroundRuns['request'] = (what, trigger) => {
    const engine = activeLink.engine();
    if (engine === null) return false;
    engine.run(what, trigger).catch((error: unknown) => logger.bug('company', error, { trigger }));
    return true;
  };
  return {
    begin: (what, trigger) => {
      if (activeLink.inBackground()) request(what, trigger);
    },
    request,
  };
}
