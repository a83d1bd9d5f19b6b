import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeRow } from '../../../preload/contract/views';
import { IconButton } from '../../ui/IconButton';
import { MoveDownIcon, MoveUpIcon } from '../../ui/icons';
import { Switch } from '../../ui/Switch';
import { TextField } from '../../ui/TextField';
import styles from './EmployeesPanel.module.css';

const MAX_NAME = 200;

type Props = {
  employee: EmployeeRow;
  isFirst: boolean;
  isLast: boolean;
  /** False: it was refused. */
  onSave: (change: Pick<EmployeeRow, 'name' | 'active'>) => Promise<boolean>;
  onMove: (by: -1 | 1) => void;
};

/** One employee: name, whether somebody works here, and the place among the others. */
export function EmployeeLine({ employee, isFirst, isLast, onSave, onMove }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(employee.name);
  useEffect(() => setName(employee.name), [employee.name]);
  const keepName = async () => {
    const typed = name.trim();
    if (typed === employee.name) return;
    if (typed === '' || !(await onSave({ name: typed, active: employee.active }))) setName(employee.name);
  };
  return (
    <li className={styles.employee}>
      {/* Kept once it is typed, not at each letter. */}
      <div className={styles.name} onBlur={() => void keepName()}>
        <TextField
          label={t('ui.employees.nameOf', { name: employee.name })}
          isLabelHidden
          value={name}
          onChange={setName}
          maxLength={MAX_NAME}
          isWide
        />
      </div>
      <Switch isSelected={employee.active} onChange={(active) => void onSave({ name: employee.name, active })}>
        {t('ui.employees.active')}
      </Switch>
      <span className={styles.moves}>
        <IconButton
          icon={MoveUpIcon}
          size="small"
          label={t('ui.employees.up', { name: employee.name })}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon={MoveDownIcon}
          size="small"
          label={t('ui.employees.down', { name: employee.name })}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
      </span>
    </li>
  );
}
