import { decimal, plain, type DecimalString } from '../../connectors/_kit/decimal';
import type {
  AttachmentKind,
  DocumentArticle,
  DocumentLine,
  LineKind,
  OutgoingDocument,
} from '../../connectors/_kit/document';
import { markerOf } from '../../connectors/_kit/marker';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { COMMON_KEYS, type Settings } from '../../connectors/_kit/settings';
import { billedHours, type HourPolicy, type HourRule } from '../../preload/contract/hour-policy';
import type { ArticleForDocument, WorkOrderForDocument } from '../db/store';
import { amsterdamDay } from '../../connectors/_kit/amsterdam-day';
import { holdsFilterWord } from '../../connectors/_kit/filter-word';
import { lineTotal, totalsOf } from './totals';
import { textLine } from './text-line';

/** Settings that name an article, with the problem of a code that is not among the active articles. */
const SETTING_ARTICLES = {
  workArticle: 'work-article-gone',
  travelArticle: 'travel-article-gone',
  standardArticle: 'standard-article-gone',
} as const;
type SettingArticle = keyof typeof SETTING_ARTICLES;

export interface BuildInput {
  readonly workOrder: WorkOrderForDocument;
  readonly settings: Settings;
  readonly hourPolicy: HourPolicy;
  /** The active articles that the settings name, by code: one look-up for each of `settingArticleCodes`. */
  readonly settingArticles: ReadonlyMap<string, ArticleForDocument>;
  /** Tag of this database in its markers. */
  readonly markerTag: string;
  /** Moment of archiving, UTC milliseconds. */
  readonly archivedAtMs: number;
}

export type BuildOutcome =
  | { readonly kind: 'document'; readonly document: OutgoingDocument }
  /** Held back on purpose: the work description holds the filter word. */
  | { readonly kind: 'skipped'; readonly reason: Problem }
  /** Everything that the office has to mend, so that it need not try one by one. */
  | { readonly kind: 'blocked'; readonly problems: readonly Problem[] };

/** Codes of the articles that the settings name, each once. */
export function settingArticleCodes(settings: Settings): readonly string[] {
  const codes = (Object.keys(SETTING_ARTICLES) as SettingArticle[]).map((key) => textSetting(settings, key));
  return [...new Set(codes.filter((code) => code !== ''))];
}

/**
 * What a work order becomes: the document in no package's words, or why there is none. Pure, so that the preview shows
 * exactly what is sent later.
 *
 * The filter word goes first: what is not sent need not be right. A work order on which nothing is booked, with no
 * standard article and no description line, is blocked (`no-lines`): an empty order could not be invoiced and would look
 * like a mistake. A description line alone is enough, because the office asked for it and prices it in the package.
 *
 * Problems: `no-customer`, `customer-made-in-simon`, `customer-inactive`, `article-made-in-simon`, `article-inactive`,
 * `work-article-gone`, `travel-article-gone`, `standard-article-gone`, `no-lines`; skipped: `filter-word`.
 */
export function buildDocument(input: BuildInput): BuildOutcome {
  const { workOrder, settings } = input;
  const filterWord = textSetting(settings, COMMON_KEYS.exclusionWord);
  if (holdsFilterWord(workOrder.description, filterWord)) {
    return { kind: 'skipped', reason: problem('blocked', 'filter-word', { word: filterWord }) };
  }

  const problems: Problem[] = [];
  const customer = customerOf(workOrder, problems);
  const lines = linesOf(input, problems);
  if (lines.length === 0 && problems.length === 0) problems.push(problem('blocked', 'no-lines'));
  if (customer === null || problems.length > 0) return { kind: 'blocked', problems };

  return {
    kind: 'document',
    document: {
      workOrderNumber: workOrder.number,
      revision: workOrder.nextRevision,
      marker: markerOf({
        databaseTag: input.markerTag,
        workOrderNumber: workOrder.number,
        revision: workOrder.nextRevision,
      }),
      date: amsterdamDay(input.archivedAtMs),
      customer,
      workAddress: workOrder.workAddress,
      workDescription: workOrder.description,
      customerReference: workOrder.customerReference,
      employee: employeeOf(workOrder),
      pdfs: pdfsOf(workOrder, settings),
      lines,
      totals: totalsOf(lines),
    },
  };
}

function employeeOf({ employee }: WorkOrderForDocument): OutgoingDocument['employee'] {
  return employee === null ? null : { id: String(employee.id), name: employee.name };
}

/** The PDFs that the settings ask for; without filled-in forms there is no PDF of them. */
function pdfsOf({ hasForms }: WorkOrderForDocument, settings: Settings): readonly AttachmentKind[] {
  const choice = textSetting(settings, COMMON_KEYS.pdfs);
  const workOrder: AttachmentKind[] = choice === 'workOrder' || choice === 'both' ? ['work-order'] : [];
  const forms: AttachmentKind[] = hasForms && (choice === 'customForms' || choice === 'both') ? ['custom-forms'] : [];
  return [...workOrder, ...forms];
}

