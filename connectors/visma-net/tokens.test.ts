import { describe, expect, it } from 'vitest';
import { joinTokens, splitTokens, tenantOf } from './tokens';

const jwt = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

describe('tokens of a grant', () => {
  it.each([
    { login: 'een', service: 'twee' },
    { login: 'een', service: null },
  ])('%j come back as they were', (tokens) => {
    expect(splitTokens(joinTokens(tokens))).toEqual(tokens);
  });

  it('a token that stands alone is that of the login', () => {
    expect(splitTokens('eyJhbGciOi.x.y')).toEqual({ login: 'eyJhbGciOi.x.y', service: null });
  });
});

describe('company of a login', () => {
  it('stands in its token', () => {
    expect(tenantOf(jwt({ tenant_id: '6f9619ff-8b86-d011-b42d-00cf4fc964ff', name: 'Zoë?>' }))).toBe(
      '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
    );
  });

  it.each(['', 'geen-jwt', 'a.b.c', jwt({ sub: 'm.bakker' }), jwt({ tenant_id: 7 })])('is not known of %j', (token) => {
    expect(tenantOf(token)).toBeNull();
  });
});
