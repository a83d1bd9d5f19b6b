import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { StatusTag } from '../../ui/StatusTag';
import { TextArea } from '../../ui/TextArea';
import { useLoaded } from '../../ui/use-loaded';
import styles from './PasteArticlesDialog.module.css';
import { codeOf, outcomesOf, readPastedRows, type BookedArticle, type PastedOutcome } from './pasted-articles';

type Props = {
  /** What was pasted so far. */
  text: string;
  /** How many lines the work order can still take. */
  room: number;
  onClose: () => void;
  onAdd: (booked: readonly BookedArticle[]) => void;
};

const NO_ARTICLES: readonly ArticleRow[] = [];

/** Rows out of a spreadsheet: says of each what will happen, and keeps those that cannot be added. */
export function PasteArticlesDialog({ text: pasted, room, onClose, onAdd }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState(pasted);
  const [added, setAdded] = useState({ count: 0 });
  const area = useRef<HTMLDivElement>(null);
  // The rows are what one came for, and what is left when the button has nothing to add any more.
  useEffect(() => area.current?.querySelector('textarea')?.focus(), [added]);
  const rows = readPastedRows(text);
  const codes = [...new Set(rows.map(codeOf))].slice(0, 1_000);
  const loaded = useLoaded(() => api.articles.withCodes(codes), codes.join('\n'), useRevision('articles'));
  const outcomes = outcomesOf(rows, loaded.value ?? NO_ARTICLES, { language, room });
  const bookable = outcomes.flatMap((outcome) => (outcome.kind === 'add' ? [outcome.booked] : []));

  const add = () => {
    const left = rows.filter((_, index) => outcomes[index]?.kind !== 'add' && outcomes[index]?.kind !== 'heading');
    onAdd(bookable);
    if (left.length === 0) onClose();
    setText(left.map((row) => row.text).join('\n'));
    setAdded({ count: bookable.length });
  };

  return (
    <Dialog
      title={t('ui.pasteArticles.title')}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{added.count > 0 ? t('ui.action.close') : t('ui.action.cancel')}</Button>
          <Button variant="primary" isDisabled={loaded.value === undefined || bookable.length === 0} onPress={add}>
            {t('ui.pasteArticles.add', { count: bookable.length })}
          </Button>
        </>
      }
    >
      {added.count > 0 ? (
        <Banner tone="info" title={t('ui.pasteArticles.added', { count: added.count })}>
          {t('ui.pasteArticles.left')}
        </Banner>
      ) : null}
      <div ref={area}>
        <TextArea
          label={t('ui.pasteArticles.rows')}
          help={t('ui.pasteArticles.help')}
          value={text}
          onChange={setText}
          isWide
        />
      </div>
      {loaded.value === undefined || rows.length === 0 ? null : (
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">{t('ui.articles.code')}</th>
              <th scope="col">{t('ui.workOrders.quantity')}</th>
              <th scope="col">{t('ui.workOrders.price')}</th>
              <th scope="col">{t('ui.articles.description')}</th>
              <th scope="col">{t('ui.pasteArticles.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <OutcomeRow key={index} cells={row.cells} outcome={outcomes[index] ?? { kind: 'unknown' }} />
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

function OutcomeRow({ cells, outcome }: { cells: readonly string[]; outcome: PastedOutcome }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const booked = outcome.kind === 'add' ? outcome.booked : null;
  const article = booked?.article ?? ('article' in outcome ? outcome.article : null);
  const [code = '', quantity = '', ...others] = cells;
  const price = booked ? (booked.unitPrice ?? booked.article.unitPrice) : null;
  return (
    <tr>
      <th scope="row">{code}</th>
      <td className={styles.number}>{booked ? formats.decimal(booked.quantity) : quantity}</td>
      <td className={styles.number}>{price === null ? '' : formats.money(price)}</td>
      <td>{booked?.description ?? article?.description ?? others.join(' ')}</td>
      <td>
        <StatusTag tone={outcome.kind === 'add' ? 'success' : outcome.kind === 'heading' ? 'neutral' : 'warning'}>
          {t(`ui.pasteArticles.outcomes.${outcome.kind}`)}
        </StatusTag>
      </td>
    </tr>
  );
}
