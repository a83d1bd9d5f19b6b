import {
  GROUP_NAMES,
  vatOfGroup,
  type GroupKey,
  type PracticeVat,
} from '../../../_kit/simulator/practice/article-groups';
import type { ArticleGroup } from '../model';
import { REVENUE } from './ledger-accounts';

const VAT_CODES: Readonly<Record<PracticeVat, string>> = { high: 'HOOG_VERK_21', low: 'LAAG_VERK_9', none: 'GEEN' };

const KEYS = Object.keys(GROUP_NAMES) as GroupKey[];

/** Codes have leading zeros, and the two groups that differ in one capital differ in their code: `030`, `040`. */
export const groupCode = (group: GroupKey): string => String((KEYS.indexOf(group) + 1) * 10).padStart(3, '0');

export const practiceGroups: readonly ArticleGroup[] = KEYS.map((key) => ({
  code: groupCode(key),
  description: GROUP_NAMES[key],
}));

/** What the articles of a group are booked with. */
export function bookingOfGroup(group: GroupKey): { readonly vatCode: string; readonly ledgerCode: string } {
  const vat = vatOfGroup(group);
  const isWork = group === 'services' || group === 'servicesOldHomes';
  const ledgerCode = vat === 'none' ? REVENUE.untaxed : isWork ? REVENUE.work : REVENUE.goods;
  return { vatCode: VAT_CODES[vat], ledgerCode };
}
