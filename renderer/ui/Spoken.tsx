import type { ReactNode } from 'react';
import styles from './Spoken.module.css';

/** Text for screen readers alone. `status`: read aloud when it changes. */
export const Spoken = ({ role, children }: { role?: 'status'; children: ReactNode }) => (
  <span className={styles.spoken} role={role}>
    {children}
  </span>
);
