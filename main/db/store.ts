/**
 * What the database can do, in whole steps: every method is one transaction. The methods are synchronous in the worker
 * (and in tests that open a store in-process); the rest of main sees the same interface with promises (`RemoteStore`).
 * Arguments and results are plain data, so that they cross the thread.
 */
import type { AdoptionRepo } from './adoption';
import type {
  Attachment,
  AttachmentKind,
  DocumentRequest,
  OutgoingDocument,
  RemoteDocument,
} from '../../connectors/_kit/document';
import type { AttachmentCapability, ConnectorId } from '../../connectors/_kit/manifest';
import type { Mark, Resource } from '../../connectors/_kit/model';
import type { IdPage, PullPage } from '../../connectors/_kit/connector';
import type { Problem } from '../../connectors/_kit/problem';
import type { Result } from '../../connectors/_kit/result';
import type { Json, LocalizedText } from '../../connectors/_kit/text';
import type { Address } from '../../connectors/_kit/model';
import type { LogPlace } from '../../preload/contract/log-place';
import type { CallRecord, Decider, FoundDocument, StepFacts } from '../../preload/contract/delivery-steps';
import type { CompanySettings } from '../../preload/contract/company-settings';
import type { ColumnChoice } from '../../preload/contract/imports';
import type { CustomFormRow, FormVersion, Question } from '../../preload/contract/custom-forms';
import type { ExampleWork, FilterWordCounts, SettingsVersion } from '../../preload/contract/package-settings';
import type { QueueFilter, RunFilter, WorkOrderFilter } from '../../preload/contract/listing';
import type { CompanyLogo } from '../../preload/contract/papers';
import type { CorrectionChoices, QueueCorrection, QueueGroups } from '../../preload/contract/queue-decisions';
import type * as view from '../../preload/contract/views';
import type { FileKind, WorkOrderFile } from '../../preload/contract/work-order-files';
import type { NewSignature } from '../../preload/contract/work-order-signature';
import type { TemplateRow, WorkOrderMade } from '../../preload/contract/work-order-templates';
import type { FiguresRepo } from './figures';
import type { WholeLists } from './whole-lists';

/** The administration that marks, pulled records and queue entries belong to. */
export interface LinkKey {
  readonly package: ConnectorId;
  readonly administrationId: string;
}

export interface ListRequest {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly sort?: { readonly key: string; readonly descending: boolean } | undefined;
}

/** From a moment up to, not including, another one; UTC ms. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What is known of a run besides its trigger. */
export type RunAbout = Pick<view.RunRow, 'package' | 'occasion'>;

/** A message for the log; equal `fold` texts within a day become one row with a count. */
export interface LogEntry {
  readonly atMs: number;
  readonly level: view.LogLevel;
  readonly table: view.LogTable;
  readonly recordId: number | null;
  readonly record: string;
  readonly message: LocalizedText;
  readonly action: LocalizedText | null;
  readonly runId: number | null;
  /** Stable id of cause and record; null = never folded. */
  readonly fold: string | null;
  /** See `LogRow`. */
  readonly place?: LogPlace;
}

export interface PageOutcome {
  readonly counts: view.RunCounts;
  /**
   * Records that could not be stored as they came, e.g. a double article code: reported, never fatal. They wait in the
   * store, are tried again after the last page of each later pull, and are told then as long as they cannot be stored.
   */
  readonly refused: readonly { readonly table: view.LogTable; readonly record: string; readonly problem: Problem }[];
  /** Records that are gone in the package but in use on an open work order: kept, made unselectable. */
  readonly keptInUse: readonly { readonly table: view.LogTable; readonly recordId: number; readonly record: string }[];
  /** Work orders made from pulled orders. */
  readonly createdWorkOrders: readonly {
    readonly id: number;
    readonly number: string;
    readonly sourceNumber: string;
  }[];
}

/** A photo, attachment or signature that is added to a work order; its bytes are of the format of its kind. */
export interface NewWorkOrderFile {
  readonly workOrderId: number;
  readonly kind: FileKind;
  readonly name: string;
  /** In pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly questionId: string | null;
  readonly bytes: Uint8Array;
  /** A small JPEG of a photo; null: it is shown by its own bytes. */
  readonly thumbnail: Uint8Array | null;
}

/** What the document builder needs to know about one work order, read in one snapshot. */
export interface WorkOrderForDocument {
  readonly id: number;
  readonly number: string;
  readonly version: number;
  readonly status: view.WorkOrderStatus;
  readonly description: string;
  readonly customerReference: string;
  /** `externalId` null: added by hand in Simon. */
  readonly customer: {
    readonly externalId: string | null;
    readonly number: string;
    readonly name: string;
    readonly active: boolean;
    readonly extra: Json;
  } | null;
  readonly workAddress: Address | null;
  /** Whom it is planned on. */
  readonly employee: { readonly id: number; readonly name: string } | null;
  /** Whether custom forms were filled in. */
  readonly hasForms: boolean;
  readonly workMinutes: number;
  readonly travelMinutes: number;
  /** The first day that time was booked on, else the one it was planned for, `YYYY-MM-DD`; null: neither. */
  readonly workDay: string | null;
  /** After a restore: it may be in the package, which nobody knows yet. */
  readonly maybeSent: boolean;
  readonly articles: readonly (ArticleForDocument & {
    readonly quantity: string;
    readonly priceOverride: string | null;
    readonly descriptionOverride: string | null;
  })[];
  /**
   * Revision of the document that is made next: 1, and the same again until a document of it is booked, so that archiving
   * anew after it was taken back keeps the marker.
   */
  readonly nextRevision: number;
}

