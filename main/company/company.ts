/**
 * One company: its database, its link, its work orders and its queue. IPC and the command line both work through this
 * interface and through nothing else.
 */
import type { Attachment } from '../../connectors/_kit/document';
import type { DocumentPage } from '../../connectors/_kit/document-page';
import type { Result } from '../../connectors/_kit/result';
import type { Channel, Output, ParsedInput } from '../../preload/contract/calls';
import type { EventName, Events } from '../../preload/contract/events';
import type { PaperRequest } from '../../preload/contract/papers';
import type { ImportResult } from '../../preload/contract/imports';
import type { RunRow, RunTrigger, SyncRequest } from '../../preload/contract/views';
import type { AskingCause } from '../db/store';
import type { RecordFile } from './delivery-record';
import type { MadePaper } from './papers';
import type { SaveList } from './exports/save-list';
import type { FolderDrop } from './folder-drop/folder-drop';
import type { ImportDesk } from './import/import-desk';
import type { ImportFile } from './import/importer';

/** Calls about the app as a whole, which need no data of the company whose page asks. */
export type CareChannel =
  | 'app:test-notification'
  | 'app:pull-paces'
  | 'app:licences'
  | 'network:check'
  | 'network:password-is-set'
  | 'network:save-password'
  | 'diagnostics:collect'
  | 'diagnostics:save'
  | 'companies:removal'
  | 'companies:remove';

/** Calls that need a window, a file dialog or the app itself; the shell answers these. */
export type ShellChannel =
  | CareChannel
  | 'app:state'
  | 'app:save-settings'
  | 'app:saved-all'
  | 'app:open-practice-books'
  | 'first-run:get'
  | 'first-run:put-away'
  | 'companies:add'
  | 'companies:rename'
  | 'companies:choose'
  | 'backups:list'
  | 'backups:restore'
  | 'integrations:practice-credentials'
  | 'imports:open'
  | 'imports:save-result'
  | 'imports:save-example'
  | 'folder-drop:choose'
  | 'work-order-files:save'
  | 'queue:export'
  | 'queue:open-document'
  | 'papers:make'
  | 'papers:save'
  | 'papers:open'
  | 'papers:print'
  | 'exports:save';
export type CompanyChannel = Exclude<Channel, ShellChannel>;

/** What the shell answers, as functions. */
export type ShellCalls = { readonly [C in ShellChannel]: (input: ParsedInput<C>) => Promise<Output<C>> };

/** The declared calls as functions, with parsed input. Expected failures are in the output; a throw is a bug. */
export type CompanyCalls = { readonly [C in CompanyChannel]: (input: ParsedInput<C>) => Promise<Output<C>> };

export interface Company {
  readonly id: string;
  readonly calls: CompanyCalls;
  /** Recovers what the last stop interrupted, then runs by the schedule. `background: false`: only runs that are asked for. */
  readonly start: (options: { readonly background: boolean }) => Promise<void>;
  /** One whole run (pull, then delivery), after any run that is under way. */
  readonly run: (request: SyncRequest, trigger: RunTrigger) => Promise<Result<RunRow>>;
  /**
   * Delivers until nothing is waiting or being looked up any more, or until `maxWaitMs` passed: waits out quiet periods
   * and pauses. For the command line. `waitsForOffice` false: ends when nothing goes on unless the office acts. Returns what
   * is still open.
   */
  readonly settle: (
    maxWaitMs: number,
    onWait: (untilMs: number, open: number) => void,
    options?: { readonly waitsForOffice: boolean },
  ) => Promise<{ readonly open: number }>;
  /**
   * Takes in a file (docs/import-format.md) at once, or tells what would become of it. Good records come in, bad ones are
   * reported with their line. Problems: those of `takeIn`.
   */
  readonly takeIn: (file: ImportFile, how?: 'check' | 'run') => Promise<Result<ImportResult>>;
  /** The file that the office has in front of it. */
  readonly importDesk: Pick<ImportDesk, 'open' | 'lastResult'>;
  /** The folder that Simon keeps an eye on. */
  readonly folderDrop: Pick<FolderDrop, 'propose'>;
  /** A paper to look at, keep or print. Problems: those of `createPapers`. */
  readonly papers: (request: PaperRequest) => Promise<Result<MadePaper>>;
  /** An attachment of a work order to keep as a file. Problem: `file-gone`. */
  readonly attachment: (fileId: number) => Promise<Result<Pick<Attachment, 'fileName' | 'bytes'>>>;
  /** The record of one queue entry, to keep as a file. Problems: those of `createDeliveryRecord`. */
  readonly deliveryRecord: (entryId: number, format: 'pdf' | 'json') => Promise<Result<RecordFile>>;
  /** Where the document of a queue entry shows in the package's own app; see `createDocumentPage`. */
  readonly documentPage: (entryId: number) => Promise<DocumentPage | null>;
  /** Lists as files for a spreadsheet. */
  readonly lists: SaveList;
  /** Whether the file with the data is sound. */
  readonly integrity: () => Promise<{ readonly ok: boolean; readonly detail: string }>;
  /** What asks for the office in the log, together by what it asks. */
  readonly asking: () => Promise<readonly AskingCause[]>;
  /** Tells facts for the screens; returns how to stop listening. */
  readonly on: <E extends EventName>(event: E, listener: (fact: Events[E]) => void) => () => void;
  /** After sleep, a network change or a clock jump: plans the next run anew. */
  readonly wake: () => void;
  /** No new jobs, abort running ones at a safe point, close the database. */
  readonly stop: () => Promise<void>;
}
