import type { RecordOf, Resource } from '../../../connectors/_kit/model';
import type { Writer } from '../connection';
import { PageTally } from '../page-tally';
import { takeLead } from '../repos/company';
import { linkId as linkIdOf } from '../repos/links';
import { putMark } from '../repos/marks';
import { park, parkedIds, parkedWithRecord, unpark } from '../repos/parked';
import { addRunCounts } from '../repos/runs';
import { keepWords } from '../repos/search-words';
import type { PageOutcome, Store } from '../store';
import { articleGroupIntake } from './article-groups';
import { articleIntake } from './articles';
import { customerIntake } from './customers';
import type { Intake, IntakeContext } from './intake';
import { orderIntake } from './orders';

const INTAKES: { readonly [R in Resource]: Intake<R> } = {
  customers: customerIntake,
  articleGroups: articleGroupIntake,
  articles: articleIntake,
  orders: orderIntake,
};

/**
 * Stores one page: its records, what was set aside, its counts and its mark. Meant to run in one transaction, so that
 * the mark never moves over a record that is neither stored nor parked. After the last page of a table the records that
 * wait are tried again, and those that still cannot be taken over are reported.
 */
export function applyPage(
  db: Writer,
  { link, resource, page, last, runId, atMs }: Parameters<Store['pull']['applyPage']>[0],
): PageOutcome {
  const linkId = linkIdOf(db, link);
  takeLead(db, linkId);
  // The records of a page are those of its resource; TypeScript cannot follow that through the table.
  const intake = INTAKES[resource] as Intake<Resource>;
  const context: IntakeContext = { linkId, atMs, tally: new PageTally(), searchTexts: { customer: [], article: [] } };
  const { tally } = context;
  const waiting = new Set(parkedIds(db, linkId, resource));
  tally.counts.read += page.records.length + page.parked.length;

  for (const pulled of page.records) {
    if (pulled.kind === 'present') {
      take(db, intake, context, resource, pulled.record, waiting);
    } else {
      intake.gone(db, context, pulled.externalId);
      if (waiting.delete(pulled.externalId)) unpark(db, linkId, resource, pulled.externalId);
    }
  }
  for (const parked of page.parked) {
    // Without an id nothing would ever take it out again: that there is such a row is told in the log only.
    if (parked.externalId !== '') park(db, linkId, resource, { ...parked, record: null }, atMs);
    tally.counts.parked += 1;
  }
  if (last) tryAgain(db, intake, context, resource);
  keepWords(db, 'customer', context.searchTexts.customer);
  keepWords(db, 'article', context.searchTexts.article);
  putMark(db, linkId, resource, page.mark, last, atMs);
  addRunCounts(db, runId, resource, tally.counts);
  return tally.outcome();
}

function take(
  db: Writer,
  intake: Intake<Resource>,
  context: IntakeContext,
  resource: Resource,
  record: RecordOf[Resource],
  waiting: Set<string>,
): void {
  const { externalId } = record;
  const problem = intake.put(db, context, record);
  if (problem) {
    park(db, context.linkId, resource, { externalId, label: intake.label(record), problem, record }, context.atMs);
    waiting.add(externalId);
    context.tally.counts.parked += 1;
  } else if (waiting.delete(externalId)) {
    unpark(db, context.linkId, resource, externalId);
  }
}

function tryAgain(db: Writer, intake: Intake<Resource>, context: IntakeContext, resource: Resource): void {
  for (const { externalId, record } of parkedWithRecord(db, context.linkId, resource)) {
    const problem = intake.put(db, context, record);
    if (problem) context.tally.refused(intake.table, intake.label(record), problem);
    else unpark(db, context.linkId, resource, externalId);
  }
}
