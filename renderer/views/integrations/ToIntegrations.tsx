import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';

/** The next step on an empty list that fills once a package is linked; nothing once it is. */
export function ToIntegrations() {
  const { t } = useTranslation();
  const isLinked = useAppStore((store) => store.sync !== null && store.sync.connection !== 'not-linked');
  if (isLinked) return null;
  return (
    <Button variant="primary" onPress={() => navigate('integrations')}>
      {t('ui.overview.toIntegrations')}
    </Button>
  );
}
