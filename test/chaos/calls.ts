/** The kinds of calls that a package gets from Simon, told apart by what a simulator sees of a request. */
import type { AskedRequest, FaultMatch } from '../../connectors/_kit/simulator/faults';

export const CALLS = ['pull', 'create', 'look-up', 'renewal', 'attachment'] as const;
export type Call = (typeof CALLS)[number];

/** How the requests of each kind look at one package; none where it has no such call. */
export type Calls = Readonly<Record<Call, readonly Pick<FaultMatch, 'method' | 'path' | 'operation'>[]>>;

/** Which kind a request is of; null = another one, as reading settings. */
export const callOf = (calls: Calls, request: AskedRequest): Call | null =>
  CALLS.find((call) => calls[call].some((match) => isMatch(match, request))) ?? null;

function isMatch({ method, path, operation }: Calls[Call][number], request: AskedRequest): boolean {
  if (method !== undefined && method !== request.method) return false;
  if (operation !== undefined && operation !== request.operation) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? request.path.includes(path) : path.test(request.path);
}
