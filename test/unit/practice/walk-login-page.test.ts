import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSimulator } from '../../../connectors/registry';
import { createLoginReturn } from '../../../main/platform/login-return';
import { walkLoginPage } from '../../../main/practice/walk-login-page';

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((close) => close()));
});

async function server(answer: { readonly status: number; readonly location?: string }): Promise<string> {
  const made = createServer((_, response) => {
    const { status, location } = answer;
    response.writeHead(status, location === undefined ? {} : { location }).end();
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  running.push(() => new Promise((resolve) => void made.close(resolve)));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/`;
}

const VENDORS = [
  ['exact-online', '/api/oauth2/auth', { response_type: 'code' }],
  ['visma-net', '/connect/authorize', { response_type: 'code', scope: 'openid offline_access' }],
  ['billit', '/Account/Logon', {}],
] as const;

describe('a login without anybody there', () => {
  it.each(VENDORS)('comes back to this computer from the practice administration of %s', async (name, path, more) => {
    const { startSimulator, practiceQuirks } = await loadSimulator(name);
    const simulator = await startSimulator({ books: 'small', quirks: { ...practiceQuirks, consent: 'automatic' } });
    running.push(simulator.close);
    const { clientId = '', redirectUri = '' } = simulator.registration;
    const wait = await createLoginReturn(null).open(redirectUri);
    if (!wait.ok) throw new Error(wait.problem.code);
    running.push(wait.value.close);

    const page = new URL(path, simulator.endpoints.auth);
    const asked = { client_id: clientId, redirect_uri: wait.value.redirectUri, state: 'abc', ...more };
    for (const [key, value] of Object.entries(asked)) page.searchParams.set(key, value);
    await walkLoginPage(page.href);
    const answer = await wait.value.answer(AbortSignal.timeout(1_000));
    expect(answer.ok && Object.fromEntries(answer.value)).toMatchObject({
      code: expect.stringMatching(/.{16}/) as unknown,
      state: 'abc',
    });
  });

  it('is a bug when it needs a person, fails, or leads to another computer', async () => {
    await expect(walkLoginPage(await server({ status: 200 }))).rejects.toThrow('ends with 200');
    const refusing = await server({ status: 400 });
    await expect(walkLoginPage(await server({ status: 302, location: refusing }))).rejects.toThrow('ends with 400');
    const elsewhere = await server({ status: 302, location: 'https://login.example/' });
    await expect(walkLoginPage(elsewhere)).rejects.toThrow('leads to login.example');
    await expect(walkLoginPage(await server({ status: 302, location: '/' }))).rejects.toThrow('for ever');
  });
});
