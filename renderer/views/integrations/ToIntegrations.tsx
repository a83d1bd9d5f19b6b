import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';

/** The next step on a list that the accounting package fills and that is empty. */
export function ToIntegrations() {
  const { t } = useTranslation();
  return <Button onPress={() => navigate('integrations')}>{t('ui.overview.toIntegrations')}</Button>;
}
