import { decimal } from '../../../connectors/_kit/decimal';
import type { PulledOrderLine } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import type { WorkOrderArticle } from '../../../preload/contract/views';
import type { Reader } from '../connection';
import { isPulled, rememberOrder } from '../repos/pulled-orders';
import { selectableAddresses } from '../repos/work-addresses';
import { insertWorkOrder } from '../repos/work-order-changes';
import { sql } from '../sql';
import type { Intake } from './intake';

/**
 * An order or quote becomes a work order once: later changes are not followed, and a deleted work order is not pulled
 * again. Without its customer it waits (`order-customer-unknown`); a line that charges something of which Simon has no
 * article is reported (`order-article-unknown`) and kept in the notes of the work order.
 */
export const orderIntake: Intake<'orders'> = {
  table: 'workOrder',
  label: (record) => record.number,
  put: (db, { linkId, atMs, tally }, record) => {
    if (isPulled(db, linkId, record.externalId)) {
      tally.counts.unchanged += 1;
      return null;
    }
    const customerId = db.column<number>(
      sql`SELECT id FROM customer
          WHERE link_id = ${linkId} AND external_id = ${record.customerExternalId} AND active = 1`,
    )[0];
    if (customerId === undefined) {
      return problem('blocked', 'order-customer-unknown', { order: record.number });
    }
    const { articles, unknown, notes } = readLines(db, linkId, record.lines);
    const { id, number } = insertWorkOrder(
      db,
      {
        customerId,
        workAddressId: selectableAddresses(db, customerId)[0]?.id ?? null,
        description: record.workDescription,
        customerReference: record.customerReference,
        notes,
        employeeId: null,
        plannedStartAtMs: null,
        plannedEndAtMs: null,
        times: [],
        articles,
        forms: [],
      },
      { sourceNumber: record.number, atMs },
    );
    rememberOrder(db, linkId, { externalId: record.externalId, number: record.number, origin: 'package' }, atMs);
    for (const article of unknown) {
      tally.refused(
        'workOrder',
        number,
        problem('rejected', 'order-article-unknown', { order: record.number, workOrder: number, article }),
      );
    }
    tally.createdWorkOrder(id, number, record.number);
    tally.counts.written += 1;
    return null;
  },
  // A work order that was made of it is Simon's own by now.
  gone: (_db, { tally }) => {
    tally.counts.unchanged += 1;
  },
};

/** A line without article may still charge something; then it counts as an article that Simon does not have. */
const isTextOnly = (line: PulledOrderLine): boolean =>
  line.articleExternalId === null &&
  line.articleCode === '' &&
  (line.unitPrice === null || decimal(line.unitPrice).times(line.quantity).isZero());

/** Splits the lines into articles to book, articles that Simon does not have, and text for the notes. */
function readLines(
  db: Reader,
  linkId: number,
  lines: readonly PulledOrderLine[],
): { readonly articles: WorkOrderArticle[]; readonly unknown: string[]; readonly notes: string } {
  const articles: WorkOrderArticle[] = [];
  const unknown: string[] = [];
  const notes: string[] = [];
  for (const line of lines) {
    if (isTextOnly(line)) {
      if (line.description !== '') notes.push(line.description);
      continue;
    }
    const article = db.one<{ id: number; description: string }>(
      line.articleExternalId === null
        ? sql`SELECT id, description FROM article
              WHERE code = ${line.articleCode} AND link_id = ${linkId} AND active = 1`
        : sql`SELECT id, description FROM article
              WHERE link_id = ${linkId} AND external_id = ${line.articleExternalId} AND active = 1`,
    );
    if (article) {
      articles.push({
        articleId: article.id,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        description: line.description === article.description || line.description === '' ? null : line.description,
      });
    } else {
      const name = `${line.articleCode} ${line.description}`.trim();
      unknown.push(name);
      notes.push(`${line.quantity} x ${name}`);
    }
  }
  return { articles, unknown, notes: notes.join('\n') };
}
