import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { ProgressBar } from '../../ui/ProgressBar';
import styles from './AddingProgress.module.css';
import type { Adding } from './use-adding';

/** How far adding files is, with a way to stop; afterwards why some were not taken in. */
export function AddingProgress({ adding: { progress, problems, stop } }: { adding: Adding }) {
  const { t } = useTranslation();
  return (
    <>
      {problems.map((problem, index) => (
        <ProblemBanner key={index} problem={problem} />
      ))}
      {progress === null ? null : (
        <div className={styles.progress}>
          <div className={styles.bar}>
            <ProgressBar label={t('ui.files.adding')} done={progress.done} total={progress.total} />
          </div>
          <Button size="small" onPress={stop}>
            {t('ui.files.stop')}
          </Button>
        </div>
      )}
    </>
  );
}
