/**
 * The addresses of Visma.net. The endpoints file may name them as the vendor's pages do (with a version or a whole token
 * address) or as a bare origin; both mean the same.
 */
import { baseAddress } from '../_kit/base-address';

type Endpoints = Readonly<Record<string, string>>;

/** Login page of Visma Connect: `https://connect.visma.com/connect/authorize`. */
export const authorizeAddress = (endpoints: Endpoints): string => `${connectAddress(endpoints)}/authorize`;

/** Token service of Visma Connect: `https://connect.visma.com/connect/token`. */
export const tokenAddress = (endpoints: Endpoints): string => `${connectAddress(endpoints)}/token`;

/** Finance API without a version, which is part of each path: `https://api.finance.visma.net`. */
export const financeAddress = (endpoints: Endpoints): string => baseAddress(endpoints, 'api').replace(/\/v[12]$/i, '');

/** Sales order service with its version: `https://salesorder.visma.net/api/v3`. */
export const salesOrdersAddress = (endpoints: Endpoints): string =>
  `${baseAddress(endpoints, 'salesOrders').replace(/\/api(\/v3)?$/i, '')}/api/v3`;

/** Whether a call goes to the sales order service, which takes a token of its own. */
export const isSalesOrdersCall = (url: string): boolean => new URL(url).pathname.includes('/api/v3/');

const connectAddress = (endpoints: Endpoints): string =>
  `${baseAddress(endpoints, 'auth').replace(/\/connect(\/(authorize|token))?$/i, '')}/connect`;
