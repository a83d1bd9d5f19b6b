/**
 * What the company's code needs from outside: the platform folder implements these for the app, tests by hand-written
 * fakes. Nothing here knows Electron.
 */
import type { Administration, Connector, Secrets } from '../connectors/_kit/connector';
import type { Clock } from '../connectors/_kit/clock';
import type { ConnectorId } from '../connectors/_kit/manifest';
import type { Result } from '../connectors/_kit/result';
import type { Settings } from '../connectors/_kit/settings';
import type { AppSettings } from '../preload/contract/views';

/** Credentials of one company's link, in the keychain of the computer. */
export interface SecretStore {
  /** Writes, reads and deletes a probe, once: does the keychain work, and if not, what should the office do? */
  readonly probe: () => Promise<{ readonly available: boolean; readonly detail: string }>;
  /** All values of the link; empty when nothing is stored. Throws when the keychain cannot be reached. */
  readonly read: (link: CredentialScope) => Promise<Secrets>;
  /** Replaces all values of the link; durable when it resolves. */
  readonly write: (link: CredentialScope, secrets: Secrets) => Promise<void>;
  readonly remove: (link: CredentialScope) => Promise<void>;
}

export interface CredentialScope {
  readonly companyId: string;
  readonly package: ConnectorId;
}

/** What is remembered of the database of one company outside its data folder. */
export interface TraceOutside {
  /** Stands in the database as well; another one there means that the file came from elsewhere. */
  readonly traceId: string;
  /** How many steps the queue had written by then: a file with fewer is an older one. */
  readonly steps: number;
  readonly lastWorkOrderNumber: number;
}

/** Kept where the data folder does not go when somebody copies it. Both reject when the keychain cannot be reached. */
export interface DatabaseTraces {
  /** Null when there is none. */
  readonly read: (companyId: string) => Promise<TraceOutside | null>;
  readonly write: (companyId: string, trace: TraceOutside) => Promise<void>;
  readonly remove: (companyId: string) => Promise<void>;
}

/** How far one company is with one package; kept in the settings file, without secrets. */
export interface IntegrationRecord {
  readonly termsAcceptedAtMs: number | null;
  readonly wipedAtMs: number | null;
  readonly linkedAtMs: number | null;
  readonly administration: Administration | null;
  /** Keys of the credential and registration fields that are filled in the keychain. */
  readonly filledCredentials: readonly string[];
  readonly settings: Settings;
  /** Raised by each save; the queue notes under which version a document was built. */
  readonly settingsVersion: number;
  readonly activatedAtMs: number | null;
  readonly deactivatedAtMs: number | null;
  /** The data of the former package are taken along instead of wiped; absent when they are not. */
  readonly adoption?: { readonly settingsSaved: boolean } | undefined;
  /** The last wipe for this package that took something out; absent when none did, or when it was taken back. */
  readonly lastWipe?: LastWipe | undefined;
}

/** What is needed to take a wipe back. */
export interface LastWipe {
  /** Name of its backup in the folder of backups. */
  readonly backup: string;
  readonly atMs: number;
  /** The package that led before it; null when none ever did. */
  readonly ledBefore: ConnectorId | null;
}

/** The settings file, as far as one company is concerned. Writes are atomic and durable when they return. */
export interface CompanySettings {
  readonly integration: (id: ConnectorId) => IntegrationRecord;
  readonly putIntegration: (id: ConnectorId, record: IntegrationRecord) => void;
  /** The one active integration, or null. */
  readonly activePackage: () => ConnectorId | null;
  readonly setActivePackage: (id: ConnectorId | null) => void;
  /** The package that was active last, also when none is now: its customers and articles are the ones in Simon. */
  readonly leadingPackage: () => ConnectorId | null;
  /** For data of before that are put back: no package is active then, and this one led them. */
  readonly handBackTo: (led: ConnectorId | null) => void;
  /** Name of another company of this installation whose active integration is with this administration, or null. */
  readonly companyLinkedTo: (id: ConnectorId, administrationId: string) => string | null;
  readonly pausedByUser: () => boolean;
  readonly setPausedByUser: (paused: boolean) => void;
  readonly app: () => AppSettings;
}

/** What is kept of the guided first run between two starts of the practice administration. */
export interface KeptFirstRun {
  readonly done: readonly string[];
  readonly putAway: boolean;
  /** Ids of work orders that were blocked at some time: one of them that is booked was mended. */
  readonly blocked: readonly number[];
}

/** Loads a connector and the base addresses to use for it (its own, or those of the endpoints file). */
export interface Connectors {
  readonly ids: readonly ConnectorId[];
  readonly load: (id: ConnectorId) => Promise<Connector>;
  readonly endpoints: (id: ConnectorId) => Promise<Readonly<Record<string, string>>>;
}

/** How the answer of a vendor's login page comes back to this computer (RFC 8252 section 7). */
export interface LoginReturn {
  /** Makes ready for one answer to this address; refused when it cannot come back that way. */
  readonly open: (redirectUri: string) => Promise<Result<LoginWait>>;
}

/** One login whose answer is waited for. */
export interface LoginWait {
  /** The registered address as it goes to the vendor: with the port, where it names none (RFC 8252 section 7.3). */
  readonly redirectUri: string;
  /** Appended to the state, so that a hosted return page knows where to deliver; may be empty. */
  readonly stateTail: string;
  /**
   * The parameters that the browser came back with. Asked again, it waits for the next answer. Fails with `cancelled` or
   * `login-timed-out`.
   */
  readonly answer: (signal: AbortSignal) => Promise<Result<URLSearchParams>>;
  /** An address (or bare code) that the office pasted; false when it is none of this login. */
  readonly give: (text: string) => boolean;
  readonly close: () => Promise<void>;
}

/** Shows a login page to the person at this computer: in the system's browser, or as an address on the command line. */
export type OpenLoginPage = (url: string) => Promise<void>;

/** Sends one HTTP request through the system's proxy and trust store; the shape of the standard `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Time extends Clock {
  /**
   * Milliseconds since the computer was switched on, its sleep included, which nobody can set. Absent where there is no
   * such clock.
   */
  readonly sinceBootMs?: () => number;
  /** Resolves after `ms` milliseconds of the monotonic clock, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Prints a whole page of HTML (no scripts, no addresses) as a PDF: A4 with page numbers, fonts embedded, photos as large as
 * paper shows them; the same page gives the same bytes. Problem: `pdf-not-made` when the computer cannot.
 */
export type PdfPrinter = (html: string) => Promise<Result<Uint8Array>>;

/**
 * Prints pictures (PNG, A4) of the pages of a paper, after asking in the system's print dialog; `printed` false: the office
 * closed that. Problems: `no-printer`, `not-printed`.
 */
export type PrintPages = (job: {
  readonly name: string;
  readonly pages: readonly Uint8Array[];
}) => Promise<Result<{ readonly printed: boolean }>>;

/** Who is logged in to this computer, by the name of that account; empty: not known. */
export type UserName = () => string;

/** From 0 up to, not including, 1. */
export type Random = () => number;

/** Technical log for support: ids and counts, never documents or secrets. Redacted again at the sink. */
export interface Logger {
  readonly info: (area: string, message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (area: string, message: string, fields?: Readonly<Record<string, unknown>>) => void;
  /** Logs a bug with its stack and returns the id under which it stands in the file. */
  readonly bug: (area: string, error: unknown, fields?: Readonly<Record<string, unknown>>) => string;
}
