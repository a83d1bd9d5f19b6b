import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { useIsLinked } from './use-is-linked';

/** The next step on an empty list that fills once a package is linked; nothing once it is. */
export function ToIntegrations() {
  const { t } = useTranslation();
  if (useIsLinked()) return null;
  return (
    <Button variant="primary" onPress={() => navigate('integrations')}>
      {t('ui.overview.toIntegrations')}
    </Button>
  );
}
