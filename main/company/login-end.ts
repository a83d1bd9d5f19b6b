import type { ConnectorId, LinkLife, Manifest } from '../../connectors/_kit/manifest';
import type { LoginEnd, LoginFacts } from '../../preload/contract/views';
import type { KeptLogin, RemoteStore } from '../db/store';
import type { CompanySettings, Connectors, Logger, Time } from '../ports';
import type { CompanyEvents } from './events';
import type { CompanyLog } from './company-log';
import { momentText } from '../log/moment-text';
import { knownText } from '../log/catalogue';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Long enough to be seen by who works one day a week. */
const AHEAD_MS = 7 * DAY_MS;

/** How long this login lasts; null for a link that is no login, or of which nothing is kept. */
export function loginFacts(life: LinkLife, login: KeptLogin | null): LoginFacts | null {
  if (login === null) return null;
  const { unusedDays, certainty } = life;
  return {
    sinceMs: login.sinceMs,
    endsAtMs: unusedDays === null ? null : login.renewedAtMs + unusedDays * DAY_MS,
    certainty,
  };
}

export interface LoginEndsParts {
  readonly store: Pick<RemoteStore, 'limits' | 'queue'>;
  readonly companySettings: CompanySettings;
  readonly connectors: Pick<Connectors, 'load'>;
  readonly time: Pick<Time, 'nowMs'>;
  readonly log: CompanyLog;
  readonly events: CompanyEvents;
  readonly logger: Pick<Logger, 'info'>;
}

/**
 * Knows ahead that a login ends because Simon does not use it: the app was off, the office paused, the network is away,
 * or the integration is deactivated while work orders wait for it. A link that works renews its login by itself.
 */
export interface LoginEnds {
  /** How long the login of the active package lasts; null when it has none. */
  readonly facts: () => Promise<LoginFacts | null>;
  /** What the overview tells for as long as it is so; null when nothing is about to end. */
  readonly current: () => Promise<LoginEnd | null>;
  /** Tells it in the log, once for each login that is about to end. */
  readonly look: () => Promise<void>;
}

export function createLoginEnds(parts: LoginEndsParts): LoginEnds {
  const { store, companySettings, time, log } = parts;

  const ending = async (id: ConnectorId, manifest: Manifest): Promise<LoginEnd | null> => {
    const login = await store.limits.loginOf(id);
    const endsAtMs = loginFacts(manifest.link.life, login)?.endsAtMs ?? null;
    if (login === null || endsAtMs === null || endsAtMs - time.nowMs() > AHEAD_MS) return null;
    const { waiting, unsure, sending } = await store.queue.counts();
    const isActive = companySettings.activePackage() === id;
    if (!isActive && waiting + unsure + sending === 0) return null;
    const why = !isActive ? 'deactivated' : companySettings.pausedByUser() ? 'paused' : 'not-used';
    return { package: id, label: manifest.label, endsAtMs, why, toldAtMs: login.endToldAtMs };
  };
  const current = async (): Promise<LoginEnd | null> => {
    const id = companySettings.activePackage() ?? companySettings.leadingPackage();
    return id === null ? null : ending(id, (await parts.connectors.load(id)).manifest);
  };

  return {
    facts: async () => {
      const id = companySettings.activePackage();
      if (id === null) return null;
      const [{ manifest }, login] = await Promise.all([parts.connectors.load(id), store.limits.loginOf(id)]);
      return loginFacts(manifest.link.life, login);
    },
    current,
    look: async () => {
      const end = await current();
      if (end?.toldAtMs !== null) return;
      const nowMs = time.nowMs();
      const until = momentText(end.endsAtMs, nowMs);
      // No warning: among what asks for the office it would stand twice, and stay when somebody has logged in again.
      await log.link('login-ends', 'info', end.label, { until, why: knownText(`log.login-ends-${end.why}`) });
      await store.limits.loginEndTold(end.package, nowMs);
      parts.logger.info('link', 'a login is about to end', { package: end.package, why: end.why });
      parts.events.changed('log', 'integrations');
    },
  };
}
