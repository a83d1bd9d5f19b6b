import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { FirstStepsIcon } from '../../ui/icons';
import { useFirstRunStore } from './first-run-store';

/** Shows the guided first run again; nothing where it shows, or where there is none. */
export function BringBackFirstRun() {
  const { t } = useTranslation();
  const language = useLanguage();
  const isAway = useFirstRunStore(({ firstRun }) => firstRun?.putAway ?? false);
  const putAway = useFirstRunStore((store) => store.putAway);
  return isAway ? (
    <Button size="small" icon={FirstStepsIcon} onPress={() => void putAway(false, language)}>
      {t('ui.firstRun.bringBack')}
    </Button>
  ) : null;
}
