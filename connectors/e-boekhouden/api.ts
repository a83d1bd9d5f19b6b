import type { ConnectorContext } from '../_kit/connector';
import { ok, type Result } from '../_kit/result';
import type { XmlElement } from '../_kit/xml/read-xml';
import { childNamed, childText, readResult } from './answer';
import { sessionCall, type Operation, type Tags } from './envelope';

/** What a call needs; also before there is an administration. */
export type CallContext = Pick<ConnectorContext, 'endpoints' | 'clock' | 'send'>;

/** Filters of GetRelaties: `keyword` looks for a part in several fields, the others for one relation. Empty: all. */
export interface RelationFilter {
  readonly keyword?: string;
  readonly code?: string;
  readonly id?: string;
}

/** Filters of GetArtikelen. Whether they look for a part or for the whole text is not documented. Empty: all. */
export interface ArticleFilter {
  readonly code?: string;
  readonly groupCode?: string;
}

/** Filters of GetFacturen; days `YYYY-MM-DD`, both included. */
export interface InvoiceFilter {
  readonly number?: string;
  readonly relationCode?: string;
  readonly from: string;
  readonly until: string;
}

/** The first and the last day that the service knows (manual, chapter 5). */
export const FIRST_DAY = '1980-01-01';
export const LAST_DAY = '2049-12-31';

/** Administrations that the user can reach (manual, 3.7). */
export const getAdministrations = (ctx: CallContext): Promise<Result<readonly XmlElement[]>> =>
  getList(ctx, 'GetAdministraties', 'Administraties', []);

/** Relations, customers and suppliers together (manual, 3.4). A limited number of rows: see `capped-list.ts`. */
export const getRelations = (ctx: CallContext, filter: RelationFilter): Promise<Result<readonly XmlElement[]>> =>
  getList(ctx, 'GetRelaties', 'Relaties', [
    [
      'cFilter',
      [
        ['Trefwoord', filter.keyword ?? ''],
        ['Code', filter.code ?? ''],
        ['ID', filter.id ?? '0'],
      ],
    ],
  ]);

/** Articles, inactive ones too (manual, 3.8). A limited number of rows: see `capped-list.ts`. */
export const getArticles = (ctx: CallContext, filter: ArticleFilter): Promise<Result<readonly XmlElement[]>> =>
  getList(ctx, 'GetArtikelen', 'Artikelen', [
    [
      'cFilter',
      [
        ['ArtikelID', '0'],
        ['ArtikelOmschrijving', ''],
        ['ArtikelCode', filter.code ?? ''],
        ['GroepOmschrijving', ''],
        ['GroepCode', filter.groupCode ?? ''],
      ],
    ],
  ]);

/** Invoices with their lines (manual, 3.9). A limited number of rows: see `look-up.ts`. */
export const getInvoices = (ctx: CallContext, filter: InvoiceFilter): Promise<Result<readonly XmlElement[]>> =>
  getList(ctx, 'GetFacturen', 'Facturen', [
    [
      'cFilter',
      [
        ['Factuurnummer', filter.number ?? ''],
        ['Relatiecode', filter.relationCode ?? ''],
        ['DatumVan', filter.from],
        ['DatumTm', filter.until],
      ],
    ],
  ]);

/**
 * Creates an invoice (manual, 3.1); its number, empty when the answer does not tell. `articleOf` names the article of a
 * line, counted from 1, for a refusal that is about a line.
 */
export async function addInvoice(
  ctx: CallContext,
  invoice: Tags,
  articleOf: (line: number) => string | undefined,
): Promise<Result<string>> {
  const call = sessionCall(ctx.endpoints, 'AddFactuur', 'write', [['oFact', invoice]]);
  const answer = await ctx.send(call);
  if (!answer.ok) return answer;
  const result = await readResult(call, answer.value, 'AddFactuur', ctx.clock.nowMs(), articleOf);
  return result.ok ? ok(childText(result.value, 'Factuurnummer')) : result;
}

/** The rows of a list; one without rows may be an empty tag, nil, or not there at all. */
async function getList(
  ctx: CallContext,
  operation: Operation,
  list: string,
  filter: Tags,
): Promise<Result<readonly XmlElement[]>> {
  const call = sessionCall(ctx.endpoints, operation, 'read', filter);
  const answer = await ctx.send(call);
  if (!answer.ok) return answer;
  const result = await readResult(call, answer.value, operation, ctx.clock.nowMs());
  return result.ok ? ok(childNamed(result.value, list)?.children ?? []) : result;
}
