import { Icon } from './Icon';
import { BusyIcon } from './icons';
import styles from './Spinner.module.css';

/** Shows that something runs. The text beside it says what. */
export function Spinner() {
  return <Icon of={BusyIcon} className={styles.spinner} />;
}
