import { useTranslation } from 'react-i18next';
import type { LongWork } from '../../../preload/contract/long-work';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { PauseIcon, StopIcon } from '../../ui/icons';
import { ProgressBar } from '../../ui/ProgressBar';
import styles from './LongWork.module.css';
import { paceOf } from './use-long-work';

/** One piece of work: how far it is, how fast it goes, and what can be done with it. */
export function LongWorkRow({ work }: { work: LongWork }) {
  const { t } = useTranslation();
  const { id, kind, about, table, done, total, canPause, canCancel } = work;
  const label = [
    t(`ui.longWork.kind.${kind}`),
    about === '' ? null : about,
    table === null ? null : t(`ui.resource.${table}`),
  ]
    .filter((part) => part !== null)
    .join(': ');
  return (
    <li className={styles.row}>
      <ProgressBar label={label} done={done} total={total} {...paceOf(work)} />
      <div className={styles.buttons}>
        {canPause ? (
          <Button size="small" icon={PauseIcon} onPress={() => void api.work.pause({ id })}>
            {t('ui.longWork.pause')}
          </Button>
        ) : null}
        {canCancel ? (
          <Button size="small" icon={StopIcon} onPress={() => void api.work.cancel({ id })}>
            {t('ui.longWork.stop')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
