import type { Reader, Writer } from '../connection';
import { sql } from '../sql';
import type { Store } from '../store';

type Late = ReturnType<Store['lateDeliveries']['list']>;

export const list = (db: Reader): Late => ({
  // One that was taken back and archived again is late anew.
  entries: db.column<number>(sql`
    SELECT o.id FROM late_delivery AS l JOIN outbox AS o ON o.id = l.outbox_id
    WHERE o.state NOT IN ('booked', 'skipped', 'withdrawn') AND l.told_at_ms >= o.archived_at_ms`),
  pdfs: db.column<number>(sql`
    SELECT p.id FROM late_delivery AS l JOIN outbox_pdf AS p ON p.id = l.pdf_id WHERE p.state <> 'done'`),
});

export function told(db: Writer, { entries, pdfs }: Late, atMs: number): void {
  for (const id of entries) {
    db.run(sql`INSERT OR REPLACE INTO late_delivery (outbox_id, told_at_ms) VALUES (${id}, ${atMs})`);
  }
  for (const id of pdfs) {
    db.run(sql`INSERT OR REPLACE INTO late_delivery (pdf_id, told_at_ms) VALUES (${id}, ${atMs})`);
  }
}
