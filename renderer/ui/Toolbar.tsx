import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** Search, filters and counts above a list. */
export function Toolbar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.toolbar}>
      <div className={styles.start}>{children}</div>
      {end ? <div className={styles.end}>{end}</div> : null}
    </div>
  );
}
