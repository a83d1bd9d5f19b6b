import { useTranslation } from 'react-i18next';
import type { Overview, SyncStatus } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { routeHash } from '../../shell/routes';
import { Icon } from '../../ui/Icon';
import { classNames } from '../../ui/class-names';
import { TONE_ICON, type Tone } from '../../ui/tone';
import styles from './Headline.module.css';
import { verdictOf, type Cause } from './verdict';

/** Whether all is well, yes or no, and why. */
export function Headline({ sync, overview }: { sync: SyncStatus; overview: Overview }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const verdict = verdictOf(sync, overview);
  const [tone, text]: [Tone, string] =
    verdict.kind === 'not-well'
      ? [verdict.weight, t('ui.overview.headlineNotWell')]
      : verdict.kind === 'wait'
        ? ['info', t('ui.overview.headlinePaused', { time: formats.timeOrDay(verdict.untilMs) })]
        : verdict.kind === 'paused'
          ? ['info', t('ui.overview.headlinePausedByUser')]
          : ['success', t('ui.overview.headlineWell')];
  return (
    <div className={styles.headline}>
      <Icon of={TONE_ICON[tone]} size="large" className={classNames(styles.icon, styles[tone])} />
      <div>
        <p className={styles.text}>{text}</p>
        {verdict.kind === 'not-well' ? <Causes causes={verdict.causes} /> : <Calm sync={sync} queue={overview.queue} />}
      </div>
    </div>
  );
}

/** Each leads to where it is mended. */
function Causes({ causes }: { causes: readonly Cause[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.causes} aria-label={t('ui.overview.why.label')}>
      {causes.map(({ what, count, view, detail }) => (
        <li key={what}>
          <a href={routeHash(view, detail)}>{t(`ui.overview.why.${what}`, { count })}</a>
        </li>
      ))}
    </ul>
  );
}

/** What goes on by itself, and with which books. */
function Calm({ sync, queue }: { sync: SyncStatus; queue: Overview['queue'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const underWay = queue.waiting + queue.sending + queue.unsure;
  const readAtMs = Math.min(...sync.marks.map(({ updatedAtMs }) => updatedAtMs));
  return (
    <p className={styles.why}>
      {sync.administrationName ? `${t('ui.overview.linkedWith', { name: sync.administrationName })}. ` : null}
      {Number.isFinite(readAtMs) ? `${t('ui.overview.why.upTo', { moment: formats.timeOrDay(readAtMs) })} ` : null}
      {underWay === 0 ? t('ui.overview.why.nothingWaits') : t('ui.overview.why.underWay', { count: underWay })}
    </p>
  );
}
