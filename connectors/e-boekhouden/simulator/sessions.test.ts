import { describe, expect, it } from 'vitest';
import { errorOf, faultOf, ManualClient, rowsOf, startHarness, toXml, valueOf } from './simulator-harness';

const LIST = { cFilter: { Trefwoord: '', Code: '', ID: 0 } };

describe('OpenSession', () => {
  it('gives a guid in braces, with empty error tags beside it', async () => {
    const { client } = await startHarness();
    const answer = await client.openSession();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(valueOf(answer, 'SessionID')).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    expect(answer.text).toContain(
      '<OpenSessionResponse xmlns="http://www.e-boekhouden.nl/soap"><OpenSessionResult>' +
        '<ErrorMsg><LastErrorCode /><LastErrorDescription /></ErrorMsg><SessionID>{',
    );
  });

  it.each([
    ['another user', { Username: 'iemand' }, 'E001.1'],
    ['another security code 1', { SecurityCode1: 'x' }, 'E001.1'],
    ['another security code 2', { SecurityCode2: 'x' }, 'E001.3'],
    ['nothing', { Username: '', SecurityCode1: '', SecurityCode2: '' }, 'E001.1'],
  ])('refuses %s with HTTP 200 and a code', async (_what, changes, code) => {
    const { client } = await startHarness();
    const answer = await client.openSession(changes);
    expect([answer.status, errorOf(answer), valueOf(answer, 'SessionID')]).toEqual([200, code, '']);
    expect(valueOf(answer, 'LastErrorDescription')).not.toBe('');
  });

  it('refuses a user without rights, and an administration that ended', async () => {
    const { client, simulator } = await startHarness();
    simulator.control.books.withdrawRights();
    expect(errorOf(await client.openSession())).toBe('E001.5');
    simulator.control.books.restoreRights();
    expect(errorOf(await client.openSession())).toBe('');
    simulator.control.books.endAdministration();
    expect(errorOf(await client.openSession())).toBe('E001.2');
  });

  it('refuses the old security code 1 once the password was changed', async () => {
    const { client, simulator } = await startHarness();
    const securityCode1 = simulator.control.books.changePassword();
    expect(errorOf(await client.openSession())).toBe('E001.1');
    expect(errorOf(await client.openSession({ SecurityCode1: securityCode1 }))).toBe('');
  });

  it('keeps the source of each session', async () => {
    const { client, simulator } = await startHarness();
    await client.openSession({ Source: 'Ander pakket' });
    expect(simulator.control.books.sessionSources()).toEqual(['Handleiding', 'Ander pakket']);
  });
});

describe('a session', () => {
  it('goes with security code 2 in every call', async () => {
    const { client } = await startHarness();
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
    expect(errorOf(await client.call('GetRelaties', { SecurityCode2: 'x', ...LIST }))).toBe('E002.1');
    expect(errorOf(await client.call('GetRelaties', { SessionID: '', ...LIST }))).toBe('E002.1');
    const unknown = '{00000000-0000-4000-8000-000000000000}';
    expect(errorOf(await client.call('GetRelaties', { SessionID: unknown, ...LIST }))).toBe('E002.2');
  });

  it('expires 20 minutes after its last use', async () => {
    const { client, clock } = await startHarness();
    clock.advanceSeconds(19 * 60);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
    clock.advanceSeconds(20 * 60 - 1);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
    clock.advanceSeconds(20 * 60);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('E002.3');
    await client.openSession();
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
  });

  it('may expire a fixed time after it was opened, in minutes of choice', async () => {
    const { client, clock } = await startHarness({ quirks: { sessionMinutes: '5', sessionRenewal: 'fixed' } });
    clock.advanceSeconds(4 * 60);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
    clock.advanceSeconds(60);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('E002.3');
  });

  it('is closed with an empty answer, also one that is unknown', async () => {
    const { client } = await startHarness();
    const closed = await client.send('CloseSession', toXml({ SessionID: client.sessionId }));
    expect([closed.status, closed.element?.children]).toEqual([200, []]);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('E002.4');
    expect((await client.send('CloseSession', '<SessionID>x</SessionID>')).status).toBe(200);
  });

  it('ends when the office ends all of them', async () => {
    const { client, simulator } = await startHarness();
    simulator.control.books.expireSessions();
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('E002.3');
  });
});

it('writes error codes without dots when told to', async () => {
  const { client } = await startHarness({ quirks: { errorCodes: 'plain' } });
  expect(errorOf(await client.openSession({ Username: 'iemand' }))).toBe('E0011');
});

