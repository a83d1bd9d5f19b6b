import { hash } from 'node:crypto';
import type { RecordOf, Resource } from '../../../connectors/_kit/model';
import type { Problem } from '../../../connectors/_kit/problem';
import type { LogTable } from '../../../preload/contract/views';
import type { Writer } from '../connection';
import type { PageTally } from '../page-tally';
import type { SearchSubject } from '../repos/search-words';

export interface IntakeContext {
  readonly linkId: number;
  readonly atMs: number;
  readonly tally: PageTally;
  /** Search texts of new rows, whose words are kept when the page is done. */
  readonly searchTexts: Readonly<Record<SearchSubject, string[]>>;
}

/** Takes records of one resource over into Simon's tables. */
export interface Intake<R extends Resource> {
  /** Which table the log names. */
  readonly table: LogTable;
  /** How people know the record. */
  readonly label: (record: RecordOf[R]) => string;
  /** Stores a record and counts it. A problem means that it cannot be taken over now: it is parked. */
  readonly put: (db: Writer, context: IntakeContext, record: RecordOf[R]) => Problem | null;
  /** The record is no longer for Simon. */
  readonly gone: (db: Writer, context: IntakeContext, externalId: string) => void;
}

/** Tells whether a record changed since it was stored. */
export const contentHash = (record: object): string => hash('sha256', JSON.stringify(record), 'base64');
