import { z } from 'zod';
import type { Connector, ConnectorContext, IdPage, ParkedRecord, PullPage } from '../_kit/connector';
import { inTurns } from '../_kit/in-turns';
import type { Mark, Pulled, Resource } from '../_kit/model';
import { noPages } from '../_kit/no-pages';
import { fail, ok, type Result } from '../_kit/result';
import { portionsOf, progressSchema, type CappedList } from './capped-list';
import { listCutOff } from './document-problems';
import { articleList, readArticles, readRelations, relationList, selectedGroups, type ReadRow } from './lists';
import { groupOf, isSelected, toArticle, toCustomer } from './map';

type Pages<R extends Resource> = AsyncGenerator<Result<PullPage<R>>, void, undefined>;
type IdPages = AsyncGenerator<Result<IdPage>, void, undefined>;

/** One table: the list it is made of, and how rows become records. */
interface Table<R extends Resource> {
  readonly list: CappedList<ReadRow>;
  readonly read: (rows: readonly ReadRow[]) => TableRecords<R>;
  /** What is called incomplete when rows are missing. */
  readonly rows: 'customers' | 'articles';
}

interface TableRecords<R extends Resource> {
  readonly pulled: readonly Pulled<R>[];
  readonly parked: readonly ParkedRecord[];
}

/**
 * What a mark holds. There is no date of change, so that each run reads the whole list; only a read that was broken off
 * between two portions goes on where it was. A mark of another shape, or of other groups, counts as none.
 */
const stateSchema = z.object({ progress: progressSchema.nullable(), groups: z.array(z.string()) });
type State = z.infer<typeof stateSchema>;

const TABLES: { readonly [R in Resource]: (ctx: ConnectorContext) => Table<R> | null } = {
  customers: (ctx) => ({
    rows: 'customers',
    list: relationList(ctx),
    read: (rows) => {
      const { read, parked } = readRelations(rows);
      return { pulled: read.map(toCustomer), parked };
    },
  }),
  articles: (ctx) => {
    const selected = selectedGroups(ctx);
    return {
      rows: 'articles',
      list: articleList(ctx, selected),
      read: (rows) => {
        const { read, parked } = readArticles(rows);
        return { pulled: read.map((article) => toArticle(article, selected)), parked };
      },
    };
  },
  articleGroups: (ctx) => groupTable(ctx),
  orders: () => null,
};

/** The groups are those of the articles, each once. An article that cannot be read is reported with the articles. */
function groupTable(ctx: ConnectorContext): Table<'articleGroups'> {
  const selected = selectedGroups(ctx);
  const known = new Set<string>();
  return {
    rows: 'articles',
    list: articleList(ctx, selected),
    read: (rows) => {
      const pulled = readArticles(rows).read.flatMap((article): Pulled<'articleGroups'>[] => {
        const record = groupOf(article);
        if (record === null || known.has(record.externalId)) return [];
        known.add(record.externalId);
        return isSelected(record.externalId, selected)
          ? [{ kind: 'present', record }]
          : [{ kind: 'gone', externalId: record.externalId, reason: 'not-selected' }];
      });
      return { pulled, parked: [] };
    },
  };
}

export const pull: Connector['pull'] = (ctx, resource, mark) => {
  const table = TABLES[resource](ctx);
  return table === null ? noPages() : pullTable(table, mark);
};

export const listIds: Connector['listIds'] = (ctx, resource) => {
  const table: Table<Resource> | null = TABLES[resource](ctx);
  return table === null ? noPages() : listTableIds(table);
};

async function* pullTable<R extends Resource>(table: Table<R>, mark: Mark | null): Pages<R> {
  const { list } = table;
  const stored = stateSchema.safeParse(mark?.state);
  const isSame = stored.success && stored.data.groups.join('\n') === list.groups.join('\n');
  for await (const portion of portionsOf(list, isSame ? stored.data.progress : null, { thorough: false })) {
    if (!portion.ok) return yield portion;
    const { rows, next, isComplete } = portion.value;
    const { pulled, parked } = await readInTurns(table, rows);
    const state: State = { progress: next, groups: [...list.groups] };
    yield ok({
      records: pulled,
      parked: isComplete ? parked : [...parked, { externalId: '', label: '', problem: listCutOff(table.rows) }],
      mark: { highWater: null, state },
      total: null,
    });
  }
}

/** All ids that Simon should have. A row that could not be read is there all the same. Complete or a problem. */
async function* listTableIds<R extends Resource>(table: Table<R>): IdPages {
  for await (const portion of portionsOf(table.list, null, { thorough: true })) {
    if (!portion.ok) return yield portion;
    const { rows, isComplete } = portion.value;
    if (!isComplete) return yield fail(listCutOff(table.rows));
    const { pulled, parked } = await readInTurns(table, rows);
    const present = pulled.flatMap((one) => (one.kind === 'present' ? [externalIdOf(one.record)] : []));
    const unread = parked.map((one) => one.externalId).filter((id) => id !== '');
    yield ok({ externalIds: [...present, ...unread], rowsSeen: rows.length });
  }
}

async function readInTurns<R extends Resource>(table: Table<R>, rows: readonly ReadRow[]): Promise<TableRecords<R>> {
  const pulled: Pulled<R>[] = [];
  const parked: ParkedRecord[] = [];
  for await (const some of inTurns(rows)) {
    const records = table.read(some);
    pulled.push(...records.pulled);
    parked.push(...records.parked);
  }
  return { pulled, parked };
}

const externalIdOf = ({ externalId }: { readonly externalId: string }): string => externalId;
