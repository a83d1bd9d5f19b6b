import { describe, expect, it, onTestFinished } from 'vitest';
import type { Secrets } from '../../../connectors/_kit/connector';
import type { HttpCall, HttpResponse } from '../../../connectors/_kit/http';
import { TOKEN_KEYS } from '../../../connectors/_kit/oauth-login';
import type { Result } from '../../../connectors/_kit/result';
import { createLinkConnections, type LinkConnections } from '../../../main/company/link-connections';
import { asRemote } from '../../../main/db/as-remote';
import { FakeTime, settled } from '../../fakes/fake-time';
import { APP, LoginPackage } from '../../fakes/login-package';
import { MemoryLogger } from '../../fakes/memory-logger';
import { MemorySecretStore } from '../../fakes/memory-secret-store';
import { openTempStore } from '../../integration/db/open-temp-store';

const NEVER = new AbortController().signal;
const ID = 'exact-online';
const SCOPE = { companyId: 'company-1', package: ID } as const;
const SETTINGS = { administration: '' };
const company: HttpCall = { method: 'GET', url: 'https://package.test/company', effect: 'read', doc: '' };

/** A company that logged in eleven minutes ago, so that its first call needs a renewal. */
class LoggedIn {
  readonly time = new FakeTime();
  readonly package = new LoginPackage(this.time);
  readonly keychain = new MemorySecretStore();
  /** What comes in the place of the next answer. */
  instead: Response | null = null;
  private readonly store = openTempStore().store;
  connections: LinkConnections = this.begin();

  static async open(): Promise<LoggedIn> {
    const one = new LoggedIn();
    const { connector } = one.package;
    const page = connector.auth.login?.authorizeUrl({
      endpoints: {},
      registration: APP,
      state: 's',
      // SHA-256 of "verifier"
      codeChallenge: 'iMnq5o6zALKXGivsnlom_0F5_WYda32GHkxlV7mq7hQ',
    });
    const code = one.package.agree(new URL(page ?? '')).get('code') ?? '';
    const granted = await one.connections.exchange(connector, APP, { code, codeVerifier: 'verifier' }, NEVER);
    if (!granted.ok) throw new Error(granted.problem.code);
    await one.keychain.write(SCOPE, { ...APP, ...granted.value.keep });
    await one.time.advance(11 * 60_000);
    one.package.asked.length = 0;
    onTestFinished(() => one.connections.closeAll());
    return one;
  }

  private begin(): LinkConnections {
    return createLinkConnections({
      companyId: SCOPE.companyId,
      connectors: {
        ids: [ID],
        load: () => Promise.resolve(this.package.connector),
        endpoints: () => Promise.resolve({ api: 'https://package.test' }),
      },
      secrets: this.keychain,
      store: asRemote(this.store),
      logger: new MemoryLogger(),
      fetch: async (url, init) => {
        const answer = await this.package.fetch(url, init);
        const instead = this.instead;
        this.instead = null;
        return instead ?? answer;
      },
      time: this.time,
    });
  }

  /** The program is killed and starts again with what is in the keychain. */
  restart(): void {
    this.keychain.beforeWrite = () => Promise.resolve();
    this.package.beforeAnswer = () => undefined;
    this.connections = this.begin();
  }

  async call(): Promise<Result<HttpResponse>> {
    const connection = await this.connections.linked(this.package.connector);
    return connection.checkContext(NEVER, SETTINGS).send(company);
  }

  calls(): readonly string[] {
    return this.package.asked.map(({ path, fields }) => fields.grant_type ?? path);
  }

  kept(): Promise<Secrets> {
    return this.keychain.read(SCOPE);
  }
}

const ENDED = { ok: false, problem: { kind: 'needs-login', code: 'login-ended' } };
const LOCKED = { ok: false, problem: { kind: 'storage', code: 'keychain-unreachable' } };
const forEver = (): Promise<void> => new Promise(() => undefined);

