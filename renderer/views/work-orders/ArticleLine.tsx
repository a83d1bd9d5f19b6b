import { useTranslation } from 'react-i18next';
import type { ArticleRow, WorkOrderArticle } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { DecimalField } from '../../ui/DecimalField';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { RemoveIcon, UndoIcon, WarningIcon } from '../../ui/icons';
import { TextField } from '../../ui/TextField';
import type { UnfinishedText } from '../../ui/unfinished-text';
import styles from './ArticleLines.module.css';
import { MOST_IN_TEXT } from './text-limits';

type Props = {
  line: WorkOrderArticle;
  article: ArticleRow | undefined;
  /** The first row shows the labels, as headings of the columns. */
  isFirst: boolean;
  isLocked: boolean;
  /** It was just added: what is typed is its quantity. */
  hasFocusFirst: boolean;
  /** What its fields hold that means nothing yet. */
  unfinished: (field: string) => UnfinishedText;
  onChange: (change: Partial<WorkOrderArticle>) => void;
  onRemove: () => void;
};

/** One booked article: what differs from the article itself is told, with a way back. */
export function ArticleLine({
  line,
  article,
  isFirst,
  isLocked,
  hasFocusFirst,
  unfinished,
  onChange,
  onRemove,
}: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const ownText = article?.description ?? '';
  const shared = { isDisabled: isLocked, isLabelHidden: !isFirst, isWide: true };
  return (
    <div className={styles.row}>
      <TextField
        {...shared}
        label={t('ui.articles.code')}
        value={article?.code ?? ''}
        onChange={() => undefined}
        isReadOnly
      />
      <TextField
        {...shared}
        label={t('ui.articles.description')}
        value={line.description ?? ownText}
        onChange={(text) => onChange({ description: text === ownText ? null : text })}
        maxLength={MOST_IN_TEXT}
      />
      <DecimalField
        {...shared}
        label={t('ui.workOrders.quantity')}
        value={line.quantity}
        onChange={(quantity) => onChange({ quantity })}
        unit={article?.unit ?? ''}
        hasFocusFirst={hasFocusFirst}
        unfinished={unfinished('quantity')}
        error={line.quantity === '' ? t('ui.workOrders.quantityNeeded') : undefined}
      />
      <DecimalField
        {...shared}
        label={t('ui.workOrders.price')}
        value={line.unitPrice ?? ''}
        placeholder={article?.unitPrice ? formats.decimal(article.unitPrice) : undefined}
        onChange={(price) => onChange({ unitPrice: price === '' ? null : price })}
        prefix="€"
        unfinished={unfinished('price')}
      />
      <span className={isFirst ? styles.underLabels : undefined}>
        {isLocked ? null : <IconButton icon={RemoveIcon} label={t('ui.workOrders.removeRow')} onPress={onRemove} />}
      </span>
      {line.description === null ? null : (
        <Own
          text={t('ui.workOrders.ownText', { text: ownText })}
          undoLabel={t('ui.workOrders.undoOwnText')}
          onUndo={isLocked ? null : () => onChange({ description: null })}
        />
      )}
      {line.unitPrice === null ? null : (
        <Own
          text={
            article?.unitPrice
              ? t('ui.workOrders.ownPrice', { price: formats.money(article.unitPrice) })
              : t('ui.workOrders.ownPriceOnly')
          }
          undoLabel={t('ui.workOrders.undoOwnPrice')}
          onUndo={isLocked ? null : () => onChange({ unitPrice: null })}
        />
      )}
      {article === undefined || article.active || isLocked ? null : (
        <p className={styles.warning}>
          <Icon of={WarningIcon} size="small" />
          {t('ui.workOrders.articleInactive')}
        </p>
      )}
    </div>
  );
}

function Own({ text, undoLabel, onUndo }: { text: string; undoLabel: string; onUndo: (() => void) | null }) {
  return (
    <p className={styles.own}>
      <span>{text}</span>
      {onUndo === null ? null : (
        <Button variant="quiet" size="small" icon={UndoIcon} onPress={onUndo}>
          {undoLabel}
        </Button>
      )}
    </p>
  );
}
