import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../../_kit/simulator/http-exchange';
import type { PathParameters, Route } from '../../../_kit/simulator/router';
import type { Access, AccessControl, FinanceRight } from '../access';
import type { Gateway } from '../gateway';
import type { Quirks } from '../quirks';
import type { WireTimes } from '../wire-times';
import type { BackgroundCalls } from './background';
import type { FinanceProblems } from './problems';

export interface FinanceApiOptions {
  readonly access: AccessControl;
  readonly gateway: Gateway;
  readonly background: BackgroundCalls;
  readonly problems: FinanceProblems;
  readonly quirks: Quirks;
  readonly times: WireTimes;
  readonly now: () => number;
  readonly newId: () => string;
  /** Resolves when a change of the books is safe. */
  readonly saved: () => Promise<void>;
  /** Last change to an object on its way out, for tests of records that cannot be read. */
  readonly finish: (key: string, json: Record<string, unknown>) => Record<string, unknown>;
}

export type FinanceAnswer = SimulatorResponse | Promise<SimulatorResponse>;
export type Handle = (request: SimulatorRequest, access: Access, parameters: PathParameters) => FinanceAnswer;

/** An address of the finance API, with the right that a token needs for it. */
export interface FinanceRoute extends Pick<Route, 'method' | 'pattern'> {
  readonly right: FinanceRight;
  readonly handle: Handle;
}

const RIGHTS = { GET: 'read', POST: 'create', PUT: 'update', DELETE: 'delete' } as const;

export const route = (method: keyof typeof RIGHTS, pattern: string, handle: Handle): FinanceRoute => ({
  method,
  pattern,
  right: RIGHTS[method],
  handle,
});

/** The base that the finance API had before; Location may still hold it. Page "Change base URL". */
const OLD_BASE_ADDRESS = 'https://integration.visma.net/API/controller/api';

/** One row, or 404. */
export const one = <Row>(
  row: Row | undefined,
  view: (row: Row) => Record<string, unknown>,
  what: string,
  problems: FinanceProblems,
): SimulatorResponse => (row === undefined ? problems.notFound(`'${what}'`) : jsonResponse(200, view(row)));

/** 201 without a body: the number is the last part of Location, on this host or still on the old one. */
export function created(
  request: SimulatorRequest,
  path: string,
  quirks: Pick<Quirks, 'locationHost'>,
): SimulatorResponse {
  const origin = quirks.locationHost === 'old' ? OLD_BASE_ADDRESS : `http://${request.headers.host ?? ''}`;
  return { ...emptyResponse(201), headers: { location: origin + path } };
}
