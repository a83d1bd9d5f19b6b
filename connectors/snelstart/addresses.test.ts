import { describe, expect, it } from 'vitest';
import { apiAddress, tokenAddress } from './addresses';

const withAuth = (auth: string) => tokenAddress({ auth });
const withApi = (api: string) => apiAddress({ api });

describe('addresses of SnelStart', () => {
  it.each([
    'https://auth.snelstart.nl',
    'https://auth.snelstart.nl/',
    'https://auth.snelstart.nl/b2b',
    'https://auth.snelstart.nl/b2b/token',
  ])('finds the token service at %s', (auth) => expect(withAuth(auth)).toBe('https://auth.snelstart.nl/b2b/token'));

  it.each(['https://b2bapi.snelstart.nl', 'https://b2bapi.snelstart.nl/v2', 'https://b2bapi.snelstart.nl/v2/'])(
    'finds version 2 of the API at %s',
    (api) => expect(withApi(api)).toBe('https://b2bapi.snelstart.nl/v2'),
  );

  it('keeps a path of its own, as behind a gateway', () => {
    expect(withApi('http://127.0.0.1:9000/snelstart/v2')).toBe('http://127.0.0.1:9000/snelstart/v2');
  });
});
