import { useTranslation } from 'react-i18next';
import type { EmployeeRow } from '../../../preload/contract/views';
import type { SelectOption } from '../../ui/Select';
import type { Who } from './lanes';

/** Everybody, work without an employee, or one employee to choose from. One who left stays where he was chosen. */
export function useWhoOptions(employees: readonly EmployeeRow[], chosen: Who): readonly SelectOption<string>[] {
  const { t } = useTranslation();
  return [
    { value: 'all', label: t('ui.planning.everybody') },
    { value: 'nobody', label: t('ui.planning.nobody') },
    ...employees
      .filter(({ id, active }) => active || id === chosen)
      .map(({ id, name }) => ({ value: String(id), label: name })),
  ];
}

/** What an option stands for. */
export const whoOf = (value: string): Who => (value === 'all' || value === 'nobody' ? value : Number(value));