describe('a renewal', () => {
  it('happens once for twenty callers at the same moment, checks and engine alike', async () => {
    const one = await LoggedIn.open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => one.call()));
    expect(answers.every((answer) => answer.ok && answer.value.status === 200)).toBe(true);
    expect(one.package.renewals()).toBe(1);
  });

  it('happens once for twenty callers whose token is refused at the same moment', async () => {
    const one = await LoggedIn.open();
    await one.call();
    const connection = await one.connections.linked(one.package.connector);
    one.package.endAccess();
    const { send } = connection.checkContext(NEVER, SETTINGS);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(company)));
    expect(answers.every((answer) => answer.ok && answer.value.status === 200)).toBe(true);
    expect(one.package.renewals()).toBe(2);
  });

  it('has its token in the keychain before the first call that uses it', async () => {
    const one = await LoggedIn.open();
    const before = await one.kept();
    let atFirstUse: Secrets = {};
    one.package.beforeAnswer = async ({ path }) => {
      if (path === 'GET /company') atFirstUse = await one.kept();
    };
    await one.call();
    expect(atFirstUse[TOKEN_KEYS.refreshToken]).toBe(one.package.given.at(-2));
    expect(atFirstUse[TOKEN_KEYS.refreshToken]).not.toBe(before[TOKEN_KEYS.refreshToken]);
    expect(atFirstUse).toMatchObject(APP);
  });

  it('that the program is killed before leaves a token that works', async () => {
    const one = await LoggedIn.open();
    one.package.isOnline = false;
    expect(await one.call()).toMatchObject({ problem: { kind: 'offline' } });
    one.package.isOnline = true;
    one.restart();
    expect(await one.call()).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('whose answer is lost asks for a login, because the old token may be spent', async () => {
    const one = await LoggedIn.open();
    one.package.beforeAnswer = ({ fields }) => {
      if (fields.grant_type !== undefined) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    };
    expect(await one.call()).toMatchObject({ problem: { kind: 'offline' } });
    one.package.beforeAnswer = () => undefined;
    expect(await one.call()).toMatchObject(ENDED);
    expect(one.calls()).toEqual(['refresh_token', 'refresh_token']);
  });

  it('that the program is killed in, between the answer and the keychain, tries the old token and asks for a login', async () => {
    const one = await LoggedIn.open();
    let reached: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => (reached = resolve));
    one.keychain.beforeWrite = () => {
      reached();
      return forEver();
    };
    void one.call();
    await writing;
    expect(one.calls()).toEqual(['refresh_token']);
    one.restart();
    expect(await one.call()).toMatchObject(ENDED);
    expect(one.calls()).toEqual(['refresh_token', 'refresh_token']);
  });

  it('that the program is killed after costs nothing: the kept token is used', async () => {
    const one = await LoggedIn.open();
    await one.call();
    one.restart();
    expect(await one.call()).toMatchObject({ ok: true });
    expect(one.calls()).toEqual(['refresh_token', 'GET /company', 'GET /company']);
  });
});

describe('a keychain that is locked', () => {
  /** The keychain locks itself while the package is asked. */
  const lockDuringRenewal = (one: LoggedIn): void => {
    one.package.beforeAnswer = ({ fields }) => {
      if (fields.grant_type !== undefined) one.keychain.available = false;
    };
  };

  it('keeps a new token from being used, and loses it not', async () => {
    const one = await LoggedIn.open();
    lockDuringRenewal(one);
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await one.call()).toMatchObject(LOCKED);
    expect(one.calls()).toEqual(['refresh_token']);

    one.keychain.available = true;
    expect(await one.call()).toMatchObject({ ok: true, value: { status: 200 } });
    expect(one.calls()).toEqual(['refresh_token', 'GET /company']);
    expect((await one.kept())[TOKEN_KEYS.refreshToken]).toBe(one.package.given.at(-2));
  });

  it('loses it not either when the integration is deactivated meanwhile', async () => {
    const one = await LoggedIn.open();
    lockDuringRenewal(one);
    expect(await one.call()).toMatchObject(LOCKED);
    await one.connections.close(ID);
    one.keychain.available = true;
    expect(await one.call()).toMatchObject({ ok: true, value: { status: 200 } });
    expect(one.package.renewals()).toBe(1);
  });
});

