import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classNames } from './class-names';
import { Icon } from './Icon';
import type { IconComponent } from './icons';
import { withKeys } from './key-shortcuts';
import { Spinner } from './Spinner';
import { useKeptFocus } from './use-kept-focus';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = Pick<
  AriaButtonProps,
  | 'onPress'
  | 'isDisabled'
  | 'type'
  | 'autoFocus'
  | 'slot'
  | 'excludeFromTabOrder'
  | 'aria-describedby'
  | 'aria-expanded'
  | 'form'
  | 'id'
> & {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'medium' | 'small';
  icon?: IconComponent;
  /** The work that the button started still runs: it keeps its focus, and a second press does nothing. */
  isBusy?: boolean;
  /** Keys that do the same, as in `aria-keyshortcuts`. */
  keys?: string;
};

/** One primary button per screen at most; `danger` for what cannot be undone. */
export function Button({
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  isBusy = false,
  isDisabled = false,
  keys,
  ...rest
}: ButtonProps) {
  const { isOffInFocus, onFocusChange } = useKeptFocus(isDisabled);
  return (
    <AriaButton
      {...rest}
      ref={withKeys(keys)}
      isPending={isBusy || isOffInFocus}
      isDisabled={isDisabled && !isOffInFocus}
      onFocusChange={onFocusChange}
      className={classNames(styles.button, styles[variant], styles[size], isOffInFocus && styles.off)}
    >
      {isBusy ? <Spinner /> : icon ? <Icon of={icon} /> : null}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  );
}
