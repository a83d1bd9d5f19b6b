import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import type { QueueDetail } from '../../../preload/contract/views';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { useQueueStore } from './queue-store';
import styles from './UnsureQuestion.module.css';

/** The package cannot tell whether the document is there: the office looks and answers. */
export function UnsureQuestion({ entry }: { entry: QueueDetail }) {
  const { t } = useTranslation();
  const answer = useQueueStore((store) => store.answerUnsure);
  const [documentNumber, setDocumentNumber] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (given: Parameters<typeof answer>[0]) => {
    setIsAsking(false);
    const outcome = await answer(given);
    setProblem(outcome.ok ? null : outcome.problem);
  };
  return (
    <div className={styles.question}>
      <Banner tone="warning" title={t('ui.queue.unsureTitle')}>
        {t('ui.queue.unsureText', { marker: entry.marker })}
      </Banner>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <TextField label={t('ui.queue.documentNumber')} value={documentNumber} onChange={setDocumentNumber} />
      <div className={styles.answers}>
        <Button
          variant="primary"
          isDisabled={documentNumber.trim() === ''}
          onPress={() => void send({ id: entry.id, answer: 'there', documentNumber: documentNumber.trim() })}
        >
          {t('ui.queue.answerThere')}
        </Button>
        <Button onPress={() => setIsAsking(true)}>{t('ui.queue.answerNotThere')}</Button>
      </div>
      <ConfirmDialog
        title={t('ui.queue.notThereTitle')}
        confirmLabel={t('ui.queue.answerNotThere')}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void send({ id: entry.id, answer: 'not-there' })}
      >
        <p>{t('ui.queue.notThereText')}</p>
      </ConfirmDialog>
    </div>
  );
}
