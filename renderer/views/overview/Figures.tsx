import type { View } from '../../../preload/contract/events';
import { useFormats } from '../../i18n/use-formats';
import { routeHash } from '../../shell/routes';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { Panel } from '../../ui/Panel';
import { TONE_ICON } from '../../ui/tone';
import styles from './Figures.module.css';

type Figure = {
  readonly label: string;
  readonly count: number;
  readonly view: View;
  readonly detail?: string;
  /** More than none asks for attention. */
  readonly isAlarming?: boolean;
};

/** Counts that belong together; each leads to its list. */
export function Figures({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const formats = useFormats();
  return (
    <Panel title={title}>
      <ul className={styles.figures}>
        {figures.map(({ label, count, view, detail, isAlarming }) => {
          const alarms = isAlarming && count > 0;
          return (
            <li key={label}>
              <a href={routeHash(view, detail)} className={classNames(styles.figure, alarms && styles.alarm)}>
                <span className={styles.count}>{formats.count(count)}</span>
                <span className={styles.label}>
                  {alarms ? <Icon of={TONE_ICON.warning} size="small" /> : null}
                  {label}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
