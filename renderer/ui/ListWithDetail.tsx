import type { ReactNode } from 'react';
import styles from './ListWithDetail.module.css';

/** A list that fills the screen, with the opened row beside it. */
export function ListWithDetail({ list, detail }: { list: ReactNode; detail: ReactNode }) {
  return (
    <div className={styles.split}>
      <div className={styles.list}>{list}</div>
      {detail}
    </div>
  );
}