export interface ArticleForDocument {
  readonly id: number;
  /** Null: added by hand in Simon. */
  readonly externalId: string | null;
  readonly code: string;
  readonly description: string;
  readonly unit: string;
  readonly unitPrice: string | null;
  readonly vatRate: string | null;
  readonly active: boolean;
  readonly extra: Json;
}

/** A frozen document with the exact request, ready to be sent. */
export interface FrozenDocument {
  readonly link: LinkKey;
  readonly settingsVersion: number;
  readonly marker: string;
  readonly document: OutgoingDocument;
  readonly request: DocumentRequest;
}

/** How an archived work order enters the queue. `waiting` without `frozen`: no active integration, it is built later. */
export type QueueEntryStart =
  | { readonly state: 'waiting'; readonly frozen: FrozenDocument | null }
  | { readonly state: 'skipped'; readonly problem: Problem }
  | { readonly state: 'blocked'; readonly problem: Problem };

/** A work order as it was read. */
export interface VersionOf {
  readonly id: number;
  readonly version: number;
}

/** A queue entry as the sender needs it. */
export interface QueueEntry {
  readonly id: number;
  /** The leading one. */
  readonly workOrderId: number;
  readonly workOrderNumber: string;
  /** Ids of the other work orders on the document, in the order of their numbers. */
  readonly members: readonly number[];
  /** After a backup was put back: under which other markers its work orders may be in the package. */
  readonly doubtedMarkers: readonly string[];
  readonly revision: number;
  readonly state: view.DeliveryState;
  readonly held: boolean;
  readonly frozen: FrozenDocument | null;
  /** Index in `frozen.request.variants` that is to be sent next or was sent last. */
  readonly variant: number;
  readonly attempts: number;
  readonly nextAttemptAtMs: number | null;
  /** Wall clock of the last send; null = never sent. */
  readonly sentAtMs: number | null;
  /** When it became unsure; null otherwise. */
  readonly unsureSinceMs: number | null;
  readonly problem: Problem | null;
  /** How often the office decided that it is not there and must be sent again. */
  readonly resends: number;
}

/** What was said between Simon and the package in one step: kept in the ledger. */
export interface Evidence {
  readonly calls: readonly CallRecord[];
  /** What a look-up found. */
  readonly found: readonly FoundDocument[];
}

/**
 * Each write records its step with the new state in one transaction, durable against power loss. `evidence` goes into
 * the ledger with it; left out when the package was not called.
 */
