import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { flushSync } from 'react-dom';
import type { Problem, Result } from '../../../preload/contract/model';
import type { EmployeeRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { AddIcon, EmployeeIcon, SortByNameIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { useLoaded } from '../../ui/use-loaded';
import { ExportButton } from '../exports/ExportButton';
import { EmployeeLine } from './EmployeeLine';
import styles from './EmployeesPanel.module.css';
import { NewEmployeeDialog } from '../work-orders/NewEmployeeDialog';

/** Medewerkers: who does the work, in the order in which the board and the lists show them. Each change works at once. */
export function EmployeesPanel() {
  const { t } = useTranslation();
  const { value: employees } = useLoaded(() => api.employees.list(), 'employees', useRevision('employees'));
  const [isAdding, setIsAdding] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** The order that is being kept: shown at once. */
  const [moving, setMoving] = useState<readonly EmployeeRow[] | null>(null);
  const shown = moving ?? employees ?? [];

  const told = async (change: Promise<Result<unknown>>): Promise<boolean> => {
    const outcome = await change;
    setProblem(outcome.ok ? null : outcome.problem);
    return outcome.ok;
  };
  const put = async (order: readonly EmployeeRow[]) => {
    const button = document.activeElement;
    flushSync(() => setMoving(order));
    // Its row stands elsewhere now.
    if (button instanceof HTMLElement) button.focus();
    await told(api.employees.order(order.map(({ id }) => id)));
    setMoving(null);
  };
  const move = (from: number, by: -1 | 1) => {
    const employee = shown[from];
    const other = shown[from + by];
    if (employee && other) void put(shown.with(from, other).with(from + by, employee));
  };
  const add = (
    <Button icon={AddIcon} onPress={() => setIsAdding(true)}>
      {t('ui.employees.add')}
    </Button>
  );
  return (
    <Panel
      title={t('ui.employees.title')}
      actions={
        <>
          {shown.length < 2 ? null : (
            <Button size="small" icon={SortByNameIcon} onPress={() => void told(api.employees.order([]))}>
              {t('ui.employees.sort')}
            </Button>
          )}
          {shown.length === 0 ? null : <ExportButton what={() => ({ list: 'employees' })} />}
        </>
      }
    >
      <p className={styles.intro}>{t('ui.employees.intro')}</p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      {employees?.length === 0 ? (
        <EmptyState icon={EmployeeIcon} title={t('ui.planning.noEmployees')} actions={add}>
          {t('ui.employees.emptyText')}
        </EmptyState>
      ) : null}
      <ul className={styles.employees} aria-label={t('ui.employees.title')}>
        {shown.map((employee, index) => (
          <EmployeeLine
            key={employee.id}
            employee={employee}
            isFirst={index === 0}
            isLast={index === shown.length - 1}
            onSave={(change) => told(api.employees.save({ id: employee.id, ...change }))}
            onMove={(by) => move(index, by)}
          />
        ))}
      </ul>
      {shown.length === 0 ? null : <div>{add}</div>}
      <NewEmployeeDialog isOpen={isAdding} onClose={() => setIsAdding(false)} onAdded={() => setProblem(null)} />
    </Panel>
  );
}
