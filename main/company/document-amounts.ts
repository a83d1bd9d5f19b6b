import { setImmediate } from 'node:timers/promises';
import { Decimal, fixed, type DecimalString } from '../../connectors/_kit/decimal';
import type { LineKind } from '../../connectors/_kit/document';
import type { Settings } from '../../connectors/_kit/settings';
import type { WorkFigure } from '../../preload/contract/figures';
import type { HourPolicy } from '../../preload/contract/hour-policy';
import type { TimeKind } from '../../preload/contract/views';
import type { FiguresRepo, Unfrozen } from '../db/figures';
import type { ArticleForDocument, RemoteStore, WorkOrderForDocument } from '../db/store';
import { buildDocument, settingArticleCodes, type BuildOutcome } from '../domain/build-document';

/** Work orders that are read and built at a time: some milliseconds of a thread. */
const SLICE = 100;
const CENTS = 2;

/** What one work order would be booked for. */
interface Amount {
  /** Null: something lacks on it, or the package does not tell a price. */
  readonly exclVat: DecimalString | null;
  /** The filter word keeps it back. */
  readonly isSkipped: boolean;
}

export interface DocumentAmountsParts {
  readonly store: RemoteStore;
  /** Of the active integration; empty when there is none. */
  readonly settings: () => Settings;
}

export interface DocumentAmounts {
  /** What work orders without a document come to. Those that the filter word keeps back are not among them. */
  readonly of: (which: Unfrozen) => Promise<WorkFigure>;
  /** What time would be invoiced for on each of these work orders; null: it would not be, or nobody tells a price. */
  readonly ofTime: (
    workOrderIds: readonly number[],
  ) => Promise<ReadonlyMap<number, Readonly<Record<TimeKind, DecimalString | null>>>>;
  /** Articles or customers changed: everything is built anew. */
  readonly forget: () => void;
}

/**
 * Amounts of work orders as their documents would be built now, with the very code of preview and queue, so that they never
 * differ. Built once for each version of a work order and kept until a price, a setting or the hour policy changes.
 */
export function createDocumentAmounts({ store, settings }: DocumentAmountsParts): DocumentAmounts {
  let known = new Map<number, { readonly version: number; readonly amount: Amount }>();
  let builtWith = '';

  const amountsOf = async (wanted: ReturnType<FiguresRepo['unfrozen']>, terms: Terms): Promise<readonly Amount[]> => {
    const amounts = known;
    const missing = wanted.filter(({ id, version }) => amounts.get(id)?.version !== version);
    for (let at = 0; at < missing.length; at += SLICE) {
      const ids = missing.slice(at, at + SLICE).map(({ id }) => id);
      for (const workOrder of await store.figures.forDocuments(ids)) {
        const outcome = build(terms, workOrder);
        amounts.set(workOrder.id, {
          version: workOrder.version,
          amount: {
            exclVat: outcome.kind === 'document' ? outcome.document.totals.exclVat : null,
            isSkipped: outcome.kind === 'skipped',
          },
        });
      }
      // Whoever waits for the main process goes first.
      await setImmediate();
    }
    return wanted.flatMap(({ id }) => amounts.get(id)?.amount ?? []);
  };

  return {
    of: async (which) => {
      const terms = await termsOf(store, settings());
      const stamp = JSON.stringify([terms.settings, terms.hourPolicy, [...terms.settingArticles]]);
      if (stamp !== builtWith) {
        known = new Map();
        builtWith = stamp;
      }
      // A planned work order on which nothing is booked comes to nothing, unless an article stands on every document.
      const onlyWithBookings = which === 'planned' && !terms.hasStandardArticle;
      const wanted = await store.figures.unfrozen({ of: which, onlyWithBookings });
      const amounts = await amountsOf(wanted, terms);
      return figureOf(amounts.filter(({ isSkipped }) => !isSkipped).map(({ exclVat }) => exclVat));
    },
    ofTime: async (workOrderIds) => {
      const terms = await termsOf(store, settings());
      const found = new Map<number, Readonly<Record<TimeKind, DecimalString | null>>>();
      for (let at = 0; at < workOrderIds.length; at += SLICE) {
        for (const workOrder of await store.figures.forDocuments(workOrderIds.slice(at, at + SLICE))) {
          const outcome = build(terms, workOrder);
          const lines = outcome.kind === 'document' ? outcome.document.lines : [];
          const of = (kind: LineKind) => lines.find((line) => line.kind === kind)?.totalExclVat ?? null;
          found.set(workOrder.id, { work: of('work-time'), travel: of('travel-time') });
        }
      }
      return found;
    },
    forget: () => {
      known = new Map();
    },
  };
}

/** The date counts for nothing here. */
const build = (terms: Terms, workOrder: WorkOrderForDocument): BuildOutcome =>
  buildDocument({ ...terms, workOrder, archivedAtMs: 0 });

interface Terms {
  readonly settings: Settings;
  readonly hourPolicy: HourPolicy;
  readonly settingArticles: ReadonlyMap<string, ArticleForDocument>;
  readonly markerTag: string;
  readonly hasStandardArticle: boolean;
}

async function termsOf(store: RemoteStore, settings: Settings): Promise<Terms> {
  const { hourPolicy } = await store.companySettings.get();
  const settingArticles = new Map<string, ArticleForDocument>();
  for (const code of settingArticleCodes(settings)) {
    const article = await store.articles.byCode(code);
    if (article !== null) settingArticles.set(code, article);
  }
  const { standardArticle } = settings;
  const { markerTag } = await store.info.identity();
  return { settings, hourPolicy, settingArticles, markerTag, hasStandardArticle: (standardArticle ?? '') !== '' };
}

function figureOf(amounts: readonly (DecimalString | null)[]): WorkFigure {
  const known = amounts.filter((amount) => amount !== null);
  return {
    count: amounts.length,
    exclVat: fixed(Decimal.sum(0, ...known), CENTS),
    unknown: amounts.length - known.length,
  };
}

/** Both together. */
export const sumOfFigures = (one: WorkFigure, other: WorkFigure): WorkFigure => ({
  count: one.count + other.count,
  exclVat: fixed(Decimal.sum(one.exclVat, other.exclVat), CENTS),
  unknown: one.unknown + other.unknown,
});
