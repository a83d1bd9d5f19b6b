/**
 * Koppel by logging in on the vendor's page (RFC 6749 section 4.1, RFC 7636, RFC 8252).
 *
 * ```
 *  values, state, challenge ─► way back open ─► page in the browser ─► answer with our state ─► code traded ─► tried, kept
 *                                                    │        ▲ others are ignored
 *                                                    └ pasted ┘
 * ```
 */
import { createHash, randomBytes } from 'node:crypto';
import type { LoginAnswer, Secrets } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { REGISTRATION_KEYS } from '../../connectors/_kit/oauth-login';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { IntegrationStage } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { Connectors, LoginReturn, LoginWait, Logger, OpenLoginPage, Time } from '../ports';
import { credentialValues } from './credential-values';
import type { CompanyEvents } from './events';
import type { LinkConnections } from './link-connections';
import type { Linking } from './linking';
import { readLoginAnswer } from './login-answer';
import type { Package, Packages } from './packages';
import { isActive } from './stage';

export interface LoginsParts {
  readonly store: Pick<RemoteStore, 'limits'>;
  readonly packages: Packages;
  readonly connectors: Connectors;
  readonly connections: LinkConnections;
  readonly linking: Linking;
  readonly loginReturn: LoginReturn;
  readonly openLoginPage: OpenLoginPage;
  readonly time: Time;
  readonly events: CompanyEvents;
  readonly logger: Logger;
  /** Runs a change of a link when no other one is under way. */
  readonly changingLink: <T>(change: () => Promise<Result<T>>) => Promise<Result<T>>;
  readonly stopped: AbortSignal;
}

export interface Logins {
  /**
   * Opens the login page and waits for the person behind it; the values that were left empty are those kept before. An
   * active integration goes on meanwhile, and afterwards with the same settings and queue. One login at a time: a new one
   * takes the place of one with the same package that still waits, which then fails with `cancelled`.
   *
   * Problems: those of `stepProblem`, `credentialValues`, `LoginReturn`, `readLoginAnswer`, `Auth.login` and `Linking`;
   * `login-not-offered`, `login-timed-out`, `cancelled`.
   */
  readonly logIn: (id: ConnectorId, entered: Readonly<Record<string, string>>) => Promise<Result<IntegrationStage>>;
  /** What the office pasted. Problems: `login-not-under-way`, `login-answer-foreign`. */
  readonly answer: (id: ConnectorId, pasted: string) => Promise<Result<null>>;
  readonly cancel: (id: ConnectorId) => void;
  /** Resolves when no login is under way any more. */
  readonly ended: () => Promise<void>;
}

/** As long as the most patient vendor keeps a code valid (Billit), and long enough to look up a password. */
const LOGIN_TIMEOUT_MS = 10 * 60_000;

interface UnderWay {
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
  /** Hands over what was pasted; true when it was the answer. Null while there is no way back yet. */
  paste: ((text: string) => Promise<boolean>) | null;
}

/** The answer of the page, and the registration as the vendor saw it. */
interface Answered {
  readonly answer: LoginAnswer;
  readonly registration: Secrets;
}

