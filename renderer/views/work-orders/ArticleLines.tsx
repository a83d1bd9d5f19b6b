import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ArticleRow, WorkOrderArticle } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { DecimalField } from '../../ui/DecimalField';
import { IconButton } from '../../ui/IconButton';
import { TextField } from '../../ui/TextField';
import type { EditorProps } from './editor-props';
import styles from './WorkOrderEditor.module.css';
import type { Keyed } from './work-order-editor';

type ArticleOption = ComboBoxOption & { readonly article: ArticleRow };

const FOUND_ARTICLES = 50;

/** Used articles: quantity, and another text or price than the article's own where the office wants that. */
export function ArticleLines({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const articles = useStore(editor, (state) => state.draft.articles);
  const articleRows = useStore(editor, (state) => state.articleRows);
  const { change, addArticle } = editor.getState();

  const search = async (text: string) =>
    (await api.articles.list({ search: text, offset: 0, limit: FOUND_ARTICLES })).rows.map((article) => ({
      id: String(article.id),
      label: article.description,
      detail: [article.code, article.groupName].filter(Boolean).join(', '),
      isDisabled: !article.active,
      article,
    }));

  return (
    <>
      {articles.length === 0 ? (
        <p className={styles.none}>{t('ui.workOrders.noArticles')}</p>
      ) : (
        <div className={styles.rows}>
          {articles.map((line, index) => (
            <ArticleLine
              key={line.rowKey}
              line={line}
              article={articleRows[line.articleId]}
              isFirst={index === 0}
              isLocked={isLocked}
              onChange={(changed) => change({ articles: articles.with(index, { ...line, ...changed }) })}
              onRemove={() => change({ articles: articles.filter((other) => other !== line) })}
            />
          ))}
        </div>
      )}
      {isLocked ? null : (
        <ComboBox<ArticleOption>
          key={articles.length}
          label={t('ui.workOrders.addArticle')}
          value={null}
          onChange={(option) => {
            if (option) addArticle(option.article);
          }}
          search={search}
        />
      )}
    </>
  );
}

type LineProps = {
  line: Keyed<WorkOrderArticle>;
  article: ArticleRow | undefined;
  /** The first row shows the labels, as headings of the columns. */
  isFirst: boolean;
  isLocked: boolean;
  onChange: (change: Partial<WorkOrderArticle>) => void;
  onRemove: () => void;
};

function ArticleLine({ line, article, isFirst, isLocked, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const ownText = article?.description ?? '';
  const shared = { isDisabled: isLocked, isLabelHidden: !isFirst, isWide: true };
  return (
    <div className={styles.articleRow}>
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
      />
      <DecimalField
        {...shared}
        label={t('ui.workOrders.quantity')}
        value={line.quantity}
        onChange={(quantity) => onChange({ quantity })}
        unit={article?.unit ?? ''}
        error={line.quantity === '' ? t('ui.workOrders.quantityNeeded') : undefined}
      />
      <DecimalField
        {...shared}
        label={t('ui.workOrders.price')}
        value={line.unitPrice ?? ''}
        placeholder={article?.unitPrice ? formats.decimal(article.unitPrice) : undefined}
        onChange={(price) => onChange({ unitPrice: price === '' ? null : price })}
        prefix="€"
      />
      {isLocked ? <span /> : <IconButton icon={Trash2} label={t('ui.workOrders.removeRow')} onPress={onRemove} />}
    </div>
  );
}
