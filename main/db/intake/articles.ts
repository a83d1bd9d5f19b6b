import type { PulledArticle } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import type { Writer } from '../connection';
import { writeJson } from '../json';
import { articleKeys, articleLabel } from '../repos/articles';
import { retireArticle } from '../repos/retire';
import { sql } from '../sql';
import { contentHash, type Intake, type IntakeContext } from './intake';

interface Stored {
  id: number;
  code: string;
  description: string;
  content_hash: string;
  active: number;
}

/**
 * Articles by the id of the package. Codes must be unique, since settings and imports name articles by code: of two with
 * the same code the first one stays, the other is refused (`article-code-double`) and tried again at every pull.
 */
export const articleIntake: Intake<'articles'> = {
  table: 'article',
  label: (record) => articleLabel(record.code, record.description),
  put: (db, context, record) => {
    const hash = contentHash(record);
    const stored = db.one<Stored>(
      sql`SELECT id, code, description, content_hash, active FROM article
          WHERE link_id = ${context.linkId} AND external_id = ${record.externalId}`,
    );
    if (stored?.content_hash === hash && stored.active === 1) {
      context.tally.counts.unchanged += 1;
      return null;
    }
    const first = db.one<{ description: string }>(
      sql`SELECT description FROM article
          WHERE code = ${record.code} AND link_id = ${context.linkId} AND active = 1
            AND external_id <> ${record.externalId}`,
    );
    if (first) {
      // Under its former code it is no longer found in the package, so it must not be chosen under that one.
      if (stored) retire(db, context, stored);
      return problem('rejected', 'article-code-double', {
        code: record.code,
        article: record.description,
        kept: first.description,
      });
    }
    const keys = articleKeys(record);
    if (stored) update(db, stored.id, record, hash, keys);
    else insert(db, context, record, hash, keys);
    context.searchTexts.article.push(keys.search);
    context.tally.counts.written += 1;
    return null;
  },
  gone: (db, context, externalId) => {
    const stored = db.one<Stored>(
      sql`SELECT id, code, description, content_hash, active FROM article
          WHERE link_id = ${context.linkId} AND external_id = ${externalId} AND removed_at_ms IS NULL`,
    );
    if (stored) retire(db, context, stored);
    else context.tally.counts.unchanged += 1;
  },
};

function retire(db: Writer, { atMs, tally }: IntakeContext, { id, code, description, active }: Stored): void {
  if (retireArticle(db, id, atMs) === 'removed') {
    tally.counts.removed += 1;
  } else if (active === 0) {
    tally.counts.unchanged += 1;
  } else {
    tally.counts.written += 1;
    tally.keptInUse('article', id, articleLabel(code, description));
  }
}

type Keys = ReturnType<typeof articleKeys>;

function insert(db: Writer, { linkId }: IntakeContext, record: PulledArticle, hash: string, keys: Keys): void {
  db.run(sql`
    INSERT INTO article (
      link_id, external_id, code, description, group_external_id, unit, unit_price, vat_rate, extra, content_hash, active,
      code_key, description_key, search_text)
    VALUES (
      ${linkId}, ${record.externalId}, ${record.code}, ${record.description}, ${record.groupExternalId}, ${record.unit},
      ${record.unitPrice}, ${record.vatRate}, ${writeJson(record.extra)}, ${hash}, 1, ${keys.code}, ${keys.description},
      ${keys.search})`);
}

function update(db: Writer, id: number, record: PulledArticle, hash: string, keys: Keys): void {
  db.run(sql`
    UPDATE article SET
      code = ${record.code}, description = ${record.description}, group_external_id = ${record.groupExternalId},
      unit = ${record.unit}, unit_price = ${record.unitPrice}, vat_rate = ${record.vatRate},
      extra = ${writeJson(record.extra)}, content_hash = ${hash}, active = 1, removed_at_ms = NULL,
      code_key = ${keys.code}, description_key = ${keys.description}, search_text = ${keys.search}
    WHERE id = ${id}`);
}