export interface QueueRepo {
  readonly list: (request: ListRequest & QueueFilter) => view.ListPage<view.QueueRow>;
  readonly get: (id: number) => view.QueueDetail | null;
  readonly entry: (id: number) => QueueEntry | null;
  /** Entries the sender may act on at `nowMs`: waiting ones that are due and unsure ones that are not held, oldest first. */
  readonly due: (nowMs: number, limit: number) => readonly QueueEntry[];
  /** Earliest moment at which something waiting becomes due; null when nothing waits. */
  readonly nextDueAtMs: () => number | null;
  readonly counts: () => Readonly<Record<view.DeliveryState, number>>;
  /**
   * Gives a waiting, blocked or skipped entry that was never sent (or surely not stored) its (new) document or verdict.
   * The PDFs of the former document go. After a backup was put back it may be unsure instead of waiting.
   */
  readonly freeze: (id: number, start: QueueEntryStart, atMs: number) => void;
  /** The same for an entry that waits; false, and nothing is changed, when the office decided something else meanwhile. */
  readonly freezeWaiting: (id: number, start: QueueEntryStart, atMs: number) => boolean;
  /** Before the first byte: waiting -> sending. Throws when the entry is not waiting. */
  readonly sending: (id: number, atMs: number, administrationName?: string) => void;
  /**
   * sending or unsure -> booked, as the answer (`booked`) or a look-up or the office (`found`) tells. PDFs that went along
   * are done. A document that belongs to another work order already is not taken: `document-of-other-work-order`, and
   * the entry is held unless the office itself named it.
   */
  readonly booked: (
    id: number,
    remote: RemoteDocument,
    step: 'booked' | 'found',
    atMs: number,
    how?: { readonly calls: readonly CallRecord[]; readonly by?: Decider },
  ) => Problem | null;
  /** sending -> waiting: surely not carried out, tried again at `nextAttemptAtMs`, with this variant. */
  readonly notSent: (
    id: number,
    problem: Problem,
    next: { readonly atMs: number; readonly variant: number; readonly countsAsAttempt: boolean },
    atMs: number,
    evidence?: Evidence,
  ) => void;
  /** sending or waiting -> blocked: surely not stored, the office must act. */
  readonly blocked: (id: number, problem: Problem, atMs: number, evidence?: Evidence) => void;
  /** sending -> unsure. */
  readonly unsure: (id: number, problem: Problem, atMs: number, evidence?: Evidence) => void;
  /** A look-up of an unsure entry that found nothing; the entry stays unsure. */
  readonly absent: (
    id: number,
    verdict: NonNullable<StepFacts<'absent'>['verdict']>,
    atMs: number,
    evidence?: Evidence,
  ) => void;
  /** The package could not be asked about an unsure entry; the entry stays unsure. */
  readonly notLookedUp: (id: number, problem: Problem, atMs: number, evidence: Evidence) => void;
  /** unsure -> waiting: surely absent, may be sent again. */
  readonly released: (id: number, by: Decider, atMs: number) => void;
  /** unsure -> held: the office is asked. */
  readonly held: (id: number, problem: Problem, atMs: number, evidence?: Evidence) => void;
  /** At start: everything that was `sending` when the app stopped becomes unsure, PDFs too. Returns the ids of the entries. */
  readonly recoverInterrupted: (atMs: number) => readonly number[];
  /** blocked or waiting -> waiting and due now, for a retry by the office. Returns how many. */
  readonly retry: (ids: readonly number[], atMs: number) => number;
  /** What a list holds, by cause. */
  readonly groups: (request: QueueFilter & { readonly search: string }) => QueueGroups;
  /** waiting or blocked -> skipped, as the office chooses; retrying sends it after all. */
  readonly skip: (id: number, atMs: number) => Result<null>;
  /** Why that would be refused; null when it would not. */
  readonly skipProblem: (id: number) => Problem | null;
  /** What may be chosen anew on the work orders of these entries. */
  readonly correctionChoices: (ids: readonly number[]) => CorrectionChoices;
  /**
   * Puts another article or customer on the work orders of a blocked entry; it stays blocked until it is frozen anew.
   * Problems: `stands-…` when its document may not change, `correction-not-there`, `article-not-selectable`,
   * `customer-not-selectable`.
   */
  readonly correct: (id: number, correction: QueueCorrection, atMs: number) => Result<null>;
  /** Never sent or surely not stored -> withdrawn; the work order is reported ready again. */
  readonly takeBack: (id: number, atMs: number) => Result<null>;
}

/** A PDF that goes beside a booked document, as the sender lists it. */
export interface PdfEntry {
  readonly id: number;
  /** The queue entry it belongs to. */
  readonly entryId: number;
  readonly workOrderId: number;
  readonly kind: AttachmentKind;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly state: view.PdfState;
  /** How often it was sent, apart from attempts that surely did not reach the package. */
  readonly attempts: number;
  readonly problem: Problem | null;
  readonly madeAtMs: number;
}

/** The same with everything that is needed to send it. */
export interface PdfTask extends PdfEntry {
  readonly attachment: Attachment;
  readonly entry: QueueEntry & { readonly frozen: FrozenDocument };
  /** `externalId` is empty when the office told that the document is there. */
  readonly remote: { readonly externalId: string; readonly number: string };
}

/** A PDF that was made for an entry. */
export interface MadePdf extends Attachment {
  /** Which of the work orders on the document it is about; left out: the leading one. */
  readonly workOrderId?: number;
}

/** The PDFs of queue entries. Each write records its step with the new state in one transaction, as the queue does. */
export interface PdfRepo {
  /** All PDFs of an entry, as they were made; empty when they were not made yet. */
  readonly of: (entryId: number) => readonly Attachment[];
  /** The PDF of this kind that was made last for a work order; null when none was. */
  readonly ofWorkOrder: (workOrderId: number, kind: AttachmentKind) => Attachment | null;
  /** PDFs beside booked documents that are waiting, or unsure, oldest first. */
  readonly due: (limit: number) => readonly PdfEntry[];
  /** Null when it is gone or its document is not booked. */
  readonly task: (id: number) => PdfTask | null;
  /** `open`: beside a booked document and not there yet. `held`: the office must act. */
  readonly counts: () => { readonly open: number; readonly held: number };
  /**
   * Keeps what was made: for a waiting entry before it is sent for the first time, or for one that is found in the package
   * although nothing is kept here; what goes beside that one is looked up first.
   */
  readonly made: (entryId: number, how: AttachmentCapability['how'], pdfs: readonly MadePdf[], atMs: number) => void;
  /** They could not be made: the entry goes on waiting, and the office may expect the next attempt at that moment. */
  readonly notMade: (entryId: number, problem: Problem, nextAttemptAtMs: number, atMs: number) => void;
  /** Before the first byte: waiting -> sending. */
  readonly sending: (id: number, atMs: number) => void;
  /** -> done: it was put there, or it was found there. */
  readonly done: (id: number, step: 'pdf-sent' | 'pdf-found', atMs: number) => void;
  /** sending -> waiting: surely not carried out, so that it does not count as an attempt. */
  readonly notSent: (id: number, problem: Problem, nextAttemptAtMs: number, atMs: number) => void;
  /** sending -> unsure. */
  readonly unsure: (id: number, problem: Problem, atMs: number) => void;
  /** unsure -> waiting: surely absent, may be put again. */
  readonly released: (id: number, atMs: number) => void;
  /** -> held: the office must act. */
  readonly held: (id: number, problem: Problem, atMs: number) => void;
  /** For booked entries: held or waiting PDFs -> waiting and due now. Returns how many. */
  readonly retry: (entryIds: readonly number[], atMs: number) => number;
}

