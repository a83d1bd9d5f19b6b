/**
 * What the screens show: plain data that the store reads, main sends and the renderer draws.
 * Times are UTC milliseconds (`...AtMs`), days are `YYYY-MM-DD`, money and quantities are decimal texts.
 */
import type { DecimalString } from '../../connectors/_kit/decimal';
import type { AttachmentKind, DocumentRequest, OutgoingDocument } from '../../connectors/_kit/document';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Address, PulledWorkAddress, Resource } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import type { LocalizedText } from '../../connectors/_kit/text';
import type { AppSettings } from './app-settings';
import type { FormAnswers, FormVersion } from './custom-forms';
import type { LogPlace } from './log-place';
import type { DeliveryStep, FoundDocument } from './delivery-steps';
import type { WorkOrderSignature } from './work-order-signature';
import type { MadeFrom } from './work-order-templates';

/** One window of a list: `rows` are those from `offset` on, `total` is how many there are in all. */
export interface ListPage<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** Where a customer, article or work address came from. Those made in Simon are removed by the clean-up (addresses excepted). */
export type Origin = 'package' | 'simon';

// --- customers and articles -----------------------------------------------------------------------------------------

export interface CustomerRow {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly origin: Origin;
  readonly active: boolean;
}

export interface WorkAddressRow extends Address {
  readonly id: number;
  readonly customerId: number;
  readonly kind: PulledWorkAddress['kind'] | 'own';
  readonly origin: Origin;
}

/** Customers to choose from; `recent` only when nothing was typed. */
export interface CustomersToChoose {
  /** Those of the last work orders, the last one first. */
  readonly recent: readonly CustomerRow[];
  readonly others: readonly CustomerRow[];
}

export interface CustomerDetail extends CustomerRow {
  readonly country: string;
  readonly email: string;
  readonly vatNumber: string;
  readonly chamberOfCommerceNumber: string;
  readonly workAddresses: readonly WorkAddressRow[];
  readonly openWorkOrders: number;
}

export interface ArticleRow {
  readonly id: number;
  readonly code: string;
  readonly description: string;
  readonly groupName: string;
  readonly unit: string;
  readonly unitPrice: DecimalString | null;
  readonly vatRate: DecimalString | null;
  readonly origin: Origin;
  readonly active: boolean;
}

export interface EmployeeRow {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
}

// --- work orders ----------------------------------------------------------------------------------------------------

/** planned -> ready (reported ready) -> archived. A work order without a planned moment is `planned` as well. */
export type WorkOrderStatus = 'planned' | 'ready' | 'archived';
export type TimeKind = 'work' | 'travel';

export interface WorkOrderRow {
  readonly id: number;
  readonly number: string;
  readonly status: WorkOrderStatus;
  readonly customerId: number | null;
  readonly customerName: string;
  readonly workAddressText: string;
  readonly description: string;
  readonly employeeName: string;
  readonly plannedStartAtMs: number | null;
  readonly workMinutes: number;
  readonly travelMinutes: number;
  /** State in the queue, once archived. */
  readonly delivery: DeliveryState | null;
  readonly documentNumber: string | null;
}

export interface TimeEntry {
  readonly employeeId: number | null;
  readonly kind: TimeKind;
  readonly date: string;
  /**
   * When it began, in minutes since midnight on the clock of the office, on `date`; null when only the duration is known. It
   * ended `minutes` later, on the next day when that is past midnight.
   */
  readonly startMinute: number | null;
  readonly minutes: number;
  readonly note: string;
}

/** Time that an employee booked on another work order. */
export interface TimeElsewhere extends Pick<TimeEntry, 'date' | 'startMinute' | 'minutes'> {
  readonly employeeId: number;
  /** Its number. */
  readonly workOrder: string;
}

export interface WorkOrderArticle {
  readonly articleId: number;
  readonly quantity: DecimalString;
  /** Excl. VAT; null = the article's own price. */
  readonly unitPrice: DecimalString | null;
  /** Null = the article's own description. */
  readonly description: string | null;
}

