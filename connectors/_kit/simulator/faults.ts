/** Which requests a fault is for. Requests to the books page and to /_simulator/ are never touched. */
export interface FaultMatch {
  readonly method?: string;
  /** A text that the path holds (`/verkooporders`), or a pattern for it. Absent: every path. */
  readonly path?: RegExp | string;
  /** The operation asked for, at a vendor whose calls all go to one address (SOAP). Absent: every operation. */
  readonly operation?: string;
  /** 1 (default) = the first matching request after the fault was set, 2 = the one after it... */
  readonly nth?: number;
  /** How many matching requests in a row from there on; default 1. */
  readonly times?: number;
}

/**
 * One way in which a request can go wrong.
 *
 * Nothing is answered:
 * - `refuse`                the connection is cut and the port is closed until the faults are cleared or `delayMs` is over
 * - `reset-before`          the connection is reset before the request was read
 * - `reset-after-commit`    the request was carried out, then the connection is reset
 * - `timeout-before`        the request is never carried out and the connection stays open
 * - `timeout-after-commit`  the request was carried out and the connection stays open
 * - `late-commit`           the request is carried out after `delayMs`, whether or not the client still waits
 *
 * Another answer than the real one (`status`, `body`, `headers`, `retryAfterSeconds` choose it):
 * - `status`                that status, e.g. 500, 503, 301
 * - `rate-limited`          429
 * - `html`                  200 with a web page, as the log-in page of a hotel or company network
 *
 * The real answer, damaged:
 * - `slow`                  starts after `delayMs`, and comes in pieces of one byte when `byteIntervalMs` is given
 * - `truncated`             fewer bytes than Content-Length said, then the connection is cut
 * - `truncated-chunked`     the same for a chunked answer
 * - `truncated-headers`     cut in the middle of the headers
 * - `wrong-content-type`    the right content, called text/html
 * - `empty`                 the right status with no body (`status: 204` for that status)
 * - `bad-json`              half of the JSON or XML, as a complete answer
 * - `wrong-shape`           well-formed JSON or XML of another shape
 * - `bad-gzip`              called gzip, but it is not
 * - `byte-order-mark`       preceded by a UTF-8 byte order mark
 * - `wrong-charset`         in ISO 8859-1, called UTF-8
 * - `huge`                  filled up with spaces to `bodyBytes`
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export const FAULT_KINDS = [
  'refuse',
  'reset-before',
  'reset-after-commit',
  'timeout-before',
  'timeout-after-commit',
  'late-commit',
  'status',
  'rate-limited',
  'html',
  'slow',
  'truncated',
  'truncated-chunked',
  'truncated-headers',
  'wrong-content-type',
  'empty',
  'bad-json',
  'wrong-shape',
  'bad-gzip',
  'byte-order-mark',
  'wrong-charset',
  'huge',
] as const;

export interface Fault {
  readonly match: FaultMatch;
  readonly kind: FaultKind;
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Adds Retry-After; with `retryAfterAsDate` in its HTTP-date form. */
  readonly retryAfterSeconds?: number;
  readonly retryAfterAsDate?: boolean;
  /** Whether the request is carried out all the same. Default: yes where the real answer is damaged, else no. */
  readonly afterCommit?: boolean;
  readonly delayMs?: number;
  readonly byteIntervalMs?: number;
  readonly bodyBytes?: number;
}

const CARRIED_OUT_BY_DEFAULT: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'reset-after-commit',
  'timeout-after-commit',
  'late-commit',
  'slow',
  'truncated',
  'truncated-chunked',
  'truncated-headers',
  'wrong-content-type',
  'empty',
  'bad-json',
  'wrong-shape',
  'bad-gzip',
  'byte-order-mark',
  'wrong-charset',
  'huge',
]);

/** Whether the simulated package carries the request out although the client sees a fault. */
export const isCarriedOut = (fault: Fault): boolean => fault.afterCommit ?? CARRIED_OUT_BY_DEFAULT.has(fault.kind);

/** What is known of a request before its body was read. */
export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  readonly operation?: string;
}

/** The faults that wait for their request; also those that are not the simulator's to play (`Planned`). */
export class FaultPlan<Planned extends { readonly match: FaultMatch } = Fault> {
  private entries: { readonly fault: Planned; seen: number }[] = [];

  add(fault: Planned): void {
    this.entries.push({ fault, seen: 0 });
  }

  clear(): void {
    this.entries = [];
  }

  /** The fault for this request. Every fault that matches counts the request, the first one that is due is played. */
  take(request: AskedRequest): Planned | null {
    let due: Planned | null = null;
    for (const entry of this.entries) {
      if (!matches(entry.fault.match, request)) continue;
      entry.seen += 1;
      const first = entry.fault.match.nth ?? 1;
      const last = first + (entry.fault.match.times ?? 1) - 1;
      if (due === null && entry.seen >= first && entry.seen <= last) due = entry.fault;
    }
    return due;
  }
}

function matches(match: FaultMatch, { method, path, operation }: AskedRequest): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.operation !== undefined && match.operation !== operation) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? path.includes(match.path) : match.path.test(path);
}
