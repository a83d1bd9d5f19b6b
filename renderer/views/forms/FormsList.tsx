import { useTranslation } from 'react-i18next';
import type { CustomFormRow } from '../../../preload/contract/custom-forms';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { AddIcon, FormIcon } from '../../ui/icons';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { ExportButton } from '../exports/ExportButton';
import { FormsTable } from './FormsTable';
import { useFormsStore } from './forms-store';

/** The designed forms, with how many work orders hold each. */
export function FormsList({ forms }: { forms: readonly CustomFormRow[] }) {
  const { t } = useTranslation();
  const problem = useFormsStore((store) => store.problem);
  const add = (
    <Button variant="primary" icon={AddIcon} onPress={() => navigate('forms', 'new')}>
      {t('ui.forms.new')}
    </Button>
  );
  return (
    <Page
      title={t('ui.nav.forms')}
      intro={t('ui.forms.intro')}
      actions={
        <>
          {forms.length === 0 ? null : <ExportButton size="medium" what={() => ({ list: 'forms' })} />}
          {forms.length === 0 ? null : add}
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      {forms.length === 0 ? (
        <EmptyState icon={FormIcon} title={t('ui.forms.emptyTitle')} actions={add}>
          {t('ui.forms.emptyText')}
        </EmptyState>
      ) : (
        <Panel>
          <FormsTable forms={forms} />
        </Panel>
      )}
    </Page>
  );
}
