import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOKEN_KEYS } from '../../../connectors/_kit/oauth-login';
import { settled } from '../../fakes/fake-time';
import { APP } from '../../fakes/login-package';
import { ID, LoginCompany } from './login-company';
import { must, TestCompany } from './test-company';

const SCOPE = { companyId: 'company-1', package: ID } as const;
const WIPED = ['customers', 'articles', 'workOrders'] as const;
const CANCELLED = { ok: false, problem: { kind: 'cancelled', code: 'cancelled' } };

let test: LoginCompany;
beforeEach(async () => {
  test = await LoginCompany.open();
});
afterEach(() => test.close());

const page = (): URL => test.browser.opened.at(-1) ?? new URL('nowhere:');
const isWaiting = (): boolean => test.loginReturn.waits.some(({ open }) => open);

describe('logging in', () => {
  beforeEach(() => test.prepare());

  it('opens the page of the package and links with the administration of the login', async () => {
    const stage = must(await test.logIn());

    expect(page().origin + page().pathname).toBe('https://package.test/authorize');
    expect(page().searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect(page().searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(test.pages).toEqual([page().href]);
    expect(stage).toMatchObject({
      administrationName: 'Jansen Installaties',
      filledCredentials: ['clientId', 'clientSecret', 'redirectUri'],
    });
    expect(await test.keychain.read(SCOPE)).toMatchObject({
      ...APP,
      [TOKEN_KEYS.refreshToken]: test.package.given[0],
      [TOKEN_KEYS.accessToken]: test.package.given[1],
    });
    expect(test.logged()[0]).toBe('Gekoppeld met Pakket, administratie ‘Jansen Installaties’.');
    expect(isWaiting()).toBe(false);
    expect(await test.leaks()).toBe(false);
  });

  it('appends to the state what a return page needs, and uses another state each time', async () => {
    test.loginReturn.stateTail = '.51123';
    must(await test.logIn());
    const first = page().searchParams.get('state');
    must(await test.logIn());
    expect(first).toMatch(/^[\w-]{43}\.51123$/);
    expect(page().searchParams.get('state')).not.toBe(first);
  });

  it('uses the registration that was kept when nothing is entered', async () => {
    must(await test.logIn());
    must(await test.logIn({}));
    expect(page().searchParams.get('client_id')).toBe(APP.clientId);
  });

  it('passes over answers that are of another login, and goes on waiting', async () => {
    test.browser.visit = (opened) => {
      test.loginReturn.comeBack({ code: 'code-of-a-stranger', state: 'guessed' });
      test.loginReturn.comeBack({ code: 'code-of-a-stranger' });
      test.loginReturn.comeBack(test.package.agree(opened));
    };
    must(await test.logIn());
    expect(test.package.asked.map(({ fields }) => fields.code)).not.toContain('code-of-a-stranger');
  });

  it('tells that the person refused, and leaves nothing behind', async () => {
    test.browser.visit = (opened) =>
      test.loginReturn.comeBack({ error: 'access_denied', state: opened.searchParams.get('state') ?? '' });
    expect(await test.logIn()).toMatchObject({ problem: { kind: 'needs-login', code: 'login-denied' } });
    expect(isWaiting()).toBe(false);
    expect(await test.keychain.read(SCOPE)).toEqual({});
    expect((await test.stage()).linkedAtMs).toBeNull();
  });

  it('ends after ten minutes without an answer', async () => {
    test.ignorePage();
    const login = test.logIn();
    await test.time.advance(10 * 60_000 - 1);
    expect(isWaiting()).toBe(true);
    await test.time.advance(1);
    expect(await login).toMatchObject({ problem: { code: 'login-timed-out' } });
    expect(isWaiting()).toBe(false);
  });

  it('ends when the office stops it', async () => {
    test.ignorePage();
    const { waiting } = test.time;
    const login = test.logIn();
    await settled();
    await test.company.calls['integrations:login-cancel'](ID);
    expect(await login).toMatchObject(CANCELLED);
    expect(isWaiting()).toBe(false);
    expect(test.time.waiting).toBe(waiting);
  });

  it('ends when the app does', async () => {
    test.ignorePage();
    const login = test.logIn();
    await settled();
    await test.restart();
    expect(await login).toMatchObject(CANCELLED);
  });

  it('takes the place of a login that still waits', async () => {
    test.ignorePage();
    const first = test.logIn();
    await settled();
    test.agree();
    const second = test.logIn();
    expect(await first).toMatchObject(CANCELLED);
    must(await second);
    expect(test.browser.opened).toHaveLength(2);
  });

  it('does not keep the office from deactivating meanwhile, and then goes no further', async () => {
    must(await test.logIn());
    must(await test.save({ administration: '100' }));
    test.ignorePage();
    const login = test.logIn();
    await settled();
    must(await test.company.calls['integrations:deactivate'](ID));
    test.loginReturn.comeBack(test.package.agree(page()));
    expect(await login).toMatchObject({ problem: { code: 'terms-not-accepted' } });
  });

  it.each([
    ['the secret of the app is wrong', { ...APP, clientSecret: 'wrong' }, 'login-code-refused'],
    ['a value is missing', { ...APP, clientSecret: '' }, 'credential-missing'],
  ])('is refused in plain words when %s', async (_what, credentials, code) => {
    expect(await test.logIn(credentials)).toMatchObject({ ok: false, problem: { code } });
    expect(await test.keychain.read(SCOPE)).toEqual({});
  });

  it('is refused before a page opens when no answer can come back', async () => {
    test.loginReturn.refused = 'login-port-in-use';
    expect(await test.logIn()).toMatchObject({ problem: { code: 'login-port-in-use' } });
    expect(test.browser.opened).toEqual([]);
  });

  it('changes nothing when the keychain is locked', async () => {
    test.browser.visit = (opened) => {
      test.keychain.available = false;
      test.loginReturn.comeBack(test.package.agree(opened));
    };
    expect(await test.logIn()).toMatchObject({ problem: { code: 'keychain-unreachable' } });
    test.keychain.available = true;
    expect(await test.keychain.read(SCOPE)).toEqual({});
    expect((await test.stage()).linkedAtMs).toBeNull();
  });

  it('is not offered by a package that is linked with a key', async () => {
    const other = await TestCompany.open();
    await other.company.calls['integrations:accept-terms']('snelstart');
    must(await other.company.calls['integrations:wipe']({ package: 'snelstart', parts: [...WIPED] }));
    expect(await other.company.calls['integrations:login']({ package: 'snelstart', credentials: {} })).toMatchObject({
      problem: { code: 'login-not-offered' },
    });
    await other.close();
  });
});

describe('an answer that is pasted', () => {
  beforeEach(async () => {
    await test.prepare();
    test.browser.visit = () => Promise.reject(new Error('No browser'));
  });

  it('is taken as the whole address, also when the browser could not be opened', async () => {
    const login = test.logIn();
    await settled();
    expect(test.pages).toHaveLength(1);
    must(await test.paste(`${APP.redirectUri}?${test.package.agree(page()).toString()}`));
    expect(must(await login).administrationName).toBe('Jansen Installaties');
  });

  it('of another login is refused, and this one goes on waiting', async () => {
    const login = test.logIn();
    await settled();
    for (const text of [`${APP.redirectUri}?code=theirs&state=theirs`, 'https://elsewhere.test/?code=1']) {
      expect(await test.paste(text)).toMatchObject({ problem: { code: 'login-answer-foreign' } });
    }
    must(await test.paste(`${APP.redirectUri}?code=${test.package.agree(page()).get('code') ?? ''}`));
    must(await login);
  });

  it('is refused when no login waits for it', async () => {
    expect(await test.paste('code')).toMatchObject({ problem: { code: 'login-not-under-way' } });
  });
});

describe('a login that was withdrawn', () => {
  beforeEach(() => test.activate());

  it('stops the link with one message, keeps what waits, and goes on after logging in again', async () => {
    const settingsVersion = (await test.stage()).settingsVersion;
    test.package.withdraw();
    for (let work = 0; work < 5; work += 1) await test.archive();
    await test.time.advance(20 * 60_000);

    expect(await test.queue()).toEqual(Array(5).fill('waiting'));
    const status = await test.company.calls['sync:status']();
    expect(status).toMatchObject({ connection: 'needs-login', problem: { code: 'login-ended' } });
    const stopped = test.logged().filter((message) => message.includes('niet meer aangemeld'));
    expect(stopped).toHaveLength(1);
    expect(test.package.renewals()).toBe(1);

    must(await test.logIn({}));
    await test.time.advance(60_000);
    expect(await test.queue()).toEqual(Array(5).fill('booked'));
    expect(test.package.documents).toHaveLength(5);
    expect(await test.company.calls['sync:status']()).toMatchObject({ problem: null });
    expect(await test.stage()).toMatchObject({ state: 'active', settingsVersion });
    expect(await test.leaks()).toBe(false);
  });

  it('goes on after logging in again also when the app was closed in between', async () => {
    test.package.withdraw();
    await test.archive();
    await test.restart();
    must(await test.logIn({}));
    await test.time.advance(60_000);
    expect(await test.queue()).toEqual(['booked']);
  });

  it('is what is left when the program dies with a new token that no keychain has yet', async () => {
    test.package.beforeAnswer = ({ fields }) => {
      if (fields.grant_type === 'refresh_token') test.keychain.available = false;
    };
    // Long enough for the token to end, so that the next run renews it.
    await test.time.advance(11 * 60_000);
    expect(test.package.renewals()).toBe(1);
    await test.archive();
    await test.restart();
    test.package.beforeAnswer = () => undefined;
    test.keychain.available = true;
    await test.time.advance(20 * 60_000);

    expect(test.package.renewals()).toBe(2);
    expect(await test.company.calls['sync:status']()).toMatchObject({ connection: 'needs-login' });
    expect(test.logged().filter((message) => message.includes('niet meer aangemeld'))).toHaveLength(1);
    expect(await test.queue()).toEqual(['waiting']);

    must(await test.logIn({}));
    await test.time.advance(60_000);
    expect(await test.queue()).toEqual(['booked']);
  });

  it('is not replaced by the login of another administration, and goes on being the old one', async () => {
    const kept = await test.keychain.read(SCOPE);
    test.package.administrations = [{ id: '900', name: 'Pietersen BV' }];
    expect(await test.logIn({})).toMatchObject({ problem: { code: 'pakket.not-this-one' } });
    expect(await test.keychain.read(SCOPE)).toEqual(kept);
    expect(await test.stage()).toMatchObject({ state: 'active', administrationName: 'Jansen Installaties' });
  });
});

describe('activating again with the login that is kept', () => {
  const link = (credentials: Record<string, string>) =>
    test.company.calls['integrations:link']({ package: ID, credentials });

  beforeEach(async () => {
    await test.activate();
    must(await test.company.calls['integrations:deactivate'](ID));
    must(await test.company.calls['integrations:accept-terms'](ID));
    test.browser.opened.length = 0;
  });

  it('opens no page and spends no token', async () => {
    expect(must(await link({})).administrationName).toBe('Jansen Installaties');
    expect(must(await test.save({ administration: '100' })).stage.state).toBe('active');
    expect(test.browser.opened).toEqual([]);
    expect(test.package.renewals()).toBe(0);
  });

  it('asks for a login when the registration is another one, or the login has ended', async () => {
    expect(await link({ clientId: 'other' })).toMatchObject({
      problem: { kind: 'needs-login', code: 'login-needed' },
    });
    test.package.withdraw();
    expect(await link({})).toMatchObject({ problem: { kind: 'needs-login', code: 'login-ended' } });
  });

  it('begins with the administration of a new login when the one of before is not to be had', async () => {
    must(await test.company.calls['integrations:wipe']({ package: ID, parts: [...WIPED] }));
    test.package.administrations = [{ id: '900', name: 'Pietersen BV' }];
    const stage = must(await test.logIn({}));
    expect(stage).toMatchObject({ administrationName: 'Pietersen BV', settings: { administration: '' } });
  });
});
