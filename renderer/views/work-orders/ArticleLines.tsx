import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ArticleRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { ariaKeys } from '../../shell/shortcuts';
import { Button } from '../../ui/Button';
import { ComboBox, type ComboBoxOption } from '../../ui/ComboBox';
import { PasteIcon } from '../../ui/icons';
import { ArticleLine } from './ArticleLine';
import styles from './ArticleLines.module.css';
import { goToAdding } from './editor-places';
import type { EditorProps } from './editor-props';
import { MaterialTotal } from './MaterialTotal';
import { PasteArticlesDialog } from './PasteArticlesDialog';
import { unfinishedOf } from './unfinished-of';
import { useRemovedToast } from './use-removed-toast';

type ArticleOption = ComboBoxOption & { readonly article: ArticleRow };

const FOUND_ARTICLES = 50;
/** As many as a work order takes. */
const MOST_LINES = 1_000;

/** Used articles: quantity, and another text or price than the article's own where the office wants that. */
export function ArticleLines({ editor, isLocked }: EditorProps) {
  const { t } = useTranslation();
  const articles = useStore(editor, (state) => state.draft.articles);
  const articleRows = useStore(editor, (state) => state.articleRows);
  const added = useStore(editor, (state) => state.addedRow);
  const { change, addArticles } = editor.getState();
  const tellRemoved = useRemovedToast(editor);
  const [pasted, setPasted] = useState<string | null>(null);

  const search = async (text: string) =>
    (await api.articles.find({ text, limit: FOUND_ARTICLES })).map((article) => ({
      id: String(article.id),
      label: article.description,
      detail: [article.code, article.groupName].filter(Boolean).join(', '),
      isDisabled: !article.active,
      article,
    }));
  /** Cells of a spreadsheet go to the dialog, wherever they are pasted; other text goes where it was pasted. */
  const takeCells = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (isLocked || !text.includes('\t')) return;
    event.preventDefault();
    setPasted(text);
  };

  const nextOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    goToAdding('articles');
  };

  return (
    <div className={styles.articles} onPaste={takeCells}>
      {articles.length === 0 ? (
        <p className={styles.none}>{t('ui.workOrders.noArticles')}</p>
      ) : (
        <div className={styles.rows}>
          {articles.map((line, index) => (
            <div key={line.rowKey} data-line={index} onKeyDown={nextOnEnter}>
              <ArticleLine
                line={line}
                article={articleRows[line.articleId]}
                isFirst={index === 0}
                isLocked={isLocked}
                hasFocusFirst={line.rowKey === added}
                unfinished={unfinishedOf(editor, line.rowKey)}
                onChange={(changed) => change({ articles: articles.with(index, { ...line, ...changed }) })}
                onRemove={() => {
                  change({ articles: articles.filter((other) => other !== line) });
                  tellRemoved(t('ui.saving.rowRemoved'));
                }}
              />
            </div>
          ))}
        </div>
      )}
      {isLocked ? null : (
        <div className={styles.add}>
          <ComboBox<ArticleOption>
            key={articles.length}
            label={t('ui.workOrders.addArticle')}
            keys={ariaKeys('addArticle')}
            value={null}
            onChange={(option) => {
              if (option) addArticles([{ article: option.article, quantity: '1', unitPrice: null, description: null }]);
            }}
            search={search}
          />
          <Button icon={PasteIcon} onPress={() => setPasted('')}>
            {t('ui.pasteArticles.open')}
          </Button>
        </div>
      )}
      <MaterialTotal lines={articles} articleRows={articleRows} />
      {pasted === null ? null : (
        <PasteArticlesDialog
          text={pasted}
          room={MOST_LINES - articles.length}
          onClose={() => setPasted(null)}
          onAdd={addArticles}
        />
      )}
    </div>
  );
}
