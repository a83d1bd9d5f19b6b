import { describe, expect, test } from 'vitest';
import { neighbour, type ListOrder } from '../../../../renderer/views/work-orders/neighbour';
import { installFakeApp } from '../../fake/show-app';

const ALL: ListOrder = { search: '', sort: { key: 'number', descending: false }, filter: {} };

describe('the work order beside one', () => {
  test('is the next or the previous of the list', async () => {
    installFakeApp({ rows: 20 });
    expect([await neighbour(5, 1, ALL), await neighbour(5, -1, ALL)]).toEqual([6, 4]);
  });

  test('is none at the ends of the list', async () => {
    installFakeApp({ rows: 20 });
    expect([await neighbour(20, 1, ALL), await neighbour(1, -1, ALL)]).toEqual([null, null]);
  });

  test('is found across what is read at a time', async () => {
    installFakeApp({ rows: 1_200 });
    expect([await neighbour(500, 1, ALL), await neighbour(501, -1, ALL)]).toEqual([501, 500]);
    expect(await neighbour(1_000, 1, ALL)).toBe(1_001);
  });

  test('of one that left the list, as by reporting it ready, is that among all of them', async () => {
    installFakeApp({ rows: 20 });
    // Every third one is planned: 2, 5, 8.
    const planned: ListOrder = { ...ALL, filter: { status: 'planned' } };
    expect([await neighbour(5, 1, planned), await neighbour(4, 1, planned)]).toEqual([8, 5]);
  });
});
