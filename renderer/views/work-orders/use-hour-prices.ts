import { HOUR_ARTICLE_SETTINGS } from '../../../preload/contract/hour-articles';
import type { DecimalString } from '../../../preload/contract/model';
import type { TimeKind } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';

/** What one hour costs. */
export interface HourPrice {
  /** Whether an article is set for it; without one it is not booked. */
  readonly isBooked: boolean;
  /** Excl. VAT; null when the package does not tell. */
  readonly price: DecimalString | null;
}
export type HourPrices = Readonly<Record<TimeKind, HourPrice>>;

/** What an hour costs on a document made now, from the articles that the settings of the linked package name. */
export const useHourPrices = (): HourPrices | undefined =>
  useLoaded(readPrices, 'hour prices', useRevision('integrations', 'articles')).value;

async function readPrices(): Promise<HourPrices> {
  const linked = (await api.integrations.list()).find(({ stage }) => stage.state === 'active');
  const codeOf = (kind: TimeKind): string => {
    const code = linked?.stage.settings[HOUR_ARTICLE_SETTINGS[kind]];
    return typeof code === 'string' ? code.trim() : '';
  };
  const codes = [codeOf('work'), codeOf('travel')].filter((code) => code !== '');
  const articles = codes.length === 0 ? [] : await api.articles.withCodes(codes);
  const priceOf = (kind: TimeKind): HourPrice => {
    const code = codeOf(kind);
    const article = articles.find((candidate) => candidate.code === code && candidate.active);
    return { isBooked: code !== '', price: article?.unitPrice ?? null };
  };
  return { work: priceOf('work'), travel: priceOf('travel') };
}
