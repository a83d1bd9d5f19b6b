import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PdfRow, QueueDetail } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { RetryIcon, ViewIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { showToast } from '../../ui/toasts';
import { PaperDialog } from '../papers/PaperDialog';
import { PdfTag } from './PdfTag';
import styles from './PdfsOfEntry.module.css';
import { sentPdfs, useQueueStore } from './queue-store';

/** The PDFs of one entry: which are there, which are not and why. The document itself stays as it is. */
export function PdfsOfEntry({ entry }: { entry: QueueDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const retryPdfs = useQueueStore((store) => store.retryPdfs);
  const [shown, setShown] = useState<string | null>(null);
  const { pdfs } = entry;
  if (pdfs.length === 0) return null;
  // What went in the call of its document cannot be put beside it afterwards.
  const mayRetry =
    entry.state === 'booked' &&
    pdfs.some(({ state, problem }) => (state === 'held' || state === 'waiting') && problem?.code !== 'pdf-not-kept');
  const retry = async () => {
    const outcome = await retryPdfs([entry.id]);
    if (outcome.ok) showToast('success', t('ui.pdf.retried', { count: outcome.value.retried }));
    else showToast('error', problemText(outcome.problem, language).message);
  };
  return (
    <section className={styles.pdfs}>
      <h3>{t('ui.pdf.progress', { done: sentPdfs(entry), total: pdfs.length })}</h3>
      <ul className={styles.list}>
        {pdfs.map((pdf) => (
          <Pdf key={pdf.fileName} pdf={pdf} onView={() => setShown(pdf.fileName)} />
        ))}
      </ul>
      {mayRetry ? (
        <div>
          <Button size="small" icon={RetryIcon} onPress={() => void retry()}>
            {t('ui.pdf.retry')}
          </Button>
        </div>
      ) : null}
      {shown === null ? null : (
        <PaperDialog
          title={shown}
          request={{ of: 'queue', id: entry.id, fileName: shown }}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  );
}

function Pdf({ pdf, onView }: { pdf: PdfRow; onView: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, problem, nextAttemptAtMs } = pdf;
  const size = formats.count(Math.max(1, Math.round(pdf.sizeBytes / 1_000)));
  return (
    <li className={styles.pdf}>
      <div className={styles.head}>
        <span className={styles.name}>{pdf.fileName}</span>
        <PdfTag state={state} />
        <IconButton icon={ViewIcon} label={t('ui.pdf.viewOf', { name: pdf.fileName })} onPress={onView} />
      </div>
      <p className={styles.facts}>
        {t('ui.pdf.size', { size })}
        {pdf.doneAtMs === null ? null : ` · ${formats.moment(pdf.doneAtMs)}`}
        {nextAttemptAtMs === null ? null : ` · ${t('ui.pdf.nextAttempt', { moment: formats.moment(nextAttemptAtMs) })}`}
      </p>
      {problem === null ? null : <ProblemBanner problem={problem} tone={state === 'held' ? 'error' : 'info'} />}
    </li>
  );
}
