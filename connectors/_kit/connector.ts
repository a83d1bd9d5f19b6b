import type { Clock } from './clock';
import type { DocumentRequest, OutgoingDocument, RemoteDocument } from './document';
import type { HttpCall, HttpResponse } from './http';
import type { Manifest } from './manifest';
import type { Mark, Pulled, Resource } from './model';
import type { Problem } from './problem';
import type { Result } from './result';
import type { Choice, Settings } from './settings';
import type { Json, LocalizedText } from './text';

/** Credentials and registration values by key of the manifest. In memory only. */
export type Secrets = Readonly<Record<string, string>>;

/** A right to call the package for a while. In memory only. */
export interface Grant {
  readonly token: string;
  /** When it ends by our clock (UTC ms); null when the package does not tell. */
  readonly expiresAtMs: number | null;
}

/** Everything a connector gets from outside for a call that needs no right yet. */
export interface AuthContext {
  readonly endpoints: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Sends as it is. Network failures come back as problems, every HTTP answer as a response. */
  readonly send: (call: HttpCall) => Promise<Result<HttpResponse>>;
}

/**
 * Everything a connector gets from outside. It does not retry, sleep, renew grants, write to the database or use a
 * global fetch: the engine does.
 */
export interface ConnectorContext {
  readonly endpoints: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What `check` told about the administration when it was linked. */
  readonly administration: Administration;
  readonly settings: Settings;
  /**
   * Sends with the grant; renews it once when the package says that it ran out. Comes back with a response for every
   * HTTP answer except those that concern the whole connection (login refused, limit reached): these are problems.
   */
  readonly send: (call: HttpCall) => Promise<Result<HttpResponse>>;
}

/** The administration behind a link. */
export interface Administration {
  /** Never changes; a re-entered key that gives another id is refused. */
  readonly id: string;
  readonly name: string;
  /** Facts the connector needs at each call, e.g. price mode and number of decimals. No secrets. */
  readonly facts: Json;
}

/** A record of the package that could not be read. `externalId` is empty when not even that could be read. */
export interface ParkedRecord {
  readonly externalId: string;
  /** What people know it by: number and name, as far as they could be read. */
  readonly label: string;
  readonly problem: Problem;
}

export interface PullPage<R extends Resource> {
  readonly records: readonly Pulled<R>[];
  /** Records that could not be read; they are reported and never stop the others. */
  readonly parked: readonly ParkedRecord[];
  /** Stored in one transaction with the records. */
  readonly mark: Mark;
  /** How many records there are in all, when the package tells. */
  readonly total: number | null;
}

export interface IdPage {
  /** Ids of the records that Simon should have: present, active and selected. */
  readonly externalIds: readonly string[];
  /** How many rows the package gave, selected or not: an empty answer must never look like "everything is gone". */
  readonly rowsSeen: number;
}

/** What Controleer found. `verified: false` = the package offers no way to be sure; the texts say what was checked. */
export type SettingCheck =
  | { readonly ok: true; readonly verified: boolean; readonly detail: LocalizedText }
  | { readonly ok: false; readonly problem: Problem };

export interface Auth {
  /** Asks a new grant with what the office entered. `needs-login` when it is refused. */
  readonly obtain: (ctx: AuthContext, secrets: Secrets) => Promise<Result<Grant>>;
  /** Adds the grant to a call. */
  readonly authorize: (call: HttpCall, grant: Grant, secrets: Secrets) => HttpCall;
  /** The problem of an answer that concerns the whole connection, `expired` when a new grant may help, else null. */
  readonly connectionProblem: (response: HttpResponse) => Problem | 'expired' | null;
}

export interface Push {
  /** Pure: the exact request for a document under these settings. Used by preview and sending alike. */
  readonly toRequest: (
    document: OutgoingDocument,
    settings: Settings,
    administration: Administration,
  ) => DocumentRequest;
  /** Every document that carries the marker. Complete or a problem: an empty list means "surely not there now". */
  readonly findByMarker: (
    ctx: ConnectorContext,
    query: { readonly marker: string; readonly customerExternalId: string; readonly sentAtMs: number },
  ) => Promise<Result<readonly RemoteDocument[]>>;
  /** Sends one variant. `rejected` = surely not stored; `outcome-unknown` = look it up first. */
  readonly create: (ctx: ConnectorContext, body: Json) => Promise<Result<RemoteDocument>>;
}

export interface Connector {
  readonly manifest: Manifest;
  readonly auth: Auth;
  /** Can we work with this administration, and which one is it? Called when linking and at the start of a run. */
  readonly check: (ctx: Omit<ConnectorContext, 'administration' | 'settings'>) => Promise<Result<Administration>>;
  /** Controleer for one setting with `check: 'live'`; `ctx.settings` holds all values as they stand on screen. */
  readonly checkSetting: (ctx: ConnectorContext, key: string) => Promise<Result<SettingCheck>>;
  /** Values to pick from, for `remote-choice` settings. */
  readonly listChoices: (ctx: ConnectorContext, key: string) => Promise<Result<readonly Choice[]>>;
  /** Pages from the mark on (null = from the start), each with the mark that belongs to it. Ends after a problem. */
  readonly pull: <R extends Resource>(
    ctx: ConnectorContext,
    resource: R,
    mark: Mark | null,
  ) => AsyncIterable<Result<PullPage<R>>>;
  /** The complete set of ids, for the clean-up. Ends after a problem. */
  readonly listIds: (ctx: ConnectorContext, resource: Resource) => AsyncIterable<Result<IdPage>>;
  readonly push: Push;
}
