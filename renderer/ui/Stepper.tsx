import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { Icon } from './Icon';
import { TickedIcon } from './icons';
import styles from './Stepper.module.css';

type Props = {
  /** Names of the steps, in order. */
  steps: readonly string[];
  /** Index of the step at hand. */
  current: number;
};

/** Where one is in a fixed series of steps. */
export function Stepper({ steps, current }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t('ui.wizard.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classNames(styles.step, index < current && styles.done, index === current && styles.current)}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.number}>{index < current ? <Icon of={TickedIcon} size="small" /> : index + 1}</span>
          <span className={styles.name}>{step}</span>
        </li>
      ))}
    </ol>
  );
}