/** A work order that is or may be in the accounting package. */
export interface SentSince {
  readonly workOrder: string;
  readonly customer: string;
  /** Its number there; null when that was not known. */
  readonly documentNumber: string | null;
}

/** The data are not those that were here last, and the office must hear about it. */
export interface UntoldRestore {
  readonly id: number;
  /**
   * - `backup`     Simon put a backup back
   * - `elsewhere`  the file was copied here from another computer or user, or the keychain is a new one
   * - `older`      somebody put an older copy of the file here
   * - `gone`       there was a file, and it had gone
   */
  readonly reason: 'backup' | 'elsewhere' | 'older' | 'gone';
  readonly atMs: number;
  /** The last moment of which something stands in the data. */
  readonly backupUntilMs: number;
  /** What was sent after that moment; null when the data before the restore could not be read. */
  readonly sentSince: readonly SentSince[] | null;
}

/** A login with a package, without anything secret. UTC ms. */
export interface KeptLogin {
  readonly sinceMs: number;
  readonly renewedAtMs: number;
  /** When the office read that it is about to end; null when it did not since the last renewal. */
  readonly endToldAtMs: number | null;
}

/** The settings of a package as they were saved. */
export type KeptSettings = Omit<SettingsVersion, 'documents'>;

/** How long a package asked to be left alone. Both moments by the clock of the computer, UTC ms. */
export interface KeptPause {
  readonly askedAtMs: number;
  readonly untilMs: number;
  /** Why, as the office reads it. */
  readonly problem: Problem;
}

/** One table of Simon beside the complete list of the package. */
export interface CleanUpComparison {
  readonly resource: Resource;
  /** Rows that the package gave, selected or not. */
  readonly rowsSeen: number;
  /** Rows that the office can choose now. */
  readonly present: number;
  /** How many of those would go, or could not be chosen any more. */
  readonly going: number;
  readonly toRemove: number;
  /** Would go, but an open work order uses them. */
  readonly keptInUse: number;
  /** The package lists them and Simon lacks them. */
  readonly missing: number;
  /** Rows that the clean-ups of the past week removed unasked. */
  readonly removedBefore: number;
  /** What the office was asked before; `coversAll`: nothing would go that it was not asked about. */
  readonly standing: {
    readonly isGuarded: boolean;
    readonly isRefused: boolean;
    readonly coversAll: boolean;
  } | null;
}

/** What a database tells of itself, so that a copy or an older file shows. */
export interface StoreTrace {
  /** Which trace outside belongs to it; null when none does yet. */
  readonly traceId: string | null;
  /** Steps of the queue that were ever written; never goes back, whatever is removed. */
  readonly steps: number;
  readonly lastWorkOrderNumber: number;
  /** Something may have been sent: an administration was ever linked. */
  readonly wasLinked: boolean;
}

/** Messages of the log that ask the office for the same thing. */
export interface AskingCause {
  readonly newest: view.LogRow;
  /** How many messages there are. */
  readonly rows: number;
  /** Name of their sentence in the catalogue; empty for those that are never folded. */
  readonly sentence: string;
}

