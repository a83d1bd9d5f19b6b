import { CheckboxButton, CheckboxField } from 'react-aria-components';
import styles from './Checkbox.module.css';
import { Icon } from './Icon';
import { TickedIcon } from './icons';

/** One answer of a CheckboxGroup. */
export function GroupedCheckbox({ value, label }: { value: string; label: string }) {
  return (
    <CheckboxField value={value} className={styles.field}>
      <CheckboxButton className={styles.checkbox}>
        {({ isSelected }) => (
          <>
            <span className={styles.box}>{isSelected ? <Icon of={TickedIcon} size="small" /> : null}</span>
            <span>{label}</span>
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
}
