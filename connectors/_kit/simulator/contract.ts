import type { Fault } from './faults';

/**
 * How a simulator of an accounting package is started. Nothing is global: several may run side by side in one process,
 * each with its own clock and books.
 */
export interface SimulatorOptions {
  /** Decides the practice books, the credentials and every "random" digit. The same seed gives the same bytes. */
  readonly seed?: number;
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** False: there is no socket, and only `fetch` of the running simulator reaches it. For simulated time. */
  readonly listen?: boolean;
  /** Wall clock, UTC milliseconds. */
  readonly now?: () => number;
  /** Waits for slow and late answers. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** JSON file that keeps the books: read when present, replaced as a whole after each write. */
  readonly booksFile?: string;
  /** Choices between behaviours that the vendor does not document; each simulator's README lists its own. */
  readonly quirks?: Readonly<Record<string, string>>;
  readonly books?: BooksSize;
  /** Opens /_simulator/ so that another process can set faults, edit the books and read the requests. */
  readonly control?: boolean;
}

/** `practice`: what the practice administration shows. `small`: a handful of rows. Or exact numbers of active rows. */
export type BooksSize = 'practice' | 'small' | { readonly customers: number; readonly articles: number };

export interface RunningSimulator<Books = unknown> {
  /** Connector id: `snelstart`. */
  readonly package: string;
  /** Origin, `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Sends to this simulator: over its socket, or in memory when it does not listen. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Base addresses under the keys of the endpoints file. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** What the office would type, under the keys of the connector's manifest. */
  readonly credentials: Readonly<Record<string, string>>;
  /** What identifies the app to the vendor, under the keys of the connector's manifest. */
  readonly registration: Readonly<Record<string, string>>;
  /** Page that shows what arrived. */
  readonly booksPage: string;
  readonly control: SimulatorControl<Books>;
  /** Stops listening, cuts open connections and waits until the books file is complete. */
  readonly close: () => Promise<void>;
}

export interface SimulatorControl<Books = unknown> {
  /** Every request to the vendor's addresses, in order of arrival. */
  readonly requests: () => readonly RecordedRequest[];
  readonly clearRequests: () => void;
  /** Adds a fault; the first one added that matches a request is used. */
  readonly fault: (fault: Fault) => void;
  readonly clearFaults: () => void;
  /** Documents that clients created, oldest first; not those the books began with. */
  readonly documents: () => readonly SimulatedDocument[];
  /** Edits "by the office", in the vendor's own terms. */
  readonly books: Books;
}

/** What came in. Never holds headers, tokens, keys or the form of a token request. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** What was asked for, where one address serves every call: the operation of a SOAP request. */
  readonly operation?: string;
  readonly query: Readonly<Record<string, string>>;
  /** Status that was sent; null when the connection was cut or left without an answer. */
  readonly status: number | null;
  readonly atMs: number;
  /** Parsed body of a write; the text when it was no JSON. */
  readonly body?: unknown;
  /** The fault that was played, if any. */
  readonly fault?: Fault['kind'];
}

export interface SimulatedLine {
  readonly articleCode: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly total: string;
}

/** A document as it stands in the simulated package. Amounts are plain decimal texts. */
export interface SimulatedDocument {
  readonly id: string;
  readonly number: string;
  /** The vendor's word: `verkooporder`, `verkooporder (Werkbon)`. */
  readonly kind: string;
  readonly customerName: string;
  readonly customerNumber: string;
  readonly description: string;
  /** The field that carries a reference of the sender (SnelStart: orderreferentie); empty when it was not used. */
  readonly reference: string;
  readonly lines: readonly SimulatedLine[];
  readonly totalExclVat: string;
  readonly totalInclVat: string | null;
  /** The whole object as the vendor would answer it. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly receivedAtMs: number;
}

/** A simulator that could not start for a reason the caller can mend. */
export class SimulatorStartError extends Error {
  constructor(
    readonly reason: 'port-in-use' | 'unknown-quirk' | 'books-file-unreadable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SimulatorStartError';
  }
}
