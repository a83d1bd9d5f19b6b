import type { Clock } from './clock';
import type { Attachment, DocumentRequest, OutgoingDocument, RemoteDocument } from './document';
import type { FindDocumentPage } from './document-page';
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
  /**
   * Values that came with it and take the place of those in the keychain, by key: a refresh token that works once. They are
   * in the keychain before the grant is used, so that no crash can lose them.
   */
  readonly keep?: Secrets;
  /**
   * What tells the administration of this login apart, where only the login knows; no secret. Comes to `check` as
   * `grantedFor`.
   */
  readonly administrationKey?: string;
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

/** What `check` gets: there is no administration yet. */
export interface CheckContext extends Omit<ConnectorContext, 'administration'> {
  /** `administrationKey` of the grant that the last call was sent with; null when it has none. */
  readonly grantedFor: () => string | null;
}

/** The administration behind a link. */
export interface Administration {
  /** Never changes; a re-entered key that gives another id is refused. */
  readonly id: string;
  readonly name: string;
  /** Facts the connector needs at each call, e.g. price mode and number of decimals. No secrets. */
  readonly facts: Json;
}

/**
 * A record of the package that could not be read. `externalId` is empty when not even that could be read: then it is told,
 * and nothing waits for it.
 */
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

/** What the vendor's login page is opened with. */
export interface LoginRequest {
  readonly endpoints: Readonly<Record<string, string>>;
  /** Values of the app registration: `clientId`, `redirectUri` and what else the manifest asks for. */
  readonly registration: Secrets;
  /** Comes back unchanged; ties the answer to this request. */
  readonly state: string;
  /** SHA-256 of the code verifier, base64url (RFC 7636, S256); left out of the address when the vendor knows no PKCE. */
  readonly codeChallenge: string;
}

/** What came back from the login page, besides the state. */
export interface LoginAnswer {
  readonly code: string;
  readonly codeVerifier: string;
}

/** Logging in on the vendor's page in the system's browser: OAuth 2.0 for a desktop app (RFC 6749 section 4.1, RFC 8252). */
export interface Login {
  /** Address of the login page. Pure. */
  readonly authorizeUrl: (request: LoginRequest) => string;
  /** Trades the code for a grant; what must be kept comes in `keep`. `needs-login` when the code is refused. */
  readonly exchange: (ctx: AuthContext, registration: Secrets, answer: LoginAnswer) => Promise<Result<Grant>>;
}

/** What an answer tells about the allowance of the manifest. */
export interface CallsLeft {
  readonly remaining: number;
  /** Milliseconds until it is filled up again. */
  readonly refilledInMs: number;
}

export interface Auth {
  /** Present when the link is made by logging in on the vendor's page (`link.kind: 'oauth'`). */
  readonly login?: Login;
  /**
   * Asks a new grant with what is in the keychain. `refused`: the grant that the package no longer takes, null when the
   * last one merely ends soon or there was none. `needs-login` when the office has to log in or enter a key again.
   */
  readonly obtain: (ctx: AuthContext, secrets: Secrets, refused: Grant | null) => Promise<Result<Grant>>;
  /** Adds the grant to a call: a header, or the place in the body that the connector left open for it. */
  readonly authorize: (call: HttpCall, grant: Grant, secrets: Secrets) => HttpCall;
  /**
   * The problem of an answer that concerns the whole connection, `expired` when a new grant may help, else null. `nowMs`
   * (UTC) is for packages that tell until when to wait instead of how long.
   */
  readonly connectionProblem: (response: HttpResponse, nowMs: number) => Problem | 'expired' | null;
  /** Present when the package tells how many calls it still takes; null when this answer does not. */
  readonly callsLeft?: (response: HttpResponse, nowMs: number) => CallsLeft | null;
}

export interface Push {
  /** Pure: the exact request for a document under these settings. Used by preview and sending alike. */
  readonly toRequest: (
    document: OutgoingDocument,
    settings: Settings,
    administration: Administration,
  ) => DocumentRequest;
  /**
   * The `extra` of a made-up article, for the example of a document before articles were pulled. Absent: `toRequest` takes
   * articles without one.
   */
  readonly exampleArticleExtra?: Json;
  /** Every document that carries the marker. Complete or a problem: an empty list means "surely not there now". */
  readonly findByMarker: (
    ctx: ConnectorContext,
    query: { readonly marker: string; readonly customerExternalId: string; readonly sentAtMs: number },
  ) => Promise<Result<readonly RemoteDocument[]>>;
  /**
   * Sends one variant. `rejected` = surely not stored; `outcome-unknown` = look it up first. `attachments` are the PDFs of
   * the document when the package takes them in this call (`attachments.how: 'in-create'`), else none. `resends`: how often
   * the office decided that what was sent before is not there and must be sent again; a key by which the package refuses
   * repeats has to be another one then.
   */
  readonly create: (
    ctx: ConnectorContext,
    body: Json,
    attachments: readonly Attachment[],
    resends?: number,
  ) => Promise<Result<RemoteDocument>>;
  /** Present when PDFs are put beside a document that is there already. */
  readonly attaching?: Attaching;
}

/** One PDF and the document it belongs to. */
export interface AttachTask {
  readonly attachment: Attachment;
  readonly remote: RemoteDocument;
  readonly document: OutgoingDocument;
  /** When the document was sent last, UTC milliseconds. */
  readonly sentAtMs: number;
}

/** Puts PDFs in the package after the document was created, each a step of its own that can be repeated. */
export interface Attaching {
  /** Whether the PDF is there whole. Complete or a problem: false means "surely not there now". */
  readonly find: (ctx: ConnectorContext, task: AttachTask) => Promise<Result<boolean>>;
  /** Puts it there, and completes what an earlier attempt left half done. `outcome-unknown` = `find` it first. */
  readonly put: (ctx: ConnectorContext, task: AttachTask) => Promise<Result<null>>;
}

export interface Connector {
  readonly manifest: Manifest;
  readonly auth: Auth;
  /**
   * Can we work with this administration, and which one is it? Called when linking, when the setting `administration`
   * changes, and at the start of a run. Where one login reaches several, that setting chooses; while it is empty, the one
   * that the login itself stands for.
   */
  readonly check: (ctx: CheckContext) => Promise<Result<Administration>>;
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
  /** Left out: no page of a document is known, and its app opens at the first page (`endpoints.web` of the manifest). */
  readonly documentPage?: FindDocumentPage;
}
