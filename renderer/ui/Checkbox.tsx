import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import styles from './Checkbox.module.css';
import { Icon } from './Icon';
import { TickedIcon } from './icons';

type Props = {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  help?: string;
};

/** Yes or no, as a part of a form. */
export function Checkbox({ children, help, ...rest }: Props) {
  return (
    <CheckboxField {...rest} className={styles.field}>
      <CheckboxButton className={styles.checkbox}>
        {({ isSelected }) => (
          <>
            <span className={styles.box}>{isSelected ? <Icon of={TickedIcon} size="small" /> : null}</span>
            <span>{children}</span>
          </>
        )}
      </CheckboxButton>
      {help ? (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      ) : null}
    </CheckboxField>
  );
}