export interface Store {
  readonly info: {
    /** Identity of this database and the short tag in its markers; made once. */
    readonly identity: () => { readonly databaseId: string; readonly markerTag: string };
    /** Copies the database to `file`, checked before it gets that name; the copy can be opened by itself. */
    readonly backup: (file: string) => { readonly bytes: number };
    readonly integrityCheck: () => { readonly ok: boolean; readonly detail: string };
    readonly trace: () => StoreTrace;
    /** From now on this trace belongs to the database. */
    readonly takeTrace: (traceId: string) => void;
    /** Nothing that is open is sent before it was looked up. */
    readonly doubt: (atMs: number) => void;
    /**
     * The same for a file that came here by hand, with its trace and numbers that go on after those of elsewhere, in one
     * transaction; the office is told (`untoldRestore`).
     */
    readonly takeOver: (
      to: {
        readonly reason: Exclude<UntoldRestore['reason'], 'backup'>;
        readonly traceId: string;
        /** The highest one that is known to have been given; 0 = none. */
        readonly lastNumberElsewhere: number;
      },
      atMs: number,
    ) => void;
    /** The last time that the data became those of another moment, when that does not stand in the log yet. */
    readonly untoldRestore: () => UntoldRestore | null;
    /** It stands in the log now. */
    readonly restoreTold: (id: number) => void;
    readonly overviewCounts: () => view.Overview['counts'];
  };
  /** What the company chose for itself, whichever package it is linked with. */
  readonly companySettings: {
    readonly get: () => CompanySettings;
    /** Keeps the keys that are given, each as a whole. Returns all of them as they are now. */
    readonly save: (changes: Partial<CompanySettings>) => CompanySettings;
  };
  /** The logo on the papers of the company. */
  readonly companyLogo: {
    readonly get: () => CompanyLogo | null;
    /** Null: takes it away. */
    readonly save: (logo: CompanyLogo | null) => void;
  };
  /** The forms that the office designed. */
  readonly customForms: {
    readonly list: () => readonly CustomFormRow[];
    /** The newest version of the form in use with this title; capitals, diacritics and spaces around do not count. */
    readonly currentByTitle: (title: string) => FormVersion | null;
    /** Id null: a new one. Problems: `form-gone`, `form-title-taken`. */
    readonly save: (
      id: number | null,
      design: { readonly title: string; readonly questions: readonly Question[] },
      atMs: number,
    ) => Result<CustomFormRow>;
    /** Problems: `form-gone`, `form-title-taken`. */
    readonly setActive: (id: number, active: boolean) => Result<CustomFormRow>;
    /** Problem: `form-in-use`. */
    readonly remove: (id: number) => Result<null>;
  };
  /** Photos, attachments and signatures of work orders. */
  readonly workOrderFiles: {
    readonly list: (workOrderId: number) => readonly WorkOrderFile[];
    readonly get: (id: number) => WorkOrderFile | null;
    readonly bytes: (id: number) => Uint8Array | null;
    /** Small where it was made small, else its bytes. */
    readonly thumbnail: (id: number) => Uint8Array | null;
    /**
     * Shows the files of a work order in this order; what is not named comes after them. Problems: `work-order-not-found`,
     * `work-order-archived`.
     */
    readonly order: (workOrderId: number, ids: readonly number[]) => Result<readonly WorkOrderFile[]>;
    /** Problems: `work-order-not-found`, `work-order-archived`, `too-many-files`. */
    readonly add: (file: NewWorkOrderFile, atMs: number) => Result<WorkOrderFile>;
    /** Problems: `file-gone`, `work-order-archived`. */
    readonly setCaption: (id: number, caption: string) => Result<WorkOrderFile>;
    /** Can be undone for a day. Problems: `file-gone`, `work-order-archived`. */
    readonly remove: (id: number, atMs: number) => Result<null>;
    /** Problems: `file-gone`, `work-order-archived`, `too-many-files`. */
    readonly restore: (id: number) => Result<WorkOrderFile>;
  };
  readonly pull: {
    readonly mark: (link: LinkKey, resource: Resource) => { readonly mark: Mark; readonly complete: boolean } | null;
    readonly marks: (link: LinkKey) => readonly view.MarkRow[];
    /** Stores records, parked records and mark of one page in one transaction. `last`: the table was read to its end. */
    readonly applyPage: (page: {
      readonly link: LinkKey;
      readonly resource: Resource;
      readonly page: PullPage<Resource>;
      readonly last: boolean;
      readonly runId: number;
      readonly atMs: number;
    }) => PageOutcome;
    /** Forgets how far these tables were read, so that they are read from the start. */
    readonly resetMarks: (link: LinkKey, resources: readonly Resource[]) => void;
  };
  readonly cleanUp: {
    readonly begin: (link: LinkKey, resource: Resource) => void;
    readonly addIds: (link: LinkKey, resource: Resource, page: IdPage) => void;
    /** Compares after the last page. */
    readonly compare: (link: LinkKey, resource: Resource) => CleanUpComparison;
    /**
     * Keeps everything that would go as a question for the office, also over a restart. `isNew` false: it waits already,
     * and nothing about it changed.
     */
    readonly ask: (
      link: LinkKey,
      resource: Resource,
      request: { readonly isGuarded: boolean; readonly atMs: number },
    ) => { readonly questionId: number; readonly isNew: boolean };
    /**
     * Removes what is gone, what was added by hand and what is of a former administration; keeps (unselectable) what
     * open work orders use. Archived work orders go on showing what was removed. `agreedId`: the question that the office
     * answered; nothing goes that it did not name.
     */
    readonly apply: (
      link: LinkKey,
      resource: Resource,
      request: { readonly agreedId: number | null; readonly atMs: number },
    ) => PageOutcome;
    /** Ends a clean-up without removing anything. */
    readonly keep: (link: LinkKey, resource: Resource, atMs: number) => void;
    /** When `apply` or `keep` last ran for this table (UTC ms); null = never. The engine plans the next clean-up by it. */
    readonly lastEndedAtMs: (link: LinkKey, resource: Resource) => number | null;
    /** Questions that wait for the office. */
    readonly questions: (link: LinkKey) => readonly view.CleanUpQuestion[];
    /** Null when it does not wait any more. */
    readonly question: (id: number) => view.CleanUpQuestion | null;
    readonly questionRows: (request: ListRequest & { readonly id: number }) => view.ListPage<view.CleanUpRow>;
    /** The office keeps everything it was asked about. False when it does not wait any more. */
    readonly refuse: (id: number, atMs: number) => boolean;
  };
  readonly customers: {
    /** A search finds also by street, work address and with typing errors; without a sort the best comes first. */
    readonly list: (request: ListRequest) => view.ListPage<view.CustomerRow>;
    readonly find: (text: string, limit: number) => view.CustomersToChoose;
    /** Work addresses that can be chosen and hold every typed word, with typing errors when none does. */
    readonly findAddresses: (customerId: number, text: string) => readonly view.WorkAddressRow[];
    readonly get: (id: number) => view.CustomerDetail | null;
    readonly add: (customer: { readonly name: string; readonly address: Address }, atMs: number) => view.CustomerDetail;
    readonly addWorkAddress: (customerId: number, address: Address, atMs: number) => Result<view.WorkAddressRow>;
    /** By debtor number; for the import of work orders. */
    readonly byNumber: (number: string) => view.CustomerRow | null;
  };
  readonly articles: {
    readonly list: (request: ListRequest) => view.ListPage<view.ArticleRow>;
    /** To choose from while typing, also with typing errors. */
    readonly find: (text: string, limit: number) => readonly view.ArticleRow[];
    /** Those with these codes, whatever the case. */
    readonly withCodes: (codes: readonly string[]) => readonly view.ArticleRow[];
    /** Active article of the package with exactly this code; what settings and imports name. */
    readonly byCode: (code: string) => ArticleForDocument | null;
  };
  readonly employees: {
    readonly list: () => readonly view.EmployeeRow[];
    readonly add: (name: string) => view.EmployeeRow;
    readonly byName: (name: string) => view.EmployeeRow | null;
    /** Problems: `employee-not-found`, `employee-exists`. */
    readonly save: (
      id: number,
      change: { readonly name: string; readonly active: boolean },
    ) => Result<view.EmployeeRow>;
    /** Shows them in this order everywhere; who is not named comes after them, by name. */
    readonly order: (ids: readonly number[]) => readonly view.EmployeeRow[];
  };
  readonly workOrders: {
    readonly list: (request: ListRequest & WorkOrderFilter) => view.ListPage<view.WorkOrderRow>;
    readonly get: (id: number) => view.WorkOrderDetail | null;
    readonly idByNumber: (number: string) => number | null;
    readonly numberByImportId: (importId: string) => string | null;
    /** Booked by these employees on the other work orders, on days from one up to and including another. */
    readonly timesElsewhere: (request: {
      /** Null: of all work orders. */
      readonly exceptId: number | null;
      readonly employeeIds: readonly number[];
      readonly fromDay: string;
      readonly toDay: string;
    }) => readonly view.TimeElsewhere[];
    readonly idsByStatus: (status: view.WorkOrderStatus) => readonly number[];
    /** `importId`: what the program that made the import file calls it; throws when a work order has it already. */
    readonly create: (draft: view.WorkOrderDraft, atMs: number, importId?: string) => Result<view.WorkOrderDetail>;
    readonly save: (
      id: number,
      version: number,
      draft: view.WorkOrderDraft,
      atMs: number,
    ) => Result<view.WorkOrderDetail>;
    readonly remove: (id: number) => Result<null>;
    readonly reportReady: (id: number, atMs: number) => Result<view.WorkOrderDetail>;
    /** ready -> planned. */
    readonly reopen: (id: number, atMs: number) => Result<view.WorkOrderDetail>;
    /**
     * Puts the customer's signature under it as it stands. Problems: `work-order-not-found`, `work-order-archived`,
     * `work-order-changed-elsewhere` (it is not what was shown), `too-many-files`.
     */
    readonly sign: (signature: NewSignature, atMs: number) => Result<view.WorkOrderDetail>;
    /** Takes it away. Problems: `work-order-not-found`, `work-order-archived`. */
    readonly unsign: (id: number) => Result<view.WorkOrderDetail>;
    readonly forDocument: (id: number) => WorkOrderForDocument | null;
    /**
     * ready -> archived, and its queue entry, in one transaction. Refused when the work order changed since `version` was
     * read or is not reported ready. Returns the queue entry id.
     */
    readonly archive: (id: number, version: number, start: QueueEntryStart, atMs: number) => Result<number>;
    /** The same for several as one document of the first one; all of them or none. */
    readonly archiveTogether: (
      works: readonly [VersionOf, ...VersionOf[]],
      start: QueueEntryStart,
      atMs: number,
    ) => Result<number>;
    /**
     * archived -> ready, because the office wants a further document. Problems: `work-order-not-found`,
     * `work-order-not-booked` (it has no document yet: its entry is taken back instead).
     */
    readonly chooseAgain: (id: number, atMs: number) => Result<view.WorkOrderDetail>;
    /** Back to archived without a further document. Problems: `work-order-not-found`, `work-order-not-chosen-again`. */
    readonly keepDocument: (id: number) => Result<view.WorkOrderDetail>;
  };
  readonly imports: {
    /** What came of this file before, by the key of the record; nothing of what was deleted since. */
    readonly takenFrom: (fileKey: string) => readonly { readonly record: number; readonly workOrder: string }[];
    /** Number of the work order that came of a record with this content; null: there is none, or it was deleted since. */
    readonly takenAs: (contentKey: string) => string | null;
    /**
     * Takes in one record and remembers that it was taken from this file: wholly or not at all. Problems: those of
     * `workOrders.create`, `save` and `reportReady`, and `import-already-there`.
     */
    readonly take: (request: ImportTake, atMs: number) => Result<view.WorkOrderDetail>;
    /** What `take` would answer now; nothing is kept, and the number in it is not given out. */
    readonly rehearse: (request: ImportTake, atMs: number) => Result<view.WorkOrderDetail>;
    /** What the office said that columns of spreadsheets hold, by their keys. */
    readonly columns: () => Readonly<Record<string, ColumnChoice>>;
    readonly keepColumns: (chosen: Readonly<Record<string, ColumnChoice>>) => void;
  };
  /** Work orders made of another one or of a template for recurring jobs. */
  readonly templates: {
    readonly list: (request: ListRequest) => view.ListPage<TemplateRow>;
    /** Keeps a work order under a name. Problems: `work-order-not-found`, `template-name-taken`. */
    readonly keep: (
      request: { readonly workOrderId: number; readonly name: string; readonly replace: boolean },
      atMs: number,
    ) => Result<TemplateRow>;
    /** Problems: `template-gone`, `template-name-taken`. */
    readonly rename: (id: number, name: string) => Result<TemplateRow>;
    readonly remove: (id: number) => Result<null>;
    /** Problem: `template-gone`. */
    readonly start: (id: number, atMs: number) => Result<WorkOrderMade>;
    /** Problem: `work-order-not-found`. */
    readonly duplicate: (workOrderId: number, atMs: number) => Result<WorkOrderMade>;
  };
  readonly planning: {
    /** Planned work orders of which a part lies in the span, by their start. */
    readonly board: (span: TimeSpan) => readonly view.PlannedWorkOrder[];
    /** The same in full, for lists on paper. */
    readonly boardDetails: (span: TimeSpan) => readonly view.WorkOrderDetail[];
    /** Work orders that still have to be planned, those that wait longest first. */
    readonly unplanned: (request: ListRequest) => view.ListPage<view.PlanningRow>;
    /** Changes only who does a work order and when. Refused when it changed since `version` was read, or is archived. */
    readonly plan: (id: number, version: number, next: view.WorkOrderPlan) => Result<view.PlanningRow>;
  };
  readonly queue: QueueRepo;
  /** For the overview. */
  readonly figures: FiguresRepo;
  /** For files of whole lists. */
  readonly wholeLists: WholeLists;
  readonly pdfs: PdfRepo;
  readonly log: {
    /** A repeated message is taken up into a new row on top: its id changes. */
    readonly add: (entries: readonly LogEntry[]) => void;
    /** Newest first; `before` continues after the last row of the page before. */
    readonly list: (request: {
      readonly filter: view.LogFilter;
      readonly before?: { readonly lastAtMs: number; readonly id: number } | undefined;
      readonly limit: number;
    }) => { readonly rows: readonly view.LogRow[]; readonly more: boolean };
    /** A window of what the filter lets through, for a list that is scrolled anywhere. */
    readonly window: (request: {
      readonly filter: view.LogFilter;
      readonly offset: number;
      readonly limit: number;
    }) => view.ListPage<view.LogRow>;
    /** When a message came, newest first, at most `limit`; fewer than its count when older moments were not kept. */
    readonly moments: (request: { readonly id: number; readonly limit: number }) => readonly view.LogMoment[];
    /** Newest first; one that was folded into a newer row since is left out. */
    readonly byIds: (ids: readonly number[]) => readonly view.LogRow[];
    /** Names, addresses and texts that messages may hold: what must not leave with them. */
    readonly personalOf: (rows: readonly view.LogRow[]) => readonly string[];
    /**
     * Errors and warnings with an action that is not done yet, newest first. `mended`: ids of those that ask for nothing any
     * more; they are left out, and are to be settled.
     */
    readonly attention: (limit: number) => {
      readonly total: number;
      readonly rows: readonly view.AttentionRow[];
      readonly mended: readonly number[];
    };
    /** The same without a limit, together by what they ask for. */
    readonly askingCauses: () => readonly AskingCause[];
    /** These messages ask for nothing any more: it is mended, or the office has seen it. */
    readonly settle: (ids: readonly number[]) => void;
  };
  /** What must be known of a link with a package at the next start, whichever administration is behind it. */
  readonly limits: {
    /** The pause that was kept last, also when it is over; null when none ever was. */
    readonly pauseOf: (id: ConnectorId) => KeptPause | null;
    readonly keepPause: (id: ConnectorId, pause: KeptPause) => void;
    /** Null when nobody logged in since this is kept. */
    readonly loginOf: (id: ConnectorId) => KeptLogin | null;
    readonly loggedIn: (id: ConnectorId, atMs: number) => void;
    /** The package gave new tokens. */
    readonly loginRenewed: (id: ConnectorId, atMs: number) => void;
    /** The office read that it is about to end. */
    readonly loginEndTold: (id: ConnectorId, atMs: number) => void;
  };
  /** What was saved as settings of a package, version after version. Never changed and never wiped. */
  readonly settingsVersions: {
    /** A version that is there already stays as it is. */
    readonly add: (id: ConnectorId, versions: readonly KeptSettings[]) => void;
    /** 0: none is kept. */
    readonly last: (id: ConnectorId) => number;
    /** Newest first. */
    readonly list: (id: ConnectorId) => readonly SettingsVersion[];
  };
  /** To try settings on. */
  readonly recentWork: {
    /** Those that are reported ready first, then archived and planned ones, each newest first. */
    readonly list: (limit: number) => readonly ExampleWork[];
    readonly holding: (word: string) => FilterWordCounts;
  };
  /** Deliveries of which the office read that they are late: ids of queue entries and of PDFs that are not there yet. */
  readonly lateDeliveries: {
    readonly list: () => { readonly entries: readonly number[]; readonly pdfs: readonly number[] };
    /** The office read of these too. */
    readonly told: (
      late: { readonly entries: readonly number[]; readonly pdfs: readonly number[] },
      atMs: number,
    ) => void;
  };
  readonly runs: {
    /** Id of the new run. `about`: the package it is for, and why it comes now when that is not its interval. */
    readonly start: (trigger: view.RunTrigger, atMs: number, about?: RunAbout) => number;
    readonly record: (
      runId: number,
      part: { readonly resource: Resource; readonly counts: view.RunCounts; readonly problem: Problem | null },
    ) => void;
    readonly finish: (
      runId: number,
      end: {
        readonly atMs: number;
        readonly result: view.RunResult;
        readonly calls: number;
        readonly documents: view.RunRow['documents'];
        readonly problem: Problem | null;
      },
    ) => void;
    /** At start: runs that were cut off by the end of the app are closed as cancelled. */
    readonly closeInterrupted: (atMs: number) => void;
    readonly last: () => view.RunRow | null;
    readonly list: (request: ListRequest & RunFilter) => view.ListPage<view.RunRow>;
  };
  readonly adoption: AdoptionRepo;
  readonly wipe: {
    readonly counts: () => Readonly<Record<view.WipePart, number>>;
    /** Empties the parts (and the marks that belong to them) in one transaction. */
    readonly run: (parts: readonly view.WipePart[]) => Readonly<Record<view.WipePart, number>>;
    /**
     * The same for parts that hold nothing, in one transaction, so that nothing can go without a backup. False, with
     * everything as it was, when they hold something.
     */
    readonly runOnNothing: (parts: readonly view.WipePart[]) => boolean;
    /** Whether a work order was archived after that moment, UTC ms. */
    readonly archivedSince: (atMs: number) => boolean;
  };
  /** Closes the database after a checkpoint. */
  readonly close: () => void;
}

