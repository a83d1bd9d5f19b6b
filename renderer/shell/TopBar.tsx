import { useTranslation } from 'react-i18next';
import { api } from '../api';
import { problemText } from '../i18n/problem-text';
import { useFormats, useLanguage } from '../i18n/use-formats';
import { Button } from '../ui/Button';
import { PracticeBooksIcon, SyncIcon } from '../ui/icons';
import { StatusTag } from '../ui/StatusTag';
import { showToast } from '../ui/toasts';
import { LongWorkButton } from '../views/long-work/LongWorkButton';
import { useAppStore } from './app-store';
import { CompanyChooser } from './CompanyChooser';
import { CONNECTION_LOOK } from './connection-look';
import { endOfPause } from './end-of-pause';
import { ShortcutsButton } from './ShortcutsButton';
import styles from './TopBar.module.css';

/** Whose books these are, and how the link is doing. */
export function TopBar() {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const app = useAppStore((store) => store.app);
  const sync = useAppStore((store) => store.sync);
  if (!app) return <header className={styles.bar} />;

  const { company, companies } = app;
  const pausedUntilMs = endOfPause(sync);
  const canSync = sync !== null && sync.connection !== 'not-linked' && sync.connection !== 'needs-login';
  const syncNow = async () => {
    const started = await api.sync.now({
      resources: ['customers', 'articleGroups', 'articles', 'orders'],
      cleanUp: false,
    });
    if (!started.ok) showToast('error', problemText(started.problem, language).message);
  };
  const openPracticeBooks = async () => {
    const opened = await api.app.openPracticeBooks();
    if (!opened.ok) showToast('error', problemText(opened.problem, language).message);
  };

  return (
    <header className={styles.bar}>
      {company.practice ? (
        <span className={styles.company}>{company.name}</span>
      ) : (
        <CompanyChooser company={company} companies={companies} />
      )}
      {company.practice ? (
        <Button variant="quiet" size="small" icon={PracticeBooksIcon} onPress={() => void openPracticeBooks()}>
          {t('ui.shell.practiceBooks')}
        </Button>
      ) : null}
      <span className={styles.status} role="status">
        {sync ? (
          <StatusTag {...CONNECTION_LOOK[sync.connection]}>
            {pausedUntilMs === null
              ? t(`ui.connection.${sync.connection}`)
              : t('ui.connection.pausedUntil', { time: formats.timeOrDay(pausedUntilMs) })}
          </StatusTag>
        ) : null}
        {sync && sync.nextRunAtMs !== null && sync.connection === 'idle' ? (
          <span className={styles.next}>{t('ui.shell.nextRun', { time: formats.timeOrDay(sync.nextRunAtMs) })}</span>
        ) : null}
      </span>
      <LongWorkButton />
      {canSync ? (
        <Button size="small" icon={SyncIcon} isBusy={sync.connection === 'busy'} onPress={() => void syncNow()}>
          {t('ui.sync.now')}
        </Button>
      ) : null}
      <ShortcutsButton />
    </header>
  );
}
