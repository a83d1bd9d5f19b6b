import { expect, it } from 'vitest';
import { authenticateClient } from './client-authentication';
import { readConsent, renderConsentPage } from './consent-page';
import { isAllowedRedirect, withParameters } from './redirect-address';
import type { SimulatorRequest } from '../http-exchange';

const REGISTERED = ['https://koppel.example/terug'];

it('lets a login go back to a registered address to the letter, and to this computer only when the vendor does', () => {
  const allowed = (address: string, loopback: 'accept' | 'refuse') => isAllowedRedirect(address, REGISTERED, loopback);
  expect(allowed('https://koppel.example/terug', 'refuse')).toBe(true);
  expect(allowed('https://koppel.example/terug/', 'accept')).toBe(false);
  expect(allowed('http://127.0.0.1:4711/terug', 'refuse')).toBe(false);
  expect(allowed('http://127.0.0.1:4711/terug', 'accept')).toBe(true);
  expect(allowed('http://127.0.0.1.evil.example/', 'accept')).toBe(false);
});

it('adds parameters to an address without losing its own', () => {
  expect(withParameters('https://koppel.example/terug?taal=nl', { code: 'a b', state: null })).toBe(
    'https://koppel.example/terug?taal=nl&code=a+b',
  );
});

it('shows text of the request as text, and gives its parameters back with the answer', () => {
  const parameters = new URLSearchParams({ client_id: 'app', state: '"><script>alert(1)</script>' });
  const page = renderConsentPage({
    vendorLabel: 'Oefenpakket',
    clientId: '<app>',
    users: [{ id: 'u1', name: 'Marijke', companyIds: ['c1'] }],
    companies: [{ id: 'c1', name: 'Koppelaar' }],
    scopes: ['lezen'],
    parameters,
  });
  expect(page.body).not.toContain('<script>alert');
  expect(page.body).toContain('&lt;app&gt;');
  for (const text of ['Toestaan', 'Weigeren', 'Marijke', 'Koppelaar']) expect(page.body).toContain(text);
  const form = new URLSearchParams({ practice_decision: 'allow', practice_user: 'u1', practice_company: 'c1' });
  expect(readConsent(form)).toEqual({ allowed: true, userId: 'u1', companyId: 'c1' });
});

it('knows a client by header or form, a public one without secret, and nobody by a wrong secret', () => {
  const clients = [
    { clientId: 'web', clientSecret: 'geheim:1' },
    { clientId: 'native', clientSecret: null },
  ];
  const ask = (form: Record<string, string>, authorization?: string): string | null => {
    const request = { headers: { authorization } } as unknown as SimulatorRequest;
    return authenticateClient(request, new URLSearchParams(form), clients)?.clientId ?? null;
  };
  expect(ask({}, `Basic ${Buffer.from('web:geheim%3A1').toString('base64')}`)).toBe('web');
  expect(ask({ client_id: 'web', client_secret: 'geheim:1' })).toBe('web');
  expect(ask({ client_id: 'web', client_secret: 'anders' })).toBeNull();
  expect(ask({ client_id: 'web' })).toBeNull();
  expect(ask({ client_id: 'native' })).toBe('native');
  expect(ask({ client_id: 'onbekend' })).toBeNull();
});
