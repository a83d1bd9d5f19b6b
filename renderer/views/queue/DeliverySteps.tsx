import { useTranslation } from 'react-i18next';
import type { DeliveryStep } from '../../../preload/contract/delivery-steps';
import { notesOf, problemOfStep, technicalNotesOf, titleOf } from '../../../preload/contract/step-notes';
import type { QueueDetail } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { DocumentButton } from './DocumentButton';
import styles from './DeliverySteps.module.css';
import { usePackageLabel } from './use-package-label';

type Props = {
  entry: Pick<QueueDetail, 'workOrderNumber' | 'sentDocuments' | 'pdfs' | 'steps'>;
};

/** The ledger of an entry: everything that happened to it, in order. */
export function DeliverySteps({ entry }: Props) {
  const { t } = useTranslation();
  const { steps } = entry;
  if (steps.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{t('ui.queue.steps')}</h3>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          // Steps are only ever added at the end.
          <Step key={index} step={step} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, entry }: Props & { step: DeliveryStep }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const labelOf = usePackageLabel();
  const notes = notesOf(step, labelOf).map(({ key, values }) => t(`ledger.${key}`, values));
  const technical = technicalNotesOf(step).map(({ key, values }) => t(`ledger.${key}`, values));
  const problem = problemOfStep(step);
  const sent = step.step === 'sending' ? documentOf(entry, step.facts.requestSha256) : null;
  return (
    <li className={styles.step}>
      <span className={styles.when}>{formats.momentExact(step.atMs)}</span>
      <span className={styles.what}>{t(`ui.deliveryStep.${titleOf(step)}`)}</span>
      {notes.length === 0 ? null : <span className={styles.notes}>{notes.join(' ')}</span>}
      {problem === null ? null : <span className={styles.notes}>{problemText(problem, language).message}</span>}
      {problem?.vendor?.text ? <q className={styles.notes}>{problem.vendor.text}</q> : null}
      {sent === null ? null : (
        <div>
          <DocumentButton sent={sent} entry={entry} label={t('ui.sent.showThis')} size="small" />
        </div>
      )}
      {technical.length === 0 ? null : (
        <details className={styles.technical}>
          <summary>{t('ui.sent.technical')}</summary>
          <ul>
            {technical.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** The document of an attempt, when the entry was sent in more than one form: otherwise there is only one to look at. */
function documentOf({ sentDocuments }: Props['entry'], sha256: string | null) {
  if (sentDocuments.length < 2) return null;
  return sentDocuments.find(({ requestSha256 }) => requestSha256 === sha256) ?? null;
}
