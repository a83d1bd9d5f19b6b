import type { ExportProgress } from './exports';
import type { ImportProgress } from './imports';
import type { LongWork } from './long-work';
import type { AppState, LogLevel, LogTable, SyncProgress, SyncStatus } from './views';

/** A part of the data that a screen may show. */
export type Area =
  | 'customers'
  | 'articles'
  | 'employees'
  | 'workOrders'
  | 'queue'
  | 'integrations'
  | 'log'
  | 'runs'
  | 'companySettings'
  | 'customForms'
  | 'templates'
  | 'workOrderFiles';

/** Facts that main tells the screens. Each is complete: the screen replaces what it had. */
export interface Events {
  /** These areas changed; lists that show them read again. `revision` rises by one each time. */
  readonly 'data:changed': { readonly revision: number; readonly areas: readonly Area[] };
  readonly 'sync:status': SyncStatus;
  readonly 'sync:progress': SyncProgress;
  /** A login page was opened; the office may copy its address to another browser. */
  readonly 'login:page': { readonly package: string; readonly url: string };
  /** Everything that takes long now; empty when nothing does. */
  readonly 'work:progress': readonly LongWork[];
  /** A list that is being saved as a file. */
  readonly 'export:progress': ExportProgress;
  /** A file that is being checked or taken in. */
  readonly 'import:progress': ImportProgress;
  readonly 'app:state': AppState;
  /** The app is about to end: what was typed is saved now, and `app:saved-all` answers. */
  readonly 'app:closing': null;
  /** Main asks to show a screen (from the tray or a notification). */
  readonly 'app:navigate': Navigation & {
    /** Absent: the one of this page. */ readonly companyId?: string;
  };
}

/** A screen, and what shows on it. */
export interface Navigation {
  readonly view: View;
  /** What stands behind the screen in its address: a record, a package, a box of the queue. */
  readonly detail?: string | number;
  /** What Logging shows. */
  readonly log?: { readonly table: LogTable; readonly level: LogLevel };
}

/** The screens of the app, in the order in which they are offered. */
export const VIEWS = [
  'overview',
  'work-orders',
  'planning',
  'customers',
  'articles',
  'forms',
  'queue',
  'integrations',
  'log',
  'settings',
] as const;
export type View = (typeof VIEWS)[number];
export type EventName = keyof Events;
export const EVENT_NAMES = [
  'data:changed',
  'sync:status',
  'sync:progress',
  'work:progress',
  'login:page',
  'export:progress',
  'import:progress',
  'app:state',
  'app:closing',
  'app:navigate',
] as const satisfies readonly EventName[];

/** Name under which an event travels from main to the preload; calls travel under their own names. */
export const eventChannel = (event: EventName): string => `event:${event}`;
