import type { SimulatorRequest, SimulatorResponse } from './http-exchange';

/** Parts of the path that the pattern names: `/relaties/{id}` gives `{ id }`. */
export type PathParameters = Readonly<Record<string, string>>;

export interface Route {
  readonly method: string;
  /** Literal parts are compared without regard to case, `{name}` takes one part. */
  readonly pattern: string;
  readonly handle: (
    request: SimulatorRequest,
    parameters: PathParameters,
  ) => SimulatorResponse | Promise<SimulatorResponse>;
}

/** Finds the route of a request; null when there is none. Routes are tried in the order given. */
export function findRoute<R extends Pick<Route, 'method' | 'pattern'>>(
  routes: readonly R[],
  method: string,
  path: string,
): { readonly route: R; readonly parameters: PathParameters } | null {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const parameters = matchParts(route.pattern.split('/'), parts);
    if (parameters !== null) return { route, parameters };
  }
  return null;
}

function matchParts(pattern: readonly string[], parts: readonly string[]): PathParameters | null {
  if (pattern.length !== parts.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = parts[index] ?? '';
    if (expected.startsWith('{')) parameters[expected.slice(1, -1)] = actual;
    else if (expected.toLowerCase() !== actual.toLowerCase()) return null;
  }
  return parameters;
}
