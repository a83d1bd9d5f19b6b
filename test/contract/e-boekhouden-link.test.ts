/** What is particular about the login of e-Boekhouden: three codes, and sessions that end in the body of a good answer. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../connectors/_kit/problem';
import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import { startSimulator } from '../../connectors/e-boekhouden/simulator/index';
import { valueOf } from './session';
import { onSmallBooks } from './small-books';

const MINUTE_MS = 60_000;

const open = onSmallBooks(eBoekhouden, startSimulator);

async function problemOf(checked: ReturnType<Awaited<ReturnType<typeof open>>['check']>): Promise<Problem> {
  const result = await checked;
  if (result.ok) throw new Error('There was no problem');
  return result.problem;
}

describe('codes', () => {
  it('may be pasted with line breaks and spaces', async () => {
    const session = await open({
      secrets: (right) => ({
        username: ` ${right.username ?? ''} `,
        securityCode1: `${right.securityCode1?.slice(0, 9) ?? ''}\r\n${right.securityCode1?.slice(9) ?? ''}`,
        securityCode2: `\t${right.securityCode2 ?? ''}\n`,
      }),
    });
    expect((await session.check()).ok).toBe(true);
    expect(valueOf(await session.check()).name).toBe('Koppelaar Installatietechniek B.V.');
  });

  it.each(['dotted', 'plain'])(
    'that are wrong are refused in plain words (codes of errors: %s)',
    async (errorCodes) => {
      const who = 'deze gebruikersnaam en beveiligingscodes';
      for (const [wrong, what] of [
        ['username', who],
        ['securityCode1', who],
        ['securityCode2', 'beveiligingscode 2'],
      ] as const) {
        const session = await open({
          simulator: { quirks: { errorCodes } },
          secrets: (right) => ({ ...right, [wrong]: 'onzin' }),
        });
        const problem = await problemOf(session.check());
        expect(problem).toMatchObject({ kind: 'needs-login' });
        expect(problem.text?.message.nl).toBe(`e-Boekhouden herkent ${what} niet.`);
        expect(problem.text?.action?.nl).toMatch(/Koppelingen, API\/SOAP/);
      }
    },
  );

  it.each(['username', 'securityCode1', 'securityCode2'])('are not even tried without %s', async (missing) => {
    const session = await open({ secrets: (right) => ({ ...right, [missing]: ' \n' }) });
    expect(await problemOf(session.check())).toMatchObject({ kind: 'needs-login' });
    expect(session.requests()).toBe(0);
  });

  it('change with the password of the user: the session goes on, and the next one needs the new code', async () => {
    const session = await open();
    await session.administration();
    session.books.changePassword();
    expect((await session.pull('customers')).problem).toBeNull();
    session.books.expireSessions();
    expect((await session.pull('customers')).problem).toMatchObject({ kind: 'needs-login' });
  });

  it('of a user without rights are told apart: they are right', async () => {
    const session = await open();
    session.books.withdrawRights();
    const problem = await problemOf(session.check());
    expect(problem).toMatchObject({ kind: 'not-allowed', code: 'e-boekhouden.E0015' });
    expect(problem.text?.action?.nl).toMatch(/Gebruikers/);
  });

  it('of an administration that has ended are told apart too', async () => {
    const session = await open();
    session.books.endAdministration();
    expect((await problemOf(session.check())).text?.message.nl).toMatch(/vindt geen administratie/);
  });

  it('that could not be verified once are tried once more', async () => {
    const session = await open();
    session.books.refuseNext('OpenSession', 'E001.7');
    expect((await session.check()).ok).toBe(true);
    session.books.expireSessions();
    session.books.refuseNext('OpenSession', 'E001.7', 2);
    expect(await problemOf(session.check())).toMatchObject({ kind: 'needs-login', code: 'e-boekhouden.E0017' });
  });
});

describe('the administration', () => {
  it.each<Record<string, string>>([
    { administrations: 'own' },
    { administrations: 'linked' },
    { administrations: 'none' },
    { administrations: 'none', emptyList: 'nil' },
    { administrations: 'none', emptyList: 'absent', successError: 'absent' },
  ])('is that of the codes, and the same each time (%j)', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const { id, name } = await session.administration();
    expect(name).toBe(quirks.administrations === 'none' ? 'e-Boekhouden' : 'Koppelaar Installatietechniek B.V.');
    const again = await open();
    expect((await again.administration()).id).toBe(id);
    const other = await open({ simulator: { seed: 8 } });
    expect((await other.administration()).id).not.toBe(id);
  });

  it('has no name for a user who may not ask for it, and is the same one', async () => {
    const session = await open();
    const { id } = await session.administration();
    session.books.refuseNext('GetAdministraties', 'E002.5');
    expect(valueOf(await session.check())).toMatchObject({ id, name: 'e-Boekhouden' });
  });

  it('is not known by its security code, which is a secret', async () => {
    const session = await open({ simulator: { quirks: { administrations: 'linked' } } });
    const { securityCode2 = '' } = session.simulator.credentials;
    expect(JSON.stringify(await session.administration()).toLowerCase()).not.toContain(securityCode2.toLowerCase());
  });
});

describe('sessions', () => {
  it.each<Record<string, string>>([
    { sessionMinutes: '5' },
    { sessionMinutes: '5', sessionRenewal: 'fixed' },
    { sessionMinutes: '60', errorCodes: 'plain' },
  ])('are opened anew when they have ended, and only then (%j)', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    await session.administration();
    const minutes = Number(quirks.sessionMinutes);
    await session.time.advance((minutes - 1) * MINUTE_MS);
    expect((await session.pull('customers')).problem).toBeNull();
    expect(session.books.sessionSources()).toEqual(['SimonKoppel']);
    await session.time.advance(minutes * MINUTE_MS);
    expect((await session.pull('customers')).problem).toBeNull();
    expect(session.books.sessionSources()).toHaveLength(2);
  });

  it.each(['E002.1', 'E002.2', 'E002.3', 'E002.4', 'E001.7'] as const)(
    'that are refused with %s are opened anew, also when the new one has ended too, and not for ever',
    async (code) => {
      const session = await open();
      await session.administration();
      session.books.refuseNext('GetRelaties', code);
      expect((await session.pull('customers')).problem).toBeNull();
      expect(session.books.sessionSources()).toHaveLength(2);
      session.books.refuseNext('GetRelaties', code, 2);
      expect((await session.pull('customers')).problem).toBeNull();
      expect(session.books.sessionSources()).toHaveLength(4);
      session.books.refuseNext('GetRelaties', code, 3);
      expect((await session.pull('customers')).problem).toMatchObject({ kind: 'needs-login' });
      expect(session.books.sessionSources()).toHaveLength(6);
    },
  );

  it('are shared by all calls', async () => {
    const session = await open();
    await session.administration();
    await session.pull('articleGroups');
    await session.pull('customers');
    await session.pull('articles');
    expect(session.books.sessionSources()).toHaveLength(1);
    expect(session.requests()).toBe(5); // OpenSession, GetAdministraties, and one for each table
  });
});

describe('limits', () => {
  it.each(['dotted', 'plain'])(
    'without a time are waited out for two minutes (codes of errors: %s)',
    async (errorCodes) => {
      const session = await open({ simulator: { quirks: { errorCodes } } });
      await session.administration();
      session.books.refuseNext('GetRelaties', 'E003.1');
      expect((await session.pull('customers')).problem).toMatchObject({
        kind: 'rate-limited',
        code: 'e-boekhouden.E0031',
        retryAfterMs: 2 * MINUTE_MS,
      });
      session.simulator.control.clearRequests();
      await session.time.advance(2 * MINUTE_MS - 1);
      expect((await session.pull('customers')).problem?.kind).toBe('rate-limited');
      expect(session.requests()).toBe(0);
      await session.time.advance(1);
      expect((await session.pull('customers')).problem).toBeNull();
    },
  );

  it('are waited out at the login too', async () => {
    const session = await open();
    session.books.refuseNext('OpenSession', 'E003.1');
    expect(await problemOf(session.check())).toMatchObject({ kind: 'rate-limited', retryAfterMs: 2 * MINUTE_MS });
  });

  it('of calls a minute are survived by a run', async () => {
    const session = await open({ simulator: { quirks: { callsPerMinute: '3' } } });
    await session.administration();
    const problems: (string | undefined)[] = [];
    for (const resource of ['articleGroups', 'customers', 'articles'] as const) {
      let pull = await session.pull(resource);
      problems.push(pull.problem?.kind);
      if (pull.problem !== null) await session.time.advance(2 * MINUTE_MS);
      if (pull.problem !== null) pull = await session.pull(resource, pull.mark);
      expect(pull.problem).toBeNull();
    }
    expect(problems).toContain('rate-limited');
  });
});

describe('the address', () => {
  it.each(['', '/soap.asmx', '/soap.asmx/'])('may be an origin or whole: %j', async (path) => {
    const session = await open();
    const endpoints = { soap: session.simulator.address + path };
    const { connection } = session;
    const ctx = connection.checkContext(new AbortController().signal, {});
    expect((await eBoekhouden.check({ ...ctx, endpoints })).ok).toBe(true);
  });
});
