import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import buttonStyles from '../../ui/Button.module.css';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { PauseIcon, ResumeIcon } from '../../ui/icons';
import listStyles from '../../ui/list-box.module.css';
import { Spinner } from '../../ui/Spinner';
import styles from './LongWork.module.css';
import { LongWorkRow } from './LongWorkRow';

/** In the top bar for as long as something takes long, or stands still because the office said so. */
export function LongWorkButton() {
  const { t } = useTranslation();
  const works = useAppStore((store) => store.work);
  const isPaused = useAppStore((store) => store.sync?.pausedByUser === true && store.sync.connection !== 'not-linked');
  if (works.length === 0 && !isPaused) return null;
  const [first] = works;
  const share = first?.total ? Math.floor((100 * first.done) / first.total) : null;
  const words =
    first === undefined
      ? t('ui.longWork.paused')
      : works.length > 1
        ? t('ui.longWork.busy', { count: works.length })
        : share === null
          ? t(`ui.longWork.kind.${first.kind}`)
          : t('ui.longWork.share', { what: t(`ui.longWork.kind.${first.kind}`), share });
  return (
    <DialogTrigger>
      <AriaButton className={classNames(buttonStyles.button, buttonStyles.quiet, buttonStyles.small)}>
        {first === undefined ? <Icon of={PauseIcon} /> : <Spinner />}
        <span className={buttonStyles.label}>{words}</span>
      </AriaButton>
      <Popover className={classNames(listStyles.popover, styles.popover)} offset={4} placement="bottom end">
        <Dialog className={styles.dialog}>
          <Heading slot="title" className={styles.title} level={2}>
            {t('ui.longWork.title')}
          </Heading>
          <ul className={styles.list}>
            {works.map((work) => (
              <LongWorkRow key={work.id} work={work} />
            ))}
            {isPaused ? (
              <li className={styles.row}>
                <p>{t('ui.longWork.pausedText')}</p>
                <div className={styles.buttons}>
                  <Button size="small" icon={ResumeIcon} onPress={() => void api.sync.pause({ paused: false })}>
                    {t('ui.sync.resume')}
                  </Button>
                </div>
              </li>
            ) : null}
          </ul>
          <p className={styles.note}>{t('ui.longWork.note')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
