import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Tooltip.module.css';

type Props = {
  text: string;
  /** One element of react-aria that can have the focus. */
  children: ReactElement;
  placement?: 'top' | 'right' | 'bottom';
  /** The text stands on the screen already. */
  isDisabled?: boolean;
};

/** A short text on hover and on focus. Never the only place of something one must know. */
export function Tooltip({ text, children, placement = 'top', isDisabled = false }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80} isDisabled={isDisabled}>
      {children}
      <AriaTooltip className={styles.tooltip} placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