it('gives a token for single sign-on to the user of the session only', async () => {
  const { client } = await startHarness();
  const { username = '' } = client.credentials;
  const answer = await client.send('AutoLogin', toXml({ Username: username, ...client.session }));
  expect(valueOf(answer, 'Token')).toMatch(/^\w{32}$/);
  const other = await client.send('AutoLogin', toXml({ Username: 'iemand', ...client.session }));
  expect(errorOf(other)).toBe('E001.7');
});

it('opens no session of another administration for somebody who is no accountant', async () => {
  const { client } = await startHarness();
  const { username = '', securityCode1 = '', securityCode2 = '' } = client.credentials;
  const login = { Username: username, SecurityCode1: securityCode1, SecurityCode2: securityCode2, Source: '' };
  const answer = await client.send('OpenSessionSub', toXml({ ...login, AdministratieGUID: securityCode2 }));
  expect(errorOf(answer)).toBe('E002.5');
});

describe('GetAdministraties', () => {
  it('shows security code 2 as the guid of the administration', async () => {
    const { client } = await startHarness();
    expect(rowsOf(await client.call('GetAdministraties'), 'cAdministratie')).toEqual([
      {
        Bedrijf: 'Koppelaar Installatietechniek B.V.',
        Plaats: 'Amersfoort',
        Guid: client.credentials.securityCode2,
        StartBoekjaar: '2021-01-01',
      },
    ]);
  });

  it('may show linked ones too, or none', async () => {
    const linked = await startHarness({ quirks: { administrations: 'linked' } });
    expect(rowsOf(await linked.client.call('GetAdministraties'), 'cAdministratie')).toHaveLength(2);
    const none = await startHarness({ quirks: { administrations: 'none' } });
    expect((await none.client.call('GetAdministraties')).text).toContain('<Administraties />');
  });
});

describe('limits', () => {
  it('answers E003.1 after 5,000 calls of GetMutaties in a month, until the next', async () => {
    const { client, clock, simulator } = await startHarness();
    const filter = { cFilter: { MutatieNr: 0, MutatieNrVan: 0, MutatieNrTm: 0, Factuurnummer: '', DatumVan: '2024-01-01', DatumTm: '2025-12-31' } }; // prettier-ignore
    expect(errorOf(await client.call('GetMutaties', filter))).toBe('');
    simulator.control.books.useUpEntryCalls();
    expect(errorOf(await client.call('GetMutaties', filter))).toBe('E003.1');
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
    clock.advanceSeconds(18 * 24 * 3600);
    await client.openSession();
    expect(errorOf(await client.call('GetMutaties', filter))).toBe('E003.1');
    clock.advanceSeconds(24 * 3600);
    await client.openSession();
    expect(errorOf(await client.call('GetMutaties', filter))).toBe('');
  });

  it('may count all calls of a minute', async () => {
    const { client, clock } = await startHarness({ quirks: { callsPerMinute: '3' } });
    const codes = [];
    for (let calls = 0; calls < 3; calls += 1) codes.push(errorOf(await client.call('GetRelaties', LIST)));
    expect(codes).toEqual(['', '', 'E003.1']);
    expect(errorOf(await client.openSession())).toBe('E003.1');
    clock.advanceSeconds(60);
    expect(errorOf(await client.call('GetRelaties', LIST))).toBe('');
  });
});

it('answers a planned code as often as asked', async () => {
  const { client, simulator } = await startHarness();
  simulator.control.books.refuseNext('GetRelaties', 'E001.7', 2);
  const codes = [];
  for (let calls = 0; calls < 3; calls += 1) codes.push(errorOf(await client.call('GetRelaties', LIST)));
  expect(codes).toEqual(['E001.7', 'E001.7', '']);
});

it('keeps user name, codes and sessions out of what it records', async () => {
  const { client, simulator } = await startHarness();
  await client.openSession();
  await client.call('GetRelaties', LIST);
  await client.send(
    'GetRelaties',
    `<SessionID>${client.sessionId}</SessionID><SecurityCode2>${client.credentials.securityCode2}`,
  );
  const recorded = JSON.stringify(simulator.control.requests());
  expect(simulator.control.requests().map((request) => request.operation)).toEqual(['OpenSession', 'GetRelaties', 'GetRelaties']); // prettier-ignore
  for (const secret of [...Object.values(client.credentials), client.sessionId]) expect(recorded).not.toContain(secret);
});

it('lets a client work that knows nothing but the announced values', async () => {
  const { simulator } = await startHarness();
  expect(simulator.registration).toEqual({});
  const client = new ManualClient(simulator.endpoints.soap ?? '', simulator.credentials);
  expect(faultOf(await client.openSession())).toBe('');
  expect(rowsOf(await client.call('GetRelaties', LIST), 'cRelatie').length).toBeGreaterThan(10);
});
