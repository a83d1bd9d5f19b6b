import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import buttonStyles from './Button.module.css';
import { classNames } from './class-names';
import { Icon } from './Icon';
import type { IconComponent } from './icons';
import { withKeys } from './key-shortcuts';
import { Tooltip } from './Tooltip';
import { useKeptFocus } from './use-kept-focus';

type Props = Pick<
  AriaButtonProps,
  'onPress' | 'isDisabled' | 'slot' | 'excludeFromTabOrder' | 'aria-expanded' | 'aria-controls'
> & {
  icon: IconComponent;
  /** Read aloud, and shown as a tooltip. */
  label: string;
  size?: 'medium' | 'small';
  /** Keys that do the same, as in `aria-keyshortcuts`. */
  keys?: string;
};

/** A button whose meaning an icon carries; the label is its name. */
export function IconButton({ icon, label, size = 'medium', isDisabled = false, keys, ...rest }: Props) {
  const { isOffInFocus, onFocusChange } = useKeptFocus(isDisabled);
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        ref={withKeys(keys)}
        aria-label={label}
        isPending={isOffInFocus}
        isDisabled={isDisabled && !isOffInFocus}
        onFocusChange={onFocusChange}
        className={classNames(
          buttonStyles.button,
          buttonStyles.quiet,
          buttonStyles.iconOnly,
          buttonStyles[size],
          isOffInFocus && buttonStyles.off,
        )}
      >
        <Icon of={icon} />
      </AriaButton>
    </Tooltip>
  );
}
