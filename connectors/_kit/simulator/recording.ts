/** What is kept of a request that came in: never headers, nor anything that holds a secret. */
import type { RecordedRequest } from './contract';
import type { FaultPlan, Fault } from './faults';
import type { SimulatorRequest } from './http-exchange';

export type OpenRecord = { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] };

/** How a vendor's requests are recorded. */
export interface RecordingRules {
  /** Paths whose bodies hold secrets. */
  readonly isSecretPath: (path: string) => boolean;
  /** Query parameters that hold secrets. */
  readonly secretQueryKeys: readonly string[];
  /** The operation that the headers ask for, at a vendor whose calls all go to one address. */
  readonly operationOf?: (headers: SimulatorRequest['headers']) => string | null;
  /** What is recorded of a body in which secrets stand among the rest. */
  readonly recordedBody?: (request: SimulatorRequest) => unknown;
}

/** A request before its body was read. */
export type ArrivedRequest = Omit<SimulatorRequest, 'body'>;

/** The requests of one simulator, and the faults that wait for them. */
export class Recording {
  private records: OpenRecord[] = [];

  constructor(
    private readonly rules: RecordingRules,
    private readonly faults: FaultPlan,
  ) {}

  /** Records a request that arrives, with the fault that it meets. */
  arrived({ method, path, query, headers, atMs }: ArrivedRequest): {
    readonly record: OpenRecord;
    readonly fault: Fault | null;
  } {
    const operation = this.rules.operationOf?.(headers) ?? undefined;
    const asked = { method, path, ...(operation === undefined ? {} : { operation }) };
    const fault = this.faults.take(asked);
    const record: OpenRecord = {
      ...asked,
      query: visibleQuery(query, this.rules.secretQueryKeys),
      status: null,
      atMs,
      ...(fault === null ? {} : { fault: fault.kind }),
    };
    this.records.push(record);
    return { record, fault };
  }

  /** Adds the body, once it was read. */
  bodyRead(record: OpenRecord, request: SimulatorRequest): void {
    if (request.method === 'GET' || this.rules.isSecretPath(request.path)) return;
    record.body = this.rules.recordedBody === undefined ? readableBody(request.body) : this.rules.recordedBody(request);
  }

  /** Those of a request that is still being answered become complete by themselves. */
  readonly requests = (): readonly RecordedRequest[] => this.records.slice();

  readonly clear = (): void => {
    this.records = [];
  };
}

export function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function visibleQuery(query: URLSearchParams, secretKeys: readonly string[]): Record<string, string> {
  const visible: Record<string, string> = {};
  for (const [key, value] of query) {
    if (!secretKeys.includes(key.toLowerCase())) visible[key] = value;
  }
  return visible;
}

function readableBody(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
