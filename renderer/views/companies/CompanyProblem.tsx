import { useTranslation } from 'react-i18next';
import type { CompanySummary } from '../../../preload/contract/views';
import { useCompanySwitch } from '../../shell/company-switch';
import { routeHash } from '../../shell/routes';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { ProblemBanner } from '../../ui/ProblemBanner';

type Props = { company: CompanySummary & { readonly problem: NonNullable<CompanySummary['problem']> } };

/** In place of every screen of a company whose data cannot be opened. The other companies go on. */
export function CompanyProblem({ company: { id, name, problem } }: Props) {
  const { t } = useTranslation();
  const choose = useCompanySwitch((store) => store.choose);
  return (
    <Page title={name} intro={t('ui.companies.notOpen')}>
      <ProblemBanner
        problem={problem}
        actions={
          <>
            {problem.code === 'database-damaged' ? (
              <Button size="small" onPress={() => (window.location.hash = routeHash('settings', 'backups'))}>
                {t('ui.backups.goTo')}
              </Button>
            ) : null}
            <Button size="small" onPress={() => void choose(id, 'overview')}>
              {t('ui.action.retry')}
            </Button>
          </>
        }
      />
    </Page>
  );
}
