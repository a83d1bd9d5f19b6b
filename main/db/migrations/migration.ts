import type Database from 'better-sqlite3';

/** One step of the schema. Numbers go in tens, so that a branch can slot one in; a released step never changes. */
export interface Migration {
  readonly version: number;
  readonly up: (db: Database.Database) => void;
}
