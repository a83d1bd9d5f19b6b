import { classNames } from '../../ui/class-names';
import styles from './Bars.module.css';

/** One bar; `parts` lie on each other, the first one below. */
export interface ChartBar {
  readonly label: string;
  readonly parts: readonly number[];
}

type Props = { bars: readonly ChartBar[]; format: (value: number) => string };

/** As many labels as stand beside each other in a narrow window. */
const MOST_LABELS = 8;

/**
 * Bars of whole numbers. Only to look at: the same figures stand in a table beside it for who cannot see it. Boxes of the
 * page itself, because a library of charts cost more work than the rest of the screen.
 */
export function Bars({ bars, format }: Props) {
  const top = topOf(Math.max(...bars.map(heightOf)));
  const every = Math.ceil(bars.length / MOST_LABELS);
  return (
    <div className={styles.chart} aria-hidden="true">
      <div className={styles.scale}>
        {[top, top / 2, 0].map((value) => (
          <span key={value}>{format(value)}</span>
        ))}
      </div>
      <div className={styles.plot}>
        {bars.map(({ label, parts }) => (
          <div key={label} className={styles.bar}>
            {parts.map((value, index) => (
              <div
                key={index}
                className={classNames(styles.part, index > 0 && styles.second)}
                style={{ height: `${(100 * value) / top}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.labels}>
        {bars.map(({ label }, index) => (
          <span key={label}>{(bars.length - 1 - index) % every === 0 ? <span>{label}</span> : null}</span>
        ))}
      </div>
    </div>
  );
}

const heightOf = ({ parts }: ChartBar): number => parts.reduce((sum, value) => sum + value, 0);

/** The lowest 2, 4, 6 or 10 times a power of ten that holds the highest bar: its half is whole as well. */
export function topOf(highest: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(highest)));
  return [2, 4, 6, 10, 20].map((step) => step * power).find((top) => top >= highest) ?? 20 * power;
}
