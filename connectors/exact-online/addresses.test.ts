import { describe, expect, it } from 'vitest';
import { apiAddress, authorizeAddress, isBelowApi, tokenAddress } from './addresses';

const SITE = 'https://start.exactonline.nl';

describe('addresses of Exact Online', () => {
  it.each([SITE, `${SITE}/`, `${SITE}/api/oauth2`, `${SITE}/api/oauth2/token`, `${SITE}/api/oauth2/auth/`])(
    'login given as %s',
    (auth) => {
      expect(authorizeAddress({ auth })).toBe(`${SITE}/api/oauth2/auth`);
      expect(tokenAddress({ auth })).toBe(`${SITE}/api/oauth2/token`);
    },
  );

  it.each([SITE, `${SITE}/`, `${SITE}/api/v1`, `${SITE}/api/v1/`])('API given as %s', (api) => {
    expect(apiAddress({ api })).toBe(`${SITE}/api/v1`);
  });
});

describe('an address in an answer', () => {
  it.each([
    [`${SITE}/api/v1/123/sync/CRM/Accounts?$skiptoken=1L`, true],
    [`${SITE}/API/V1/123/crm/Accounts`, true],
    ['https://start.exactonline.be/api/v1/123/crm/Accounts', false],
    ['https://start.exactonline.nl.example/api/v1/123/crm/Accounts', false],
    ['http://start.exactonline.nl/api/v1/123/crm/Accounts', false],
    [`${SITE}/api/v12/crm/Accounts`, false],
    ['/api/v1/123/crm/Accounts', false],
  ])('%s may get the token: %s', (address, expected) => {
    expect(isBelowApi({ api: SITE }, address)).toBe(expected);
  });
});
