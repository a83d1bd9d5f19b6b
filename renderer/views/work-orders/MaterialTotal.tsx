import { useTranslation } from 'react-i18next';
import { lineTotal, sumOf } from '../../../preload/contract/line-amounts';
import type { ArticleRow, WorkOrderArticle } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import styles from './ArticleLines.module.css';

type Props = {
  lines: readonly WorkOrderArticle[];
  articleRows: Readonly<Record<number, ArticleRow>>;
};

/** What the booked articles come to, apart from the hours. Lines without a price are told, not counted. */
export function MaterialTotal({ lines, articleRows }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (lines.length === 0) return null;
  const amounts = lines.map(({ articleId, quantity, unitPrice }) =>
    quantity === '' ? null : lineTotal(quantity, unitPrice ?? articleRows[articleId]?.unitPrice ?? null),
  );
  const known = amounts.filter((amount) => amount !== null);
  const unknownCount = amounts.length - known.length;
  return (
    <p className={styles.total}>
      {t('ui.workOrders.materialTotal', { amount: formats.money(sumOf(known) ?? '0') })}
      {unknownCount === 0 ? null : (
        <span className={styles.none}> {t('ui.workOrders.materialUnknown', { count: unknownCount })}</span>
      )}
    </p>
  );
}