function customerOf(workOrder: WorkOrderForDocument, problems: Problem[]): OutgoingDocument['customer'] | null {
  const { customer } = workOrder;
  if (customer === null) {
    problems.push(problem('blocked', 'no-customer'));
    return null;
  }
  if (customer.externalId === null) {
    problems.push(problem('blocked', 'customer-made-in-simon', { customer: customer.name }));
    return null;
  }
  if (!customer.active) {
    problems.push(
      problem('blocked', 'customer-inactive', { customer: [customer.number, customer.name].join(' ').trim() }),
    );
    return null;
  }
  return {
    externalId: customer.externalId,
    number: customer.number,
    name: customer.name,
    extra: customer.extra,
  };
}

/** The lines in the order of the product: work description, work time, travel time, articles, standard article. */
function linesOf(input: BuildInput, problems: Problem[]): readonly DocumentLine[] {
  const { workOrder, settings, hourPolicy } = input;
  const lines: DocumentLine[] = [];
  if (settings[COMMON_KEYS.firstLineDescription] === true && workOrder.description.trim() !== '') {
    lines.push(textLine('work-description', workOrder.description.trim()));
  }
  // Time that the policy rounds to nothing is no line: a package would refuse a quantity of 0.
  const timeLine = (kind: LineKind, key: SettingArticle, minutes: number, rule: HourRule): void => {
    const quantity = billedHours(minutes, rule);
    const article = quantity === '0' ? null : settingArticle(input, key, problems);
    if (article !== null) lines.push(articleLine(kind, article, { quantity, minutes }));
  };
  timeLine('work-time', 'workArticle', workOrder.workMinutes, hourPolicy.work);
  timeLine('travel-time', 'travelArticle', workOrder.travelMinutes, hourPolicy.travel);
  for (const [index, booked] of workOrder.articles.entries()) {
    const article = usable(booked, `articles[${index}]`, problems);
    if (article !== null) lines.push(articleLine('article', article, booked));
  }
  const standard = settingArticle(input, 'standardArticle', problems);
  if (standard !== null) lines.push(articleLine('standard-article', standard, { quantity: '1' }));
  return lines;
}

type UsableArticle = ArticleForDocument & { readonly externalId: string };

/** The article that a setting names; null when the setting is empty or the article is gone (then a problem is added). */
function settingArticle(input: BuildInput, key: SettingArticle, problems: Problem[]): UsableArticle | null {
  const code = textSetting(input.settings, COMMON_KEYS[key]);
  if (code === '') return null;
  const article = input.settingArticles.get(code);
  if (article?.active === true && isFromPackage(article)) return article;
  problems.push(problem('blocked', SETTING_ARTICLES[key], { article: code }, { field: key }));
  return null;
}

/** A booked article when the package knows it and still sells it, else null and a problem, once for each article. */
function usable<A extends ArticleForDocument>(
  article: A,
  field: string,
  problems: Problem[],
): (A & { readonly externalId: string }) | null {
  if (article.active && isFromPackage(article)) return article;
  const code = isFromPackage(article) ? 'article-inactive' : 'article-made-in-simon';
  const name = [article.code, article.description].join(' ').trim();
  if (!problems.some((one) => one.code === code && one.params.article === name)) {
    problems.push(problem('blocked', code, { article: name }, { field }));
  }
  return null;
}

const isFromPackage = <A extends ArticleForDocument>(article: A): article is A & { readonly externalId: string } =>
  article.externalId !== null;

interface Booking {
  readonly quantity: DecimalString;
  readonly minutes?: number;
  readonly priceOverride?: DecimalString | null;
  readonly descriptionOverride?: string | null;
}

function articleLine(kind: LineKind, article: UsableArticle, booking: Booking): DocumentLine {
  const quantity = plain(decimal(booking.quantity));
  const unitPrice = booking.priceOverride ?? article.unitPrice;
  const ownDescription = booking.descriptionOverride?.trim() ?? '';
  return {
    kind,
    article: documentArticle(article),
    description: ownDescription === '' ? article.description : ownDescription,
    descriptionChanged: ownDescription !== '' && ownDescription !== article.description,
    minutes: booking.minutes ?? null,
    quantity,
    unitPrice,
    priceChanged: (booking.priceOverride ?? null) !== null,
    vatRate: article.vatRate,
    totalExclVat: lineTotal(quantity, unitPrice),
  };
}

const documentArticle = ({ externalId, code, description, unit, extra }: UsableArticle): DocumentArticle => ({
  externalId,
  code,
  description,
  unit,
  extra,
});

function textSetting(settings: Settings, key: string): string {
  const value = settings[key];
  return typeof value === 'string' ? value.trim() : '';
}