/** A form whose questions were typed with the answers: one that was imported, or that belongs to no design. */
export interface FreeForm {
  readonly formVersionId?: undefined;
  readonly title: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

/** A form that the office designed, with the questions of the version that it was added with. */
export interface DesignedForm {
  readonly formVersionId: number;
  readonly title: string;
  readonly answers: FormAnswers;
}

export type WorkOrderForm = FreeForm | DesignedForm;

/** What can be changed on a work order, saved as a whole. */
export interface WorkOrderDraft {
  readonly customerId: number | null;
  readonly workAddressId: number | null;
  readonly description: string;
  readonly customerReference: string;
  readonly notes: string;
  readonly employeeId: number | null;
  readonly plannedStartAtMs: number | null;
  readonly plannedEndAtMs: number | null;
  readonly times: readonly TimeEntry[];
  readonly articles: readonly WorkOrderArticle[];
  readonly forms: readonly WorkOrderForm[];
}

export interface WorkOrderDetail extends WorkOrderDraft {
  readonly id: number;
  readonly number: string;
  readonly status: WorkOrderStatus;
  /** Raised by every save; a save names the one it read, so that nobody's change is overwritten unseen. */
  readonly version: number;
  readonly customer: CustomerRow | null;
  readonly workAddress: WorkAddressRow | null;
  /** The articles of `articles`, by id, as they stand now. */
  readonly articleRows: readonly ArticleRow[];
  /** The versions that `forms` were filled in with. */
  readonly formVersions: readonly FormVersion[];
  /** Of the customer, under the work order as a whole; null: not signed. */
  readonly signature: WorkOrderSignature | null;
  readonly createdAtMs: number;
  readonly reportedReadyAtMs: number | null;
  readonly archivedAtMs: number | null;
  /** Number of the order or quote it was made from. */
  readonly sourceNumber: string | null;
  /** Null: made from nothing. */
  readonly madeFrom: MadeFrom | null;
  /** The entry of the queue that tells of its newest document, its own or one that it shares. */
  readonly queueEntryId: number | null;
  /** Since when the office wants a further document of it, UTC ms; null = it does not. */
  readonly chosenAgainAtMs: number | null;
}

// --- planning -------------------------------------------------------------------------------------------------------

/** Who does a work order, and when. Without a start there is no end. */
export interface WorkOrderPlan {
  readonly employeeId: number | null;
  readonly plannedStartAtMs: number | null;
  /** Null with a start: taken to last `OPEN_END_MS`. */
  readonly plannedEndAtMs: number | null;
}

/** A work order as the planning board shows it. */
export interface PlanningRow extends WorkOrderPlan {
  readonly id: number;
  readonly number: string;
  readonly status: WorkOrderStatus;
  /** See `WorkOrderDetail`. */
  readonly version: number;
  readonly customerName: string;
  /** Town of the work address, else of the customer. */
  readonly city: string;
  readonly description: string;
}

/** One that has a moment. */
export interface PlannedWorkOrder extends PlanningRow {
  readonly plannedStartAtMs: number;
}

// --- archive queue --------------------------------------------------------------------------------------------------

/**
 * waiting -> sending -> booked. `unsure`: sent, but the outcome is not known yet (being looked up, or `held` for the office).
 * `blocked`: surely not stored, the office must act. `skipped`: held back by the filter word. `withdrawn`: taken back before it was ever sent.
 */
export type DeliveryState = 'waiting' | 'sending' | 'unsure' | 'booked' | 'skipped' | 'blocked' | 'withdrawn';

/** waiting -> sending -> done. `unsure`: sent, and being looked up. `held`: the office must act; then it is sent again. */
export type PdfState = 'waiting' | 'sending' | 'unsure' | 'done' | 'held';

/** A PDF that goes along with a document. */
export interface PdfRow {
  readonly kind: AttachmentKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: PdfState;
  readonly attempts: number;
  readonly nextAttemptAtMs: number | null;
  readonly problem: Problem | null;
  readonly doneAtMs: number | null;
}

/** A work order as another record names it. */
export interface WorkOrderName {
  readonly id: number;
  readonly number: string;
}

export interface QueueRow {
  readonly id: number;
  /** Of several on one document, the leading one. */
  readonly workOrderId: number;
  readonly workOrderNumber: string;
  /** The others on the same document. */
  readonly together: readonly WorkOrderName[];
  /** 1 for the first document of a work order; higher when the office chose a further one. */
  readonly revision: number;
  readonly customerName: string;
  /** What was done, as the work order says it. */
  readonly description: string;
  readonly state: DeliveryState;
  /** True when an unsure entry waits for the office's answer. */
  readonly held: boolean;
  /** False: an earlier attempt had no certain outcome, so that its document is never made of other content from the queue. */
  readonly mayChange: boolean;
  readonly problem: Problem | null;
  readonly attempts: number;
  readonly nextAttemptAtMs: number | null;
  readonly archivedAtMs: number;
  readonly documentNumber: string | null;
  readonly totalExclVat: DecimalString | null;
  /** Once they were made, just before the document is sent. */
  readonly pdfs: readonly PdfRow[];
}

/** A document as it was sent, word for word, also when the package refused it and it was made anew. */
export interface SentDocument {
  /** SHA-256 of the request, as the steps name it. */
  readonly requestSha256: string;
  readonly package: ConnectorId;
  readonly settingsVersion: number;
  readonly firstSentAtMs: number;
  readonly document: OutgoingDocument;
  readonly request: DocumentRequest;
}

export interface QueueDetail extends QueueRow {
  readonly package: ConnectorId | null;
  readonly marker: string;
  readonly settingsVersion: number | null;
  readonly document: OutgoingDocument | null;
  readonly request: DocumentRequest | null;
  readonly externalId: string | null;
  /** When it was sent last; null = never. */
  readonly sentAtMs: number | null;
  /** What the office may choose from when it is asked which document is that of the work order. */
  readonly candidates: readonly FoundDocument[];
  readonly sentDocuments: readonly SentDocument[];
  readonly steps: readonly DeliveryStep[];
}

/** What would be sent for a work order as it stands, or why nothing would be. */
export type DocumentPreview =
  | {
      readonly kind: 'document';
      readonly document: OutgoingDocument;
      readonly request: DocumentRequest;
      /** Names of the PDFs that go along. */
      readonly pdfFileNames: readonly string[];
    }
  | { readonly kind: 'skipped'; readonly reason: Problem }
  | { readonly kind: 'blocked'; readonly problems: readonly Problem[] };

// --- log and runs ---------------------------------------------------------------------------------------------------

/** approval = goedkeuring. */
export type LogLevel = 'approval' | 'info' | 'warning' | 'error';
/** What a message is about; `link` is the link itself. */
export type LogTable = 'workOrder' | 'customer' | 'workAddress' | 'article' | 'articleGroup' | 'link';

export interface LogRow {
  readonly id: number;
  /** First and last time of the same message; equal unless it was repeated. */
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly count: number;
  readonly level: LogLevel;
  readonly table: LogTable;
  /** Local id of the record, when it can be opened. */
  readonly recordId: number | null;
  /** How people know the record: number and name. */
  readonly record: string;
  readonly message: LocalizedText;
  readonly action: LocalizedText | null;
  /** The run in which it came last. */
  readonly runId: number | null;
  /** Where the office acts on it; null: at the record, if that can be opened. */
  readonly place: LogPlace | null;
}

/** One of the times that a message came. */
export interface LogMoment {
  readonly atMs: number;
  readonly runId: number | null;
}

/** A message that asks the office for something. */
export interface AttentionRow extends LogRow {
  /** Only mending ends it: a blocked work order stays, whoever has seen it. */
  readonly untilMended: boolean;
}

export interface LogFilter {
  readonly levels?: readonly LogLevel[];
  readonly tables?: readonly LogTable[];
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly text?: string;
  /** Only messages of this run. */
  readonly runId?: number;
}

export type RunResult = 'finished' | 'partial' | 'failed' | 'cancelled';
export type RunTrigger = 'schedule' | 'manual' | 'first' | 'command' | 'archive';

/** Why a run of the schedule came when it did, unless its interval was over: the app started, or the computer woke up. */
export type RunOccasion = 'start' | 'wake';

export interface RunCounts {
  readonly read: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly parked: number;
}

export interface RunRow {
  readonly id: number;
  /** Null for runs of older versions, which did not keep it. */
  readonly package: ConnectorId | null;
  readonly trigger: RunTrigger;
  readonly occasion: RunOccasion | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly result: RunResult | null;
  readonly calls: number;
  readonly resources: readonly {
    readonly resource: Resource;
    readonly counts: RunCounts;
    readonly problem: Problem | null;
  }[];
  readonly documents: {
    readonly booked: number;
    readonly skipped: number;
    readonly blocked: number;
    readonly unsure: number;
  };
  readonly problem: Problem | null;
}

export interface MarkRow {
  readonly resource: Resource;
  readonly highWater: string | null;
  readonly updatedAtMs: number;
  readonly complete: boolean;
}

// --- integration ----------------------------------------------------------------------------------------------------

/** How far the office is with one package. The wizard opens at the first step that is not done. */
export interface IntegrationStage {
  readonly package: ConnectorId;
  readonly state: 'available' | 'activating' | 'active' | 'deactivated';
  readonly termsAcceptedAtMs: number | null;
  readonly wipedAtMs: number | null;
  readonly linkedAtMs: number | null;
  readonly administrationName: string | null;
  readonly activatedAtMs: number | null;
  readonly deactivatedAtMs: number | null;
  /** Settings as saved; defaults for what was never saved. */
  readonly settings: Settings;
  readonly settingsVersion: number;
  /** Which credential and registration fields are filled in the keychain; never their values. */
  readonly filledCredentials: readonly string[];
  /** Null when the link is no login, or when nobody logged in yet. */
  readonly login: LoginFacts | null;
  /** The data of the former package are taken along instead of wiped; null when they are not. */
  readonly adoption: { readonly settingsSaved: boolean } | null;
  /** It was deactivated and nothing stands in the way of going on with the data, the link and the settings of then. */
  readonly canGoOn: boolean;
  /** The backup of its last wipe, for as long as nothing was archived since. */
  readonly wipeBackup: WipeBackup | null;
}

/** What a wipe can be taken back with. */
export interface WipeBackup {
  /** As it stands in the list of backups. */
  readonly name: string;
  readonly wipedAtMs: number;
}

/** A login at a package, as far as the office should know. */
export interface LoginFacts {
  readonly sinceMs: number;
  /** When it ends unless it is used before; null when no end is known. */
  readonly endsAtMs: number | null;
  /** How sure the end, or that there is none, is: by the vendor's own words, by those of others, or not at all. */
  readonly certainty: 'documented' | 'reported' | 'unknown';
}

/** A login that ends within a week, because Simon does not use it. */
export interface LoginEnd {
  readonly package: ConnectorId;
  readonly label: string;
  readonly endsAtMs: number;
  readonly why: 'paused' | 'deactivated' | 'not-used';
  /** When it was told in the log; null = not yet. */
  readonly toldAtMs: number | null;
}

export type WipePart = 'customers' | 'articles' | 'workOrders' | 'log';

export interface WipePreview {
  /** The first activation must empty everything; a later one lets the office choose. */
  readonly everythingRequired: boolean;
  /** Data of another package are here that can be taken along instead. */
  readonly canAdopt: boolean;
  readonly counts: Readonly<Record<WipePart, number>>;
  /** Work orders archived but not booked yet: they would be lost. */
  readonly undelivered: number;
  /** PDFs of booked work orders that are not in the package for certain: they would not be sent any more. */
  readonly unsentPdfs: number;
}

export interface WipeOutcome {
  /** Null: there was nothing to wipe. */
  readonly backupFile: string | null;
  readonly removed: Readonly<Record<WipePart, number>>;
}

export type ConnectionState = 'not-linked' | 'idle' | 'busy' | 'paused' | 'offline' | 'needs-login' | 'attention';

/** The calls that a package still takes in this hour or day. */
export interface AllowanceStatus {
  readonly left: number;
  readonly per: 'hour' | 'day';
  /** When it is filled up again, or begins to be. */
  readonly refilledAtMs: number;
  /** What is left is kept for deliveries: nothing is pulled until then. */
  readonly pullsWait: boolean;
}

export interface SyncStatus {
  /** Null when the package limits nothing but the minute, or did not tell yet. */
  readonly allowance: AllowanceStatus | null;
  readonly connection: ConnectionState;
  readonly package: ConnectorId | null;
  readonly administrationName: string | null;
  readonly lastRun: RunRow | null;
  readonly nextRunAtMs: number | null;
  readonly pausedUntilMs: number | null;
  readonly pausedByUser: boolean;
  readonly lastGoodCallAtMs: number | null;
  readonly problem: Problem | null;
  readonly marks: readonly MarkRow[];
  /** Clean-ups that wait for the office. */
  readonly cleanUps: readonly CleanUpQuestion[];
}

/** Progress of a run; `total` null when the package does not tell how many there are. */
export interface SyncProgress {
  readonly runId: number;
  readonly trigger: RunTrigger;
  readonly resource: Resource | 'delivery' | 'clean-up';
  readonly done: number;
  readonly total: number | null;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
  readonly finished: boolean;
}

export interface SyncRequest {
  readonly resources: readonly Resource[];
  readonly cleanUp: boolean;
}

/** A clean-up of one table that waits for the office's word. Nothing is removed meanwhile. */
export interface CleanUpQuestion {
  /** Another one as soon as other rows would go. */
  readonly id: number;
  readonly resource: Exclude<Resource, 'orders'>;
  readonly askedAtMs: number;
  /** Rows that could be chosen. */
  readonly present: number;
  readonly toRemove: number;
  /** Would go, but an open work order uses them: they stay, and cannot be chosen any more. */
  readonly keptInUse: number;
  /** More than a fifth would go, the package returned nothing, or the office wanted to see first what would go. */
  readonly reason: 'too-much' | 'nothing-returned' | 'asked-for';
}

/** A row that a clean-up would remove. */
export interface CleanUpRow {
  /** Of the customer, article or article group. */
  readonly id: number;
  /** Debtor number, or code. */
  readonly number: string;
  /** Name, or description. */
  readonly label: string;
  /** Gone or inactive in the package; made by hand in Simon; of a former administration. */
  readonly reason: 'gone' | 'simon' | 'former';
  /** Numbers of the first open work orders that use it: then it stays. */
  readonly workOrders: readonly string[];
  /** How many there are. */
  readonly openWorkOrders: number;
}

export interface CleanUpConfirmed {
  readonly removed: number;
  /** Name of the backup of before; null when so little went that none was made. */
  readonly backupFile: string | null;
}

// --- app ------------------------------------------------------------------------------------------------------------

export type Language = 'nl' | 'en';

export type { AppSettings } from './app-settings';

export interface CompanySummary {
  readonly id: string;
  readonly name: string;
  readonly practice: boolean;
  /** Why its data cannot be opened; null when all is well. */
  readonly problem: Problem | null;
}

/** One that the office can choose. */
export interface CompanyChoice extends CompanySummary {
  /** Something of it waits for the office. */
  readonly needsOffice: boolean;
}

export interface AppState {
  readonly version: string;
  /** The company of this page. */
  readonly company: CompanySummary;
  /** All companies that can be chosen, in the order in which they were added. */
  readonly companies: readonly CompanyChoice[];
  readonly settings: AppSettings;
  readonly keychain: { readonly available: boolean; readonly detail: string };
  readonly dataFolder: string;
}

export interface Overview {
  readonly sync: SyncStatus;
  readonly counts: {
    readonly customers: number;
    readonly articles: number;
    readonly planned: number;
    readonly ready: number;
    readonly archived: number;
  };
  readonly queue: Readonly<Record<Exclude<DeliveryState, 'withdrawn'>, number>>;
  /** PDFs beside booked documents. `open`: not there yet. `held`: the office must act. */
  readonly pdfs: { readonly open: number; readonly held: number };
  /** Errors and warnings whose action is not done yet, newest first; as many as there is room for. */
  readonly attention: readonly AttentionRow[];
  /** How many there are. */
  readonly attentionTotal: number;
  /** How long the login of the active package lasts; null when it has none. */
  readonly login: LoginFacts | null;
  /** Null when no login is about to end. */
  readonly loginEnds: LoginEnd | null;
  /** Null when there is a backup of the last days and the next one can be made. */
  readonly lateBackup: LateBackup | null;
}

/** The backup of the day is missing. */
export interface LateBackup {
  /** The last good one; null when there is none. */
  readonly lastAtMs: number | null;
  /** Why the last attempt failed; null when the next one is still to come. */
  readonly problem: Problem | null;
}

export interface ArchiveOutcome {
  readonly archived: readonly (WorkOrderName & { readonly state: DeliveryState; readonly problem: Problem | null })[];
  readonly refused: readonly (WorkOrderName & { readonly problem: Problem })[];
}

/**
 * Why a backup was made. `damaged`: the data as they lay there, kept before a restore because they could not be read.
 * `other`: any database that somebody put into the folder.
 */
export type BackupKind =
  'daily' | 'before-migration' | 'before-wipe' | 'before-clean-up' | 'before-restore' | 'damaged' | 'other';

export interface BackupRow {
  /** Name of the file; what a restore is asked with. */
  readonly name: string;
  readonly kind: BackupKind;
  readonly madeAtMs: number;
  readonly sizeBytes: number;
  /** Null when it cannot be read, or a newer version of the app made it: it cannot be put back. */
  readonly counts: { readonly workOrders: number; readonly customers: number } | null;
}

export interface BackupList {
  readonly folder: string;
  /** Newest first. */
  readonly rows: readonly BackupRow[];
}

export interface BackupRestored {
  /** The last moment of which something stands in the backup, UTC ms. */
  readonly backupUntilMs: number;
  /** Name of the backup of the state before; null when there was nothing to keep. */
  readonly keptAs: string | null;
}
