import { expect, it } from 'vitest';
import { baseAddress, isOrigin } from './base-address';

it('has no slash at its end', () => {
  expect(baseAddress({ api: 'https://b2bapi.snelstart.nl/v2//' }, 'api')).toBe('https://b2bapi.snelstart.nl/v2');
});

it('that no manifest names is a bug', () => {
  expect(() => baseAddress({ api: 'https://b2bapi.snelstart.nl' }, 'auth')).toThrow('auth');
});

it.each([
  ['https://api.billit.be', true],
  ['http://127.0.0.1:4100/', true],
  ['https://api.billit.be/v1', false],
])('%s is a host alone: %s', (address, expected) => {
  expect(isOrigin(address)).toBe(expected);
});
