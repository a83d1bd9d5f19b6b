import { create } from 'zustand';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';

interface LastEmployeeStore {
  /** Who was planned last since the app started; null when nobody was. */
  readonly id: number | null;
}

/** Who plans one work order after the other often plans them on the same person. */
export const useLastEmployee = create<LastEmployeeStore>()(() => ({ id: null }));

export function rememberEmployee(id: number | null): void {
  if (id !== null) useLastEmployee.setState({ id });
}

/** Whom to fill in before anybody is chosen: the only one there is, else the last one planned; null when that is nobody. */
export function useUsualEmployee(): number | null {
  const employees = useLoaded(() => api.employees.list(), 'employees', useRevision('employees')).value ?? [];
  const last = useLastEmployee((store) => store.id);
  const active = employees.filter((employee) => employee.active);
  return (active.length === 1 ? active[0]?.id : active.find(({ id }) => id === last)?.id) ?? null;
}
