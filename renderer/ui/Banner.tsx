import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classNames } from './class-names';
import { Icon } from './Icon';
import { TONE_ICON, type Tone } from './tone';

type Props = {
  tone: Tone;
  title: string;
  /** What it means and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** A message that stays as long as it is true. Errors are read aloud at once. */
export function Banner({ tone, title, children, actions }: Props) {
  return (
    <div className={classNames(styles.banner, styles[tone])} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon of={TONE_ICON[tone]} className={styles.icon} />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children ? <div className={styles.body}>{children}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
