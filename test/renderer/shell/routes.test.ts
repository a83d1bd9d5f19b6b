import { describe, expect, test } from 'vitest';
import { VIEWS } from '../../../preload/contract/events';
import { parseRoute, recordId, routeHash } from '../../../renderer/shell/routes';

describe('places in the app', () => {
  test.each(VIEWS)('%s survives the address', (view) => {
    expect(parseRoute(routeHash(view))).toEqual({ view, detail: null });
    expect(parseRoute(routeHash(view, 12))).toEqual({ view, detail: '12' });
  });

  test.each(['', '#', '#/', '#/onbekend/3'])('%s is the overview', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'overview', detail: null });
  });

  test('only a number opens a record', () => {
    expect(recordId(parseRoute('#/customers/12'))).toBe(12);
    expect(recordId(parseRoute('#/work-orders/new'))).toBeNull();
  });
});
