import { describe, expect, it } from 'vitest';
import { authorizeAddress, financeAddress, isSalesOrdersCall, salesOrdersAddress, tokenAddress } from './addresses';

describe('addresses', () => {
  it.each([
    'https://connect.visma.com',
    'https://connect.visma.com/',
    'https://connect.visma.com/connect',
    'https://connect.visma.com/connect/token',
    'https://connect.visma.com/connect/authorize',
  ])('of the login in the form %s', (auth) => {
    expect(authorizeAddress({ auth })).toBe('https://connect.visma.com/connect/authorize');
    expect(tokenAddress({ auth })).toBe('https://connect.visma.com/connect/token');
  });

  it.each([
    ['https://api.finance.visma.net', 'https://api.finance.visma.net'],
    ['https://api.finance.visma.net/', 'https://api.finance.visma.net'],
    ['https://api.finance.visma.net/v1', 'https://api.finance.visma.net'],
    ['https://api.finance.visma.net/v2/', 'https://api.finance.visma.net'],
    ['https://integration.visma.net/API/controller/api', 'https://integration.visma.net/API/controller/api'],
  ])('of the finance API: %s', (api, expected) => {
    expect(financeAddress({ api })).toBe(expected);
  });

  it.each(['https://salesorder.visma.net', 'https://salesorder.visma.net/api/', 'https://salesorder.visma.net/api/v3'])(
    'of the sales order service in the form %s',
    (salesOrders) => {
      expect(salesOrdersAddress({ salesOrders })).toBe('https://salesorder.visma.net/api/v3');
    },
  );

  it('that are missing are a bug', () => {
    expect(() => financeAddress({})).toThrow('api');
  });

  it.each([
    ['https://salesorder.visma.net/api/v3/SalesOrders/SO', true],
    ['http://127.0.0.1:4620/api/v3/SalesOrders', true],
    ['http://127.0.0.1:4620/v1/customer?name=/api/v3/', false],
    ['https://api.finance.visma.net/v2/salesorder/orderType/SO/000201/attachment', false],
  ])('%s is a call of the sales order service: %s', (url, expected) => {
    expect(isSalesOrdersCall(url)).toBe(expected);
  });
});
