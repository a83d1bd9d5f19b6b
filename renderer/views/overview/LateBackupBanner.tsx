import { useTranslation } from 'react-i18next';
import type { LateBackup } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';

/** The last backup is old or could not be made: since when, why, and what to do. */
export function LateBackupBanner({ late: { lastAtMs, problem } }: { late: LateBackup }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const title =
    lastAtMs === null ? t('ui.backups.late.none') : t('ui.backups.late.title', { moment: formats.moment(lastAtMs) });
  const why = problem === null ? null : problemText(problem, language);
  return (
    <Banner
      tone="warning"
      title={title}
      actions={
        <Button size="small" onPress={() => navigate('settings')}>
          {t('ui.backups.goTo')}
        </Button>
      }
    >
      {why === null ? (
        <p>{t('ui.backups.late.next')}</p>
      ) : (
        <>
          <p>
            {t('ui.backups.late.failed')} {why.message}
          </p>
          <p>
            {why.action} {t('ui.backups.late.again')}
          </p>
        </>
      )}
    </Banner>
  );
}
