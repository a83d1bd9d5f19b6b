import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon } from './Icon';
import type { IconComponent } from './icons';

type Props = {
  icon: IconComponent;
  title: string;
  /** How this fills: what to do, or what happens by itself. */
  children: ReactNode;
  actions?: ReactNode;
};

/** A list or a screen with nothing in it yet. */
export function EmptyState({ icon, title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <Icon of={icon} size="large" className={styles.icon} />
      <h2>{title}</h2>
      <div className={styles.text}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
