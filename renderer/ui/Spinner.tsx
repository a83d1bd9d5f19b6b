import { LoaderCircle } from 'lucide-react';
import { Icon } from './Icon';
import styles from './Spinner.module.css';

/** Shows that something runs. The text beside it says what. */
export function Spinner() {
  return <Icon of={LoaderCircle} className={styles.spinner} />;
}
