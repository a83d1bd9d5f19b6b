import { useTranslation } from 'react-i18next';
import { problemText } from '../i18n/problem-text';
import { useFormats, useLanguage } from '../i18n/use-formats';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { ProblemBanner } from '../ui/ProblemBanner';
import { useAppStore } from './app-store';
import { endOfPause } from './end-of-pause';
import { navigate, useRoute } from './use-route';

/** What stands between the office and its accounting package, on top of every screen for as long as it lasts. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const route = useRoute();
  const sync = useAppStore((store) => store.sync);
  const keychain = useAppStore((store) => store.app?.keychain);

  if (keychain && !keychain.available) {
    return (
      <Banner tone="error" title={t('ui.shell.noKeychain')}>
        {keychain.detail}
      </Banner>
    );
  }
  if (!sync) return null;
  switch (sync.connection) {
    case 'needs-login': {
      // Where the link is made again, the button would lead nowhere.
      const isThere = route.view === 'integrations' && route.detail === sync.package;
      const toLink = isThere ? null : (
        <Button size="small" onPress={() => navigate('integrations', sync.package)}>
          {t('ui.shell.linkAgain')}
        </Button>
      );
      return sync.problem ? (
        <ProblemBanner problem={sync.problem} actions={toLink} />
      ) : (
        <Banner tone="error" title={t('ui.connection.needs-login')} actions={toLink} />
      );
    }
    case 'offline':
      return (
        <Banner tone="warning" title={t('ui.shell.offline')}>
          {sync.lastGoodCallAtMs === null
            ? t('ui.shell.offlineText')
            : t('ui.shell.offlineSince', { moment: formats.moment(sync.lastGoodCallAtMs) })}
        </Banner>
      );
    case 'paused': {
      const untilMs = endOfPause(sync);
      if (untilMs === null || sync.problem === null) return null;
      const { message, action } = problemText(sync.problem, language);
      return (
        <Banner tone="info" title={t('ui.connection.pausedUntil', { time: formats.timeOrDay(untilMs) })}>
          {action === null ? message : `${message} ${action}`}
        </Banner>
      );
    }
    case 'attention':
      // What else asks for the office stands in Overzicht; a disk that refuses keeps it from being written there.
      return sync.problem?.kind === 'storage' ? <ProblemBanner problem={sync.problem} /> : null;
    case 'not-linked':
    case 'idle':
    case 'busy':
      return null;
  }
}
