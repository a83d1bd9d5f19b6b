import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueDetail } from '../../../preload/contract/views';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import styles from './UnsureQuestion.module.css';

type Props = {
  entry: QueueDetail;
  packageName: string;
  onAnswer: () => Promise<void>;
};

/** "It is not there": what follows is a second document when that is wrong, so the office says that it looked. */
export function NotThereAnswer({ entry, packageName, onAnswer }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [hasLooked, setHasLooked] = useState(false);
  const ask = () => {
    setHasLooked(false);
    setIsAsking(true);
  };
  const confirm = async () => {
    setIsAsking(false);
    await onAnswer();
  };
  return (
    <section className={styles.answer} aria-label={t('ui.queue.notThereAnswer')}>
      <h4>{t('ui.queue.notThereAnswer')}</h4>
      <p className={styles.consequence}>{t('ui.queue.notThereExplained')}</p>
      <div>
        <Button onPress={ask}>{t('ui.queue.answerNotThere')}</Button>
      </div>
      <ConfirmDialog
        title={t('ui.queue.notThereTitle', { workOrder: entry.workOrderNumber })}
        confirmLabel={t('ui.queue.answerNotThere')}
        isOpen={isAsking}
        isDanger
        isConfirmDisabled={!hasLooked}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('ui.queue.notThereText', { package: packageName })}</p>
        <Checkbox isSelected={hasLooked} onChange={setHasLooked}>
          {t('ui.queue.iLooked', { package: packageName, marker: entry.marker })}
        </Checkbox>
      </ConfirmDialog>
    </section>
  );
}
