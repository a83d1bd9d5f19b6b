/** A request as a simulated package sees it: read to its end, nothing interpreted yet. */
export interface SimulatorRequest {
  readonly method: string;
  /** Decoded path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly atMs: number;
}

export interface SimulatorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A body that is no text: sent in place of `body`. */
  readonly bytes?: Buffer;
  /** Called once the client has the answer, or is gone. */
  readonly onClosed?: () => void;
}

export type SimulatorHandler = (request: SimulatorRequest) => SimulatorResponse | Promise<SimulatorResponse>;

/** A JSON answer as ASP.NET sends it. */
export const jsonResponse = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SimulatorResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const emptyResponse = (status: number): SimulatorResponse => ({ status, headers: {}, body: '' });
