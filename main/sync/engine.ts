/**
 * One active link: pulls, cleans up and delivers, on a schedule or when asked. Made when an integration is active,
 * stopped when it is deactivated. Knows the connector's contract and no package.
 */
import type { Administration, Connector } from '../../connectors/_kit/connector';
import type { Problem } from '../../connectors/_kit/problem';
import type { Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { Area } from '../../preload/contract/events';
import type {
  CleanUpConfirmed,
  CleanUpQuestion,
  DocumentPreview,
  RunRow,
  RunTrigger,
  SyncProgress,
  SyncRequest,
  SyncStatus,
} from '../../preload/contract/views';
import type { QueueEntryStart, RemoteStore } from '../db/store';
import type { PdfMaker } from '../documents/pdf-maker';
import type { Logger, Random, Time } from '../ports';
import type { Connection } from './connection';

/** The settings a run works with; read anew at the start of each run and each delivery. */
export interface LinkSettings {
  readonly settings: Settings;
  readonly version: number;
  readonly administration: Administration;
  /** Minutes between two automatic runs. */
  readonly pullIntervalMinutes: number;
  readonly paused: boolean;
}

export interface EngineParts {
  readonly store: RemoteStore;
  readonly connector: Connector;
  /** Shared with the checks of the settings; stays open when the engine stops. */
  readonly connection: Connection;
  readonly link: () => LinkSettings;
  /** Keeps what `check` tells anew about the administration. Never called with another id. */
  readonly keepAdministration: (administration: Administration) => void;
  /** Makes the PDFs that go along with documents. */
  readonly pdfs: PdfMaker;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
  readonly on: EngineListener;
}

/** What the engine tells while it works. */
export interface EngineListener {
  readonly changed: (areas: readonly Area[]) => void;
  readonly status: (status: SyncStatus) => void;
  readonly progress: (progress: SyncProgress) => void;
}

export interface Engine {
  /** Brings back what the last stop interrupted: runs are closed, sent entries are looked up. */
  readonly recover: () => Promise<void>;
  /** Runs by the schedule until `stop`. */
  readonly startSchedule: () => void;
  /** After sleep, a network change or a pause: everything may be tried at once, and the next run comes soon. */
  readonly wake: () => void;
  /**
   * One whole run; joins the queue behind one that is under way. The run as it stands in the history, however it went:
   * fails only when it could not be written there, or when the engine stops first.
   */
  readonly run: (request: SyncRequest, trigger: RunTrigger) => Promise<Result<RunRow>>;
  /** Something was archived, retried or answered: deliver soon. */
  readonly nudge: () => void;
  /** The office chose to send PDFs again. */
  readonly nudgePdfs: () => void;
  /**
   * Delivers until no document or PDF waits or is looked up any more, as long as that is to be expected within `maxWaitMs`; sits out
   * quiet periods and pauses. `onWait`: until when (UTC ms) it waits now, and how many are open. `waitsForOffice` false: ends
   * when nothing goes on unless the office acts (a login, a right). Returns what stays open, questions for the office included.
   */
  readonly settle: (
    maxWaitMs: number,
    onWait: (untilMs: number, open: number) => void,
    options?: { readonly waitsForOffice: boolean },
  ) => Promise<{ readonly open: number }>;
  /** Stops the run that is under way at the page it is at; the deliveries stay in the queue. */
  readonly cancel: () => void;
  readonly status: () => Promise<SyncStatus>;
  /** What a work order would become with the saved settings, with the others on its document; pure reading. */
  readonly preview: (workOrderId: number, members?: readonly number[]) => Promise<Result<DocumentPreview>>;
  /** The same as the start of a queue entry. */
  readonly freeze: (workOrderId: number, members?: readonly number[]) => Promise<Result<QueueEntryStart>>;
  /** Clean-ups that the office is asked about. */
  readonly pendingCleanUps: () => Promise<readonly CleanUpQuestion[]>;
  /** The office agreed: reads the list of the package again and removes what is gone still. How many rows went. */
  readonly confirmCleanUp: (questionId: number) => Promise<Result<Pick<CleanUpConfirmed, 'removed'>>>;
  /** The office answered a question; how the link is doing is told anew. */
  readonly cleanUpAnswered: () => void;
  /** The problem that stops the whole link (login needed), or null. */
  readonly linkProblem: () => Problem | null;
  /** No new work, abort at a safe point, wait until it is quiet. */
  readonly stop: () => Promise<void>;
}
