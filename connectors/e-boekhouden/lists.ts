/** The two lists that are read as a whole, row by row. */
import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import { inTurns } from '../_kit/in-turns';
import { readRecords, textUnder, type RowName } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import type { XmlElement } from '../_kit/xml/read-xml';
import { getArticles, getRelations, type ArticleFilter } from './api';
import type { CappedList, ListedRow, Query } from './capped-list';
import { articleSchema, relationSchema, rowOf, type Article, type Relation, type Row } from './schemas';
import { readSettings } from './settings';

/** A row of an answer, with what reading the list has to know of it. */
export interface ReadRow extends ListedRow {
  readonly row: Row;
}

/** Relations; what is asked in parts is looked for in code, name, place and more. */
export function relationList(ctx: ConnectorContext): CappedList<ReadRow> {
  return {
    groups: [],
    ask: async ({ key }) => listed(await getRelations(ctx, { keyword: key }), 'ID', 'Code'),
  };
}

/** Articles; `groups` limits the list where it is too long to be read as a whole. */
export function articleList(ctx: ConnectorContext, groups: readonly string[]): CappedList<ReadRow> {
  return {
    groups,
    ask: (query) => askArticles(ctx, articleFilter(query)),
  };
}

/** The articles of one question. */
export const askArticles = async (ctx: ConnectorContext, filter: ArticleFilter): Promise<Result<readonly ReadRow[]>> =>
  listed(await getArticles(ctx, filter), 'ArtikelID', 'ArtikelCode');

export const selectedGroups = (ctx: ConnectorContext): readonly string[] => readSettings(ctx.settings).articleGroups;

function articleFilter({ by, key }: Query): ArticleFilter {
  switch (by) {
    case 'everything':
      return {};
    case 'part':
      return { code: key };
    case 'group':
      return { groupCode: key };
  }
}

async function listed(
  answer: Result<readonly XmlElement[]>,
  id: string,
  code: string,
): Promise<Result<readonly ReadRow[]>> {
  if (!answer.ok) return answer;
  const rows: ReadRow[] = [];
  for await (const elements of inTurns(answer.value)) {
    for (const element of elements) {
      const row = rowOf(element);
      rows.push({
        row,
        // A row without id is known by all that is in it.
        key: textUnder(row, id).trim() || JSON.stringify(row),
        code: textUnder(row, code).trim(),
        group: textUnder(row, 'GroepCode').trim(),
      });
    }
  }
  return ok(rows);
}

interface Records<T> {
  readonly read: readonly T[];
  readonly parked: readonly ParkedRecord[];
}

export const readRelations = (rows: readonly ReadRow[]): Records<Relation> =>
  readRecords(
    rows.map(({ row }) => row),
    relationSchema,
    named('ID', 'Code', 'Bedrijf'),
  );

export const readArticles = (rows: readonly ReadRow[]): Records<Article> =>
  readRecords(
    rows.map(({ row }) => row),
    articleSchema,
    named('ArtikelID', 'ArtikelCode', 'ArtikelOmschrijving'),
  );

const named =
  (id: string, number: string, name: string) =>
  (row: unknown): RowName => ({
    externalId: textUnder(row, id).trim(),
    label: [textUnder(row, number), textUnder(row, name)].filter((part) => part !== '').join(' '),
  });
