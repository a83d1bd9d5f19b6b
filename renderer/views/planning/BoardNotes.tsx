import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { AddIcon, ShowDaysIcon } from '../../ui/icons';
import { COMPANY_PART } from '../app-settings/SettingsParts';
import { NewEmployeeDialog } from '../work-orders/NewEmployeeDialog';
import type { Board } from './use-board';
import { chooseWeekend } from './weekend';

/** What the board does not show by itself: that nobody works here yet, and work in a weekend that is hidden. */
export function BoardNotes({ board: { hasNobody, hiddenInWeekend } }: { board: Board }) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      {hasNobody ? (
        <Banner
          tone="info"
          title={t('ui.planning.noEmployees')}
          actions={
            <>
              <Button size="small" icon={AddIcon} onPress={() => setIsAdding(true)}>
                {t('ui.employees.add')}
              </Button>
              <Button size="small" variant="quiet" onPress={() => navigate('settings', COMPANY_PART)}>
                {t('ui.employees.manage')}
              </Button>
            </>
          }
        >
          {t('ui.planning.noEmployeesText')}
        </Banner>
      ) : null}
      {hiddenInWeekend === 0 ? null : (
        <Banner
          tone="info"
          title={t('ui.planning.inWeekend', { count: hiddenInWeekend })}
          actions={
            <Button size="small" icon={ShowDaysIcon} onPress={() => void chooseWeekend(true)}>
              {t('ui.planning.showWeekend')}
            </Button>
          }
        />
      )}
      <NewEmployeeDialog isOpen={isAdding} onClose={() => setIsAdding(false)} onAdded={() => undefined} />
    </>
  );
}
