import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './Facts.module.css';

export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  readonly isNumber?: boolean;
};

/** Names with values, as a description list. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, isNumber }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={classNames(isNumber && styles.number)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
