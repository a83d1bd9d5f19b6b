import type { SimulatorResponse } from '../../../_kit/simulator/http-exchange';

/** Codes of the description of the sales order service (`x-visma-erp-error-codes`). */
export type ErrorCode =
  | '0001-NullNotAllowed'
  | '0002-InvalidLength'
  | '0003-InvalidValue'
  | '0004-ValueNotAllowed'
  | '0005-InvalidState'
  | '0100-OutsideValidRange'
  | '0200-LineIdDoesNotExist'
  | '1400-CustomerLookupException'
  | '1407-InvalidCustomerStatus'
  | '1408-OverrideCurrencyIdProhibited'
  | '1601-FinancialPeriodClosed'
  | '1700-WarehouseLocationNotFound'
  | '1800-InvalidLineOperation'
  | '1802-InvalidWarehouseId'
  | '1804-InventoryIdNotFound'
  | '1805-InvalidTaxCategoryId'
  | '1808-InvalidUnitOfMeasure'
  | '1900-OrderNumberSequenceNotFound'
  | '1902-SalesPersonNotFound'
  | '1904-ProjectNotFound';

export interface OrderProblem {
  readonly code: ErrorCode;
  readonly message: string;
  /** Path of the field, `customer.refNo`. */
  readonly property: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  415: 'Unsupported Media Type',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'An error occurred while processing your request.',
};

/** A problem as ASP.NET describes it (RFC 7807), called application/json. */
export function problem(status: number, detail: string | null, instance: string | null = null): SimulatorResponse {
  return describe(status, { detail, instance });
}

/** Values that the service refuses: each with its code, and by field. */
export function invalid(problems: readonly OrderProblem[], instance: string): SimulatorResponse {
  const errors: Record<string, string[]> = {};
  for (const { property, message } of problems) (errors[property] ??= []).push(message);
  return describe(400, {
    title: 'One or more validation errors occurred.',
    detail: null,
    instance,
    errors,
    details: problems.map(({ code, message, property }) => ({ code, message, parameters: { property } })),
  });
}

/** 401 and 403 have no body in the description. */
export const refused = (status: 401 | 403): SimulatorResponse => ({
  status,
  headers: status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {},
  body: '',
});

function describe(status: number, more: Readonly<Record<string, unknown>>): SimulatorResponse {
  const body = { type: `https://httpstatuses.com/${status}`, title: TITLES[status] ?? null, status, ...more };
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
