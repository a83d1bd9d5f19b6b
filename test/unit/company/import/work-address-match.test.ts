import { describe, expect, it } from 'vitest';
import { matchWorkAddress } from '../../../../main/company/import/work-address-match';

const at = (street: string, postcode: string, city: string, name = '') => ({
  name,
  street,
  postcode,
  city,
  country: 'NL',
});
const village = at('Dorpsstraat 1', '1234 AB', 'Utrecht');
const castle = at('Slotlaan 5', '3701 GA', 'Zeist', 'Slot Zeist');
const sameStreet = at('Dorpsstraat 1', '9999 ZZ', 'Groningen');

describe('the work address that a file means', () => {
  it.each([
    ['Dorpsstraat 1, 1234 AB Utrecht', village],
    ['dorpsstraat 1 1234ab  utrecht', village],
    ['Slot Zeist, Slotlaan 5, 3701 GA Zeist', castle],
    ['Slotlaan 5, 3701 GA Zeist', castle],
    ['Slotlaan 5', castle],
    [{ ...castle, name: '', postcode: '3701ga' }, castle],
  ])('%#: is found however it is written', (given, expected) => {
    expect(matchWorkAddress(given, [village, castle])).toEqual({ ok: true, value: { found: expected } });
  });

  it('is not guessed when a street stands twice', () => {
    expect(matchWorkAddress('Dorpsstraat 1', [village, sameStreet])).toMatchObject({
      ok: false,
      problem: { code: 'import-address-ambiguous', params: { address: 'Dorpsstraat 1' } },
    });
  });

  it.each([
    ['Kerkweg 7a, 3512 jk Bilthoven', { street: 'Kerkweg 7a', postcode: '3512 JK', city: 'Bilthoven' }],
    ['Grote Markt 1, bus 2, 2000 Antwerpen', { street: 'Grote Markt 1, bus 2', postcode: '2000', city: 'Antwerpen' }],
    ['Achter de kerk', { street: 'Achter de kerk', postcode: '', city: '' }],
  ])('%#: becomes a new one otherwise', (given, expected) => {
    expect(matchWorkAddress(given, [village])).toEqual({
      ok: true,
      value: { added: { name: '', country: '', ...expected } },
    });
  });
});