export function createLogins(parts: LoginsParts): Logins {
  const { packages, connections, time } = parts;
  const underWay = new Map<ConnectorId, UnderWay>();

  const logIn = async (
    id: ConnectorId,
    entered: Readonly<Record<string, string>>,
    mine: Pick<UnderWay, 'stop' | 'paste'>,
  ): Promise<Result<IntegrationStage>> => {
    const found = await packages.forStep(id, 'link');
    if (!found.ok) return found;
    if (found.value.connector.auth.login === undefined) return fail(problem('not-allowed', 'login-not-offered'));
    const kept = await connections.values(id);
    if (!kept.ok) return kept;
    const values = credentialValues(found.value.connector.manifest.link, entered, kept.value);
    if (!values.ok) return values;
    const signal = AbortSignal.any([parts.stopped, mine.stop.signal]);
    const answered = await askPerson(found.value, values.value, mine, signal);
    if (!answered.ok) return answered;

    return parts.changingLink(async () => {
      // The office may have deactivated it while somebody was logging in.
      const again = await packages.forStep(id, 'link');
      if (!again.ok) return again;
      if (isActive(found.value) && !isActive(again.value)) return fail(problem('blocked', 'terms-not-accepted'));
      const { registration, answer } = answered.value;
      const granted = await connections.exchange(again.value.connector, registration, answer, signal);
      if (!granted.ok) return granted;
      const atMs = time.nowMs();
      const linked = await parts.linking.withValues(again.value, { ...values.value, ...granted.value.keep });
      if (!linked.ok) return linked;
      await parts.store.limits.loggedIn(id, atMs);
      parts.events.changed('integrations');
      return ok(await packages.stage(id));
    });
  };

  /** Opens the page, and the way back before it. */
  async function askPerson(
    { id, connector }: Package,
    values: Secrets,
    mine: Pick<UnderWay, 'paste'>,
    signal: AbortSignal,
  ): Promise<Result<Answered>> {
    const { login } = connector.auth;
    if (login === undefined) throw new Error(`${id} has no login`);
    const endpoints = await parts.connectors.endpoints(id);
    const opened = await parts.loginReturn.open(values[REGISTRATION_KEYS.redirectUri] ?? '');
    if (!opened.ok) return opened;
    const wait = opened.value;
    try {
      const registration = { ...values, [REGISTRATION_KEYS.redirectUri]: wait.redirectUri };
      const state = `${randomText()}${wait.stateTail}`;
      const codeVerifier = randomText();
      const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
      const page = login.authorizeUrl({ endpoints, registration, state, codeChallenge });
      void openPage(id, page);
      const code = await waitForAnswer(id, wait, state, mine, signal);
      return code.ok ? ok({ answer: { code: code.value, codeVerifier }, registration }) : code;
    } finally {
      mine.paste = null;
      await wait.close();
    }
  }

  /** Whoever cannot be shown a page gets its address on screen, so that a browser that is missing is no reason to stop. */
  async function openPage(id: ConnectorId, url: string): Promise<void> {
    parts.events.tell('login:page', { package: id, url });
    try {
      await parts.openLoginPage(url);
    } catch (error) {
      parts.logger.warn('login', 'the page was not opened', { package: id, error: String(error) });
    }
  }

  /** The code of the first answer that belongs to this login. */
  async function waitForAnswer(
    id: ConnectorId,
    wait: LoginWait,
    state: string,
    mine: Pick<UnderWay, 'paste'>,
    signal: AbortSignal,
  ): Promise<Result<string>> {
    const timeOut = new AbortController();
    const done = new AbortController();
    void time.sleep(LOGIN_TIMEOUT_MS, done.signal).then(() => timeOut.abort());
    const until = AbortSignal.any([signal, timeOut.signal]);
    // Answers come in the order in which they were given, so the next one after a paste is the pasted one.
    const pasted: ((isAnswer: boolean) => void)[] = [];
    mine.paste = (text) =>
      new Promise((resolve) => {
        if (wait.give(text)) pasted.push(resolve);
        else resolve(false);
      });
    try {
      for (;;) {
        const back = await wait.answer(until);
        if (!back.ok) {
          return timeOut.signal.aborted && !signal.aborted ? fail(problem('cancelled', 'login-timed-out')) : back;
        }
        const tell = pasted.shift();
        const code = readLoginAnswer(back.value, state, tell !== undefined);
        tell?.(code !== null);
        if (code !== null) return code;
        parts.logger.warn('login', 'an answer to another login was ignored', { package: id });
      }
    } finally {
      done.abort();
      pasted.forEach((tell) => tell(false));
    }
  }

  return {
    logIn: async (id, entered) => {
      for (let former = underWay.get(id); former !== undefined; former = underWay.get(id)) {
        former.stop.abort();
        await former.ended;
      }
      const mine: Pick<UnderWay, 'stop' | 'paste'> = { stop: new AbortController(), paste: null };
      const work = logIn(id, entered, mine).finally(() => underWay.delete(id));
      underWay.set(id, Object.assign(mine, { ended: work.catch(() => undefined) }));
      return work;
    },
    answer: async (id, text) => {
      const paste = underWay.get(id)?.paste ?? null;
      if (paste === null) return fail(problem('invalid-input', 'login-not-under-way'));
      return (await paste(text)) ? ok(null) : fail(problem('invalid-input', 'login-answer-foreign'));
    },
    cancel: (id) => underWay.get(id)?.stop.abort(),
    ended: async () => {
      await Promise.all([...underWay.values()].map((one) => one.ended));
    },
  };
}

/** 256 random bits in 43 characters; as a code verifier it has the length that RFC 7636 section 4.1 asks for. */
const randomText = (): string => randomBytes(32).toString('base64url');
