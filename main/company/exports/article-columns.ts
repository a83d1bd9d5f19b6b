import type { ArticleRow } from '../../../preload/contract/views';
import { particularsOf } from './customer-columns';
import type { ListColumn } from './list-columns';

export const ARTICLE_COLUMNS: readonly ListColumn<ArticleRow>[] = [
  { name: 'articleCode', kind: 'text', value: (row) => row.code },
  { name: 'description', kind: 'text', width: 40, value: (row) => row.description },
  { name: 'articleGroup', kind: 'text', value: (row) => row.groupName },
  { name: 'unit', kind: 'text', width: 10, value: (row) => row.unit },
  { name: 'priceExclVat', kind: 'amount', value: (row) => row.unitPrice },
  { name: 'vatRate', kind: 'decimal', value: (row) => row.vatRate },
  { name: 'particulars', kind: 'text', value: particularsOf },
];
