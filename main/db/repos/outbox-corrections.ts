import { problem, type Problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { CorrectionChoices, Correctable, QueueCorrection } from '../../../preload/contract/queue-decisions';
import type { DeliveryState } from '../../../preload/contract/views';
import type { Reader, Writer } from '../connection';
import { idList, sql, type Sql } from '../sql';
import { articleLabel } from './articles';
import { customerLabel } from './customers';
import { workOrderIds } from './outbox-members';
import { addStep } from './outbox-steps';
import { maybeSentSinceMs } from './restore';
import { addOwnAddress, addressRow, addressText, selectableAddresses } from './work-addresses';
import { refreshSearchText } from './work-order-search';

/**
 * Another article or customer on the archived work orders of a blocked entry, and nothing else of them. Its document is
 * made anew afterwards, so this is refused as soon as one document may be in the package that is not known here:
 *
 * - only `blocked` is surely not stored and surely not about to be sent;
 * - every send in its ledger had a certain end: one that ever was `unsure` is not believed, although a look-up settled it;
 * - no backup was put back since, after which it may have been sent.
 *
 * Whoever wants more takes the work order back, with the same marker.
 */
export function correct(db: Writer, entryId: number, correction: QueueCorrection, atMs: number): Result<null> {
  const refused = correctionProblem(db, entryId) ?? unusable(db, correction);
  if (refused !== null) return fail(refused);
  const all = workOrderIds(db, entryId);
  const changed =
    correction.what === 'article' ? changeArticle(db, all, correction) : changeCustomer(db, all, correction);
  const [first = 0] = all;
  if (changed.length === 0)
    return fail(problem('invalid-input', 'correction-not-there', { workOrder: numberOf(db, first) }));
  db.run(sql`UPDATE work_order SET version = version + 1 WHERE id IN ${idList(changed)}`);
  for (const id of changed) refreshSearchText(db, id);
  const { what, fromId, toId } = correction;
  const label = (id: number): string => (what === 'article' ? articleName(db, id) : customerName(db, id));
  const facts = {
    what,
    from: fromId === null ? '' : label(fromId),
    to: label(toId),
    workOrders: changed.map((id) => numberOf(db, id)),
  };
  addStep(db, entryId, 'corrected', facts, atMs);
  return ok(null);
}

/** Whether an earlier send of an entry had no certain outcome. `entryId`: a column or a value. */
export const wasEverUnsure = (entryId: Sql): Sql => sql`(
  EXISTS (SELECT 1 FROM outbox_step AS s WHERE s.outbox_id = ${entryId} AND s.step = 'unsure')
  OR EXISTS (
    SELECT 1 FROM outbox_work_order AS b JOIN work_order AS x ON x.id = b.work_order_id
    WHERE b.outbox_id = ${entryId} AND x.maybe_sent_since_ms IS NOT NULL))`;

/** Why nothing may be chosen anew for an entry; null when it may. */
export function correctionProblem(db: Reader, entryId: number): Problem | null {
  const entry = db.one<{ state: DeliveryState; number: string; unsure: number }>(sql`
    SELECT o.state, w.number, ${wasEverUnsure(sql`o.id`)} AS unsure
    FROM outbox AS o JOIN work_order AS w ON w.id = o.work_order_id WHERE o.id = ${entryId}`);
  if (entry === null) return problem('invalid-input', 'queue-entry-not-found');
  const { state, number } = entry;
  if (state !== 'blocked') return problem('blocked', STANDS[state], { workOrder: number });
  if (entry.unsure === 1 || maybeSentSinceMs(db, entryId) !== null) {
    return problem('blocked', 'stands-once-unsure', { workOrder: number });
  }
  return null;
}

const STANDS: Readonly<Record<Exclude<DeliveryState, 'blocked'>, string>> = {
  waiting: 'stands-not-blocked',
  sending: 'stands-under-way',
  unsure: 'stands-under-way',
  booked: 'stands-booked',
  skipped: 'stands-not-blocked',
  withdrawn: 'stands-taken-back',
};

/** What was chosen must be one that the package takes. */
function unusable(db: Reader, { what, toId }: QueueCorrection): Problem | null {
  const usable = what === 'article' ? USABLE_ARTICLE : USABLE_CUSTOMER;
  const table = what === 'article' ? sql`article AS a` : sql`customer AS c`;
  const id = what === 'article' ? sql`a.id` : sql`c.id`;
  if (db.column<number>(sql`SELECT 1 FROM ${table} WHERE ${id} = ${toId} AND ${usable}`).length > 0) return null;
  return what === 'article'
    ? problem('invalid-input', 'article-not-selectable', { article: articleName(db, toId) })
    : problem('invalid-input', 'customer-not-selectable', { customer: customerName(db, toId) });
}

const USABLE_ARTICLE = sql`(a.active = 1 AND a.link_id IS (SELECT leading_link_id FROM company) AND a.link_id IS NOT NULL)`;
const USABLE_CUSTOMER = sql`(c.active = 1 AND c.link_id IS (SELECT leading_link_id FROM company) AND c.link_id IS NOT NULL)`;

type Of<W extends QueueCorrection['what']> = Extract<QueueCorrection, { readonly what: W }>;

/** Quantity, own price and own text of the lines stay. The work orders that had it. */
function changeArticle(db: Writer, ids: readonly number[], { fromId, toId }: Of<'article'>): readonly number[] {
  const having = db.column<number>(sql`
    SELECT DISTINCT work_order_id FROM work_order_article
    WHERE work_order_id IN ${idList(ids)} AND article_id = ${fromId} ORDER BY work_order_id`);
  db.run(sql`
    UPDATE work_order_article SET article_id = ${toId}
    WHERE work_order_id IN ${idList(having)} AND article_id = ${fromId}`);
  return having;
}

function changeCustomer(db: Writer, ids: readonly number[], { fromId, toId }: Of<'customer'>): readonly number[] {
  const having = db.all<{ id: number; work_address_id: number | null }>(sql`
    SELECT id, work_address_id FROM work_order
    WHERE id IN ${idList(ids)} AND customer_id IS ${fromId} ORDER BY id`);
  for (const { id, work_address_id } of having) {
    const addressId = work_address_id === null ? null : sameAddressAt(db, toId, work_address_id);
    db.run(sql`UPDATE work_order SET customer_id = ${toId}, work_address_id = ${addressId} WHERE id = ${id}`);
  }
  return having.map(({ id }) => id);
}

/** The work was done where it was done: the same address of the new customer, made when it has none like it. */
function sameAddressAt(db: Writer, customerId: number, addressId: number): number {
  const address = addressRow(db, addressId);
  if (address === null) throw new Error(`Work address ${addressId} is gone`);
  if (address.customerId === customerId) return addressId;
  const same = selectableAddresses(db, customerId).find((one) => addressText(one) === addressText(address));
  const { name, street, postcode, city, country } = address;
  return (same ?? addOwnAddress(db, customerId, { name, street, postcode, city, country })).id;
}

/** More than anybody chooses from. */
const MOST_CHOICES = 100;

/** What stands on the work orders of these entries; those that may not be corrected are named with why. */
export function choices(db: Reader, ids: readonly number[]): CorrectionChoices {
  const problems = ids.map((id) => ({ id, problem: correctionProblem(db, id) }));
  const open = problems.flatMap(({ id, problem: found }) => (found === null ? [id] : []));
  const of = sql`json_each(${JSON.stringify(open)}) AS wanted JOIN outbox_work_order AS b ON b.outbox_id = wanted.value`;
  const articles = db.all<ChoiceRow>(sql`
    SELECT a.id, a.code AS number, a.description AS name, NOT ${USABLE_ARTICLE} AS at_fault,
      count(DISTINCT b.outbox_id) AS entries
    FROM ${of} JOIN work_order_article AS l ON l.work_order_id = b.work_order_id JOIN article AS a ON a.id = l.article_id
    GROUP BY a.id ORDER BY at_fault DESC, entries DESC, a.code_key LIMIT ${MOST_CHOICES}`);
  const customers = db.all<ChoiceRow>(sql`
    SELECT c.id, coalesce(c.number, '') AS number, coalesce(c.name, '') AS name,
      c.id IS NULL OR NOT ${USABLE_CUSTOMER} AS at_fault, count(DISTINCT b.outbox_id) AS entries
    FROM ${of} JOIN work_order AS w ON w.id = b.work_order_id LEFT JOIN customer AS c ON c.id = w.customer_id
    GROUP BY c.id ORDER BY at_fault DESC, entries DESC, c.name_key LIMIT ${MOST_CHOICES}`);
  return {
    articles: articles.map((row) => toChoice(row, articleLabel(row.number, row.name))),
    customers: customers.map((row) => toChoice(row, customerLabel(row.number, row.name))),
    entries: open.length,
    staying: problems.flatMap(({ id, problem: found }) =>
      found === null ? [] : [{ id, number: numberOfEntry(db, id), problem: found }],
    ),
  };
}

interface ChoiceRow {
  id: number | null;
  number: string;
  name: string;
  at_fault: number;
  entries: number;
}

const toChoice = (row: ChoiceRow, label: string): Correctable => ({
  id: row.id,
  label,
  isAtFault: row.at_fault === 1,
  entries: row.entries,
});

const numberOf = (db: Reader, workOrderId: number): string =>
  db.column<string>(sql`SELECT number FROM work_order WHERE id = ${workOrderId}`)[0] ?? '';

const numberOfEntry = (db: Reader, entryId: number): string =>
  db.column<string>(sql`
    SELECT w.number FROM outbox AS o JOIN work_order AS w ON w.id = o.work_order_id WHERE o.id = ${entryId}`)[0] ?? '';

function articleName(db: Reader, id: number): string {
  const row = db.one<{ code: string; description: string }>(
    sql`SELECT code, description FROM article WHERE id = ${id}`,
  );
  return row === null ? '' : articleLabel(row.code, row.description);
}

function customerName(db: Reader, id: number): string {
  const row = db.one<{ number: string; name: string }>(sql`SELECT number, name FROM customer WHERE id = ${id}`);
  return row === null ? '' : customerLabel(row.number, row.name);
}
