import { describe, expect, it } from 'vitest';
import { changedAfter, segment } from './finance-api';

describe('a key in a path', () => {
  it.each([
    ['10001', '10001'],
    ['SG-GAS', 'SG-GAS'],
    ['STV-1/2', 'b64(U1RWLTEvMg)'],
    ['VMVK-3x2,5', 'b64(Vk1WSy0zeDIsNQ)'],
    ['Öz', 'b64(w5Z6)'],
    ['..', 'b64(Li4)'],
  ])('%s is %s', (id, expected) => {
    expect(segment(id)).toBe(expected);
  });
});

describe('a filter on change', () => {
  it('has both parameters or none, and at most three digits behind the second', () => {
    expect(changedAfter(null)).toEqual({});
    expect(changedAfter('2026-11-22T10:00:00.1234567')).toEqual({
      lastModifiedDateTime: '2026-11-22T10:00:00.123',
      lastModifiedDateTimeCondition: '>',
    });
  });
});