/** A booked time of a file: it knows its employee by name. */
export type ImportTime = Omit<view.TimeEntry, 'employeeId'> & { readonly employee: string | null };

/** A work order of a file. */
export type ImportDraft = Omit<view.WorkOrderDraft, 'employeeId' | 'workAddressId' | 'times'> & {
  readonly employee: string | null;
  /** Id of a known one, or an address that is to be made under the customer. */
  readonly workAddress: number | Address | null;
  readonly times: readonly ImportTime[];
};

/** A record of a file of which everything is looked up. Employees that are not there are made. */
export type ImportTake = {
  readonly fileKey: string;
  /** Key of the record in the file. */
  readonly record: number;
} & (
  | {
      readonly kind: 'new';
      readonly draft: ImportDraft;
      readonly externalId: string | null;
      /** Of its content, when it has no external id. */
      readonly contentKey: string | null;
      readonly ready: boolean;
    }
  | {
      readonly kind: 'added';
      readonly workOrderId: number;
      readonly times: readonly ImportTime[];
      readonly articles: readonly view.WorkOrderArticle[];
    }
);

/** The store as the rest of main sees it: the same methods, answered by the worker. */
export type RemoteStore = {
  readonly [Area in keyof Store]: Store[Area] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<R>
    : {
        readonly [M in keyof Store[Area]]: Store[Area][M] extends (...args: infer A) => infer R
          ? (...args: A) => Promise<R>
          : never;
      };
};
