import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueDetail } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import styles from './UnsureQuestion.module.css';

type Props = {
  entry: QueueDetail;
  onAnswer: (documentNumber: string) => Promise<void>;
};

/** "It is there": the office names the document, or chooses it from what Simon found. */
export function ThereAnswer({ entry, onAnswer }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const candidates = entry.candidates.filter(({ number }) => number !== '');
  const documentNumber = typed.trim();
  const confirm = async () => {
    setIsAsking(false);
    await onAnswer(documentNumber);
  };
  return (
    <section className={styles.answer} aria-label={t('ui.queue.thereTitle')}>
      <h4>{t('ui.queue.thereTitle')}</h4>
      <p className={styles.consequence}>{t('ui.queue.thereText')}</p>
      {candidates.length > 0 ? (
        <Select
          label={t('ui.queue.thereCandidate')}
          value={typed === '' ? null : typed}
          onChange={setTyped}
          options={candidates.map(({ number, totalExclVat }) => ({
            value: number,
            label: number,
            ...(totalExclVat === null ? {} : { detail: formats.money(totalExclVat) }),
          }))}
        />
      ) : (
        <TextField label={t('ui.queue.documentNumber')} value={typed} onChange={setTyped} maxLength={100} />
      )}
      <div>
        <Button isDisabled={documentNumber === ''} onPress={() => setIsAsking(true)}>
          {t('ui.queue.answerThere')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('ui.queue.thereConfirmTitle', { workOrder: entry.workOrderNumber, document: documentNumber })}
        confirmLabel={t('ui.queue.answerThere')}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('ui.queue.thereConfirmText')}</p>
      </ConfirmDialog>
    </section>
  );
}
