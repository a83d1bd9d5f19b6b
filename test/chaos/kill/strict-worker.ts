/**
 * The thread of the database as in the app, which refuses to begin a transaction on a connection whose commits could be lost
 * with the power: what a queue is worth is decided there.
 */
import Database from 'better-sqlite3';

/** `PRAGMA synchronous`: each commit waits until it is on the disk. */
const FULL = 2;

const { transaction } = Database.prototype as {
  transaction: (this: Database.Database, work: () => unknown) => unknown;
};
Object.assign(Database.prototype, {
  transaction(this: Database.Database, work: () => unknown) {
    const found = this.pragma('synchronous', { simple: true });
    if (found !== FULL) throw new Error(`A write with synchronous=${String(found)} in place of ${FULL}`);
    return transaction.call(this, work);
  },
});

await import('../../../main/db/worker');