describe('a package that asks to wait', () => {
  const DAY_SECONDS = 86_400;
  const limit = (): Response => new Response('', { status: 429, headers: { 'retry-after': String(DAY_SECONDS) } });
  const RESTING = { ok: false, problem: { kind: 'rate-limited', code: 'rate-limited' } };

  it('gets not one request until then, over restarts, from the engine nor from a check nor with other values', async () => {
    const one = await LoggedIn.open();
    await one.call();
    one.instead = limit();
    expect(await one.call()).toMatchObject(RESTING);
    const before = one.package.asked.length;

    for (let hour = 0; hour < 24; hour += 1) {
      one.restart();
      expect(await one.call()).toMatchObject(RESTING);
      const trial = await one.connections.trial(one.package.connector, await one.kept());
      expect(await trial.connection.checkContext(NEVER, SETTINGS).send(company)).toMatchObject(RESTING);
      await trial.connection.close();
      await one.time.advance(3_600_000);
    }
    expect(one.package.asked).toHaveLength(before);
    one.restart();
    expect(await one.call()).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('tells after a restart until when', async () => {
    const one = await LoggedIn.open();
    await one.call();
    one.instead = limit();
    await one.call();
    const untilMs = one.time.nowMs() + DAY_SECONDS * 1000;
    await one.time.advance(3_600_000);
    one.restart();
    const connection = await one.connections.linked(one.package.connector);
    expect(connection.status().pause).toMatchObject({ untilMs, problem: { code: 'rate-limited' } });
  });
});

describe('closing', () => {
  it('waits for the renewal that is under way, and keeps what it brings', async () => {
    const one = await LoggedIn.open();
    let answer: () => void = () => undefined;
    one.package.beforeAnswer = () => new Promise((resolve) => (answer = resolve));
    const call = one.call();
    await settled();
    const closing = one.connections.closeAll();
    await one.time.advance(2_000);
    answer();
    await closing;
    expect(await call).toMatchObject({ problem: { kind: 'cancelled' } });
    expect((await one.kept())[TOKEN_KEYS.refreshToken]).toBe(one.package.given.at(-2));
  });

  it('does not wait for ever', async () => {
    const one = await LoggedIn.open();
    one.package.beforeAnswer = forEver;
    const call = one.call();
    await settled();
    const closing = one.connections.closeAll();
    await one.time.advance(3_000);
    await closing;
    expect(await call).toMatchObject({ ok: false });
    expect(one.time.waiting).toBe(0);
  });

  it('leaves contexts that were handed out without a way to the package', async () => {
    const one = await LoggedIn.open();
    const old = (await one.connections.linked(one.package.connector)).checkContext(NEVER, SETTINGS);
    expect((await old.send(company)).ok).toBe(true);
    await one.connections.close(ID);
    expect(await old.send(company)).toMatchObject({ problem: { kind: 'cancelled' } });
    expect(one.package.renewals()).toBe(1);
  });

  it('comes before other values are written, so that a late renewal cannot overwrite them', async () => {
    const one = await LoggedIn.open();
    let answer: () => void = () => undefined;
    one.package.beforeAnswer = () => new Promise((resolve) => (answer = resolve));
    const call = one.call();
    await settled();
    const replacing = one.connections.replace(ID, { ...APP, clientId: 'other' });
    // A check that comes meanwhile waits, and then works with the new values.
    const later = one.connections.values(ID);
    await settled();
    answer();
    expect(await call).toMatchObject({ problem: { kind: 'cancelled' } });
    await settled();
    expect(await replacing).toEqual({ ok: true, value: null });
    expect(await later).toEqual({ ok: true, value: { ...APP, clientId: 'other' } });
    expect(await one.kept()).toEqual({ ...APP, clientId: 'other' });
  });

  it('leaves the old values in place when the new ones cannot be written', async () => {
    const one = await LoggedIn.open();
    one.keychain.available = false;
    expect(await one.connections.replace(ID, { clientId: 'other' })).toMatchObject(LOCKED);
    one.keychain.available = true;
    expect(await one.call()).toMatchObject({ ok: true, value: { status: 200 } });
  });
});
