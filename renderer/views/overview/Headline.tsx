import { useTranslation } from 'react-i18next';
import type { Overview, SyncStatus } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { endOfPause } from '../../shell/end-of-pause';
import { Icon } from '../../ui/Icon';
import { classNames } from '../../ui/class-names';
import { TONE_ICON, type Tone } from '../../ui/tone';
import styles from './Headline.module.css';

/** The one sentence that says whether somebody must do something. */
export function Headline({ sync, overview }: { sync: SyncStatus; overview: Overview }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const untilMs = endOfPause(sync);
  // A blocked work order stands among the messages too.
  const listed = Math.max(overview.queue.blocked + overview.pdfs.held, overview.attentionTotal);
  // That the disk refuses cannot be written among them; that a login ends stands above them.
  const todo = listed + (sync.problem?.kind === 'storage' ? 1 : 0) + (overview.loginEnds === null ? 0 : 1);
  const [tone, text]: [Tone, string] =
    sync.connection === 'needs-login'
      ? ['error', t('ui.overview.headlineLogin')]
      : todo > 0
        ? ['warning', t('ui.overview.headlineTodo', { count: todo })]
        : sync.connection === 'offline'
          ? ['warning', t('ui.overview.headlineOffline')]
          : untilMs !== null
            ? ['info', t('ui.overview.headlinePaused', { time: formats.timeOrDay(untilMs) })]
            : ['success', t('ui.overview.headlineWell')];
  return (
    <div className={styles.headline}>
      <Icon of={TONE_ICON[tone]} size="large" className={classNames(styles.icon, styles[tone])} />
      <div>
        <p className={styles.text}>{text}</p>
        {sync.administrationName ? (
          <p className={styles.linkedWith}>{t('ui.overview.linkedWith', { name: sync.administrationName })}</p>
        ) : null}
      </div>
    </div>
  );
}
