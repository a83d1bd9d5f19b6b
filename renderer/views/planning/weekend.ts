import { useEffect } from 'react';
import { api } from '../../api';
import { useCompanySettings } from '../company-settings/use-company-settings';
import { usePlanningStore } from './planning-store';

/** Shows the weekend as the company chose; until that is known, it shows. */
export function useWeekendAsChosen(): void {
  const chosen = useCompanySettings().value?.planning.showsWeekend;
  useEffect(() => {
    if (chosen !== undefined) usePlanningStore.getState().showWeekend(chosen);
  }, [chosen]);
}

/** Shows or hides the weekend, now and from now on. */
export async function chooseWeekend(showsWeekend: boolean): Promise<void> {
  const { showWeekend } = usePlanningStore.getState();
  showWeekend(showsWeekend);
  const kept = await api.companySettings.save({ planning: { showsWeekend } });
  if (!kept.ok) showWeekend(!showsWeekend);
}
