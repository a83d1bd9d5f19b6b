import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import type { SelectOption } from '../../ui/Select';
import { useLoaded } from '../../ui/use-loaded';

const NOBODY = '';

/** Employees to choose from, "nobody" first. One who left stays visible where he was chosen. */
export function useEmployeeOptions(chosenId: number | null): readonly SelectOption<string>[] {
  const { t } = useTranslation();
  const employees = useLoaded(() => api.employees.list(), 'employees', useRevision('employees')).value ?? [];
  return [
    { value: NOBODY, label: t('ui.workOrders.nobody') },
    ...employees
      .filter(({ id, active }) => active || id === chosenId)
      .map(({ id, name }) => ({ value: String(id), label: name })),
  ];
}

export function employeeValue(id: number | null): string {
  return id === null ? NOBODY : String(id);
}

export function employeeId(value: string): number | null {
  return value === NOBODY ? null : Number(value);
}
