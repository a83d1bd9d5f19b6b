import type Database from 'better-sqlite3';

/** Asked between two steps: false when the app is ending. */
export type MayGoOn = () => boolean;

/** 8 MB: some 10 ms. */
const PAGES_PER_STEP = 2_000;

/**
 * Copies all pages of the database as they are at this moment, whatever is written meanwhile. Resolves with false when it
 * was told to stop; then the copy is not whole. Throws what SQLite says.
 */
export async function copyInSteps(db: Database.Database, file: string, mayGoOn: MayGoOn): Promise<boolean> {
  // What is written by others from here on is not seen, so that the copy never has to begin again.
  db.exec('BEGIN');
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  try {
    await db.backup(file, {
      progress: () => {
        if (!mayGoOn()) throw new Stopped();
        return PAGES_PER_STEP;
      },
    });
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  } finally {
    db.exec('COMMIT');
  }
}

class Stopped extends Error {}
