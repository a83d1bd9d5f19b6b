import { expect, it } from 'vitest';
import { mainWorkAddress } from './work-address';

const NOWHERE = { name: 'Café Zoë', street: '', postcode: '', city: '', country: 'NL' };

it('is made of an address of which something is filled in', () => {
  const address = { ...NOWHERE, city: 'Amersfoort' };
  expect(mainWorkAddress(address)).toEqual([{ kind: 'main', key: '', ...address }]);
});

it('is not made of a name and a country', () => {
  expect(mainWorkAddress(NOWHERE)).toEqual([]);
});
