import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, Text } from 'react-aria-components';
import styles from './Switch.module.css';

type Props = {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  help?: string;
};

/** On or off, works at once. In a form that is saved later, use Checkbox. */
export function Switch({ children, help, ...rest }: Props) {
  return (
    <SwitchField {...rest} className={styles.field}>
      <SwitchButton className={styles.switch}>
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
        <span>{children}</span>
      </SwitchButton>
      {help ? (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      ) : null}
    </SwitchField>
  );
}
