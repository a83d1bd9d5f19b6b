import { describe, expect, it } from 'vitest';
import { addressLine, addressOrDescription, numberOrReference } from '../../../connectors/_kit/compose-text';

const ADDRESS = { name: '', street: 'Dorpsstraat 1', postcode: '1234 AB', city: 'Ons Dorp', country: 'NL' };

describe('addressLine', () => {
  it.each([
    [ADDRESS, 'Dorpsstraat 1, 1234 AB Ons Dorp'],
    [{ ...ADDRESS, name: 'Gemeentehuis' }, 'Gemeentehuis, Dorpsstraat 1, 1234 AB Ons Dorp'],
    [{ ...ADDRESS, postcode: '' }, 'Dorpsstraat 1, Ons Dorp'],
    [{ ...ADDRESS, country: 'BE' }, 'Dorpsstraat 1, 1234 AB Ons Dorp, BE'],
    [{ ...ADDRESS, country: '' }, 'Dorpsstraat 1, 1234 AB Ons Dorp'],
    [null, ''],
  ])('of %j', (address, expected) => {
    expect(addressLine(address)).toBe(expected);
  });
});

describe('addressOrDescription', () => {
  const source = { workAddress: ADDRESS, workDescription: ' Ketel vervangen ' };
  it.each([
    ['none', ''],
    ['workAddress', 'Dorpsstraat 1, 1234 AB Ons Dorp'],
    ['workDescription', 'Ketel vervangen'],
    ['both', 'Dorpsstraat 1, 1234 AB Ons Dorp\nKetel vervangen'],
  ] as const)('%s', (choice, expected) => {
    expect(addressOrDescription(choice, source)).toBe(expected);
  });
  it('leaves no empty line when one of both is missing', () => {
    expect(addressOrDescription('both', { ...source, workAddress: null })).toBe('Ketel vervangen');
  });
});

describe('numberOrReference', () => {
  const source = { workOrderNumber: '1042', customerReference: 'PO 4711' };
  it.each([
    ['none', ''],
    ['workOrderNumber', '1042'],
    ['customerReference', 'PO 4711'],
    ['both', '1042 / PO 4711'],
  ] as const)('%s', (choice, expected) => {
    expect(numberOrReference(choice, source)).toBe(expected);
  });
  it('is the number alone when the customer gave no reference', () => {
    expect(numberOrReference('both', { ...source, customerReference: ' ' })).toBe('1042');
  });
});
