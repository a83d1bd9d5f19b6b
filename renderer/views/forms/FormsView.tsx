import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { recordId, type Route } from '../../shell/routes';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { useLoaded } from '../../ui/use-loaded';
import { FormDesigner } from './FormDesigner';
import { FormsList } from './FormsList';
import { useFormsStore } from './forms-store';

/** Formulieren: the list, or one form to design. */
export function FormsView({ route }: { route: Route }) {
  const { t } = useTranslation();
  const forgetProblem = useFormsStore((store) => store.forgetProblem);
  const { value, failure, retry } = useLoaded(
    () => api.customForms.list(),
    'forms',
    // The counts of work orders change with them.
    useRevision('customForms', 'workOrders'),
  );
  useEffect(() => forgetProblem, [forgetProblem, route.detail]);
  if (failure !== null) {
    return (
      <Page title={t('ui.nav.forms')}>
        <ErrorState failure={failure} onRetry={retry} />
      </Page>
    );
  }
  if (value === undefined) return <LoadingState />;
  if (route.detail === 'new') return <FormDesigner key="new" form={null} />;
  const id = recordId(route);
  if (id === null) return <FormsList forms={value} />;
  const form = value.find((one) => one.id === id);
  if (form) return <FormDesigner key={id} form={form} />;
  return (
    <Page title={t('ui.nav.forms')}>
      <Banner
        tone="info"
        title={t('ui.forms.gone')}
        actions={<Button onPress={() => navigate('forms')}>{t('ui.forms.toList')}</Button>}
      />
    </Page>
  );
}
