import type { ReactNode } from 'react';
import styles from './Panel.module.css';

type Props = {
  title?: string;
  /** To bring the focus there. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** One subject on a screen, with its own heading. */
export function Panel({ title, id, actions, children }: Props) {
  return (
    <section id={id} className={styles.panel} aria-label={title}>
      {title || actions ? (
        <header className={styles.header}>
          {title ? <h2>{title}</h2> : <span />}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}
