import type { PulledArticle, PulledCustomer } from '../../../connectors/_kit/model';
import { ADOPTED_TABLES, type AdoptedTable } from '../../../preload/contract/adoption';
import type { AdoptionOutcome } from '../adoption';
import type { Writer } from '../connection';
import { PageTally } from '../page-tally';
import { choices, clear } from '../repos/adoption';
import { forgetTable } from '../repos/clean-up-questions';
import { takeLead } from '../repos/company';
import { linkId as linkIdOf } from '../repos/links';
import { forgetMark } from '../repos/marks';
import { purgeArticles, purgeCustomers, retireArticle, retireCustomer } from '../repos/retire';
import { keepWords } from '../repos/search-words';
import { sql } from '../sql';
import type { LinkKey } from '../store';
import { articleIntake } from './articles';
import { customerIntake } from './customers';
import type { IntakeContext } from './intake';

/**
 * Carries out what the office decided: rows that were chosen become the record of the package, under the id that work orders
 * know; of the others those of a package go, or cannot be chosen any more, and those added by hand stay by hand. The
 * administration leads, and is read from the start. Meant to run in one transaction.
 */
export function adoptRows(db: Writer, link: LinkKey, atMs: number): AdoptionOutcome {
  const linkId = linkIdOf(db, link);
  takeLead(db, linkId);
  const context: IntakeContext = { linkId, atMs, tally: new PageTally(), searchTexts: { customer: [], article: [] } };
  const counts = { removed: 0, keptInUse: 0 };
  const adopted: Record<AdoptedTable, number> = { customers: 0, articles: 0 };

  for (const table of ADOPTED_TABLES) {
    const all = choices(db, table);
    // First what goes: of two with one code the one that goes would keep the other out.
    for (const { rowId, chosen } of all) {
      if (chosen !== null || isByHand(db, table, rowId)) continue;
      counts[RETIRE[table](db, rowId, atMs) === 'removed' ? 'removed' : 'keptInUse'] += 1;
    }
    for (const { rowId, chosen, record } of all) {
      if (chosen === null || record === null) continue;
      becomes(db, table, rowId, linkId, chosen);
      if (table === 'customers') customerIntake.put(db, context, JSON.parse(record) as PulledCustomer);
      else articleIntake.put(db, context, JSON.parse(record) as PulledArticle);
      adopted[table] += 1;
    }
  }
  db.run(sql`DELETE FROM article_group WHERE link_id <> ${linkId}`);
  purgeCustomers(db);
  purgeArticles(db);
  for (const resource of ['customers', 'articles', 'articleGroups'] as const) {
    forgetMark(db, null, resource);
    forgetTable(db, resource);
  }
  keepWords(db, 'customer', context.searchTexts.customer);
  keepWords(db, 'article', context.searchTexts.article);
  clear(db);
  return { adopted, ...counts };
}

const NAME = { customers: sql`customer`, articles: sql`article` };
const RETIRE = { customers: retireCustomer, articles: retireArticle };

const isByHand = (db: Writer, table: AdoptedTable, rowId: number): boolean =>
  db.one(sql`SELECT 1 FROM ${NAME[table]} WHERE id = ${rowId} AND link_id IS NULL`) !== null;

/** The row is that record of the package from now on; the next look at it takes everything over. */
function becomes(db: Writer, table: AdoptedTable, rowId: number, linkId: number, externalId: string): void {
  // A row of an earlier time with the same administration, hidden since: it is no longer the one that is updated.
  db.run(sql`
    UPDATE ${NAME[table]} SET link_id = NULL, external_id = NULL
    WHERE link_id = ${linkId} AND external_id = ${externalId} AND id <> ${rowId}`);
  db.run(sql`
    UPDATE ${NAME[table]} SET link_id = ${linkId}, external_id = ${externalId}, content_hash = '', active = 0
    WHERE id = ${rowId}`);
}
