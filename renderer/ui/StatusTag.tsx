import { classNames } from './class-names';
import { Icon } from './Icon';
import type { IconComponent } from './icons';
import styles from './StatusTag.module.css';
import { TONE_ICON, type Tone } from './tone';

type Props = {
  tone: Tone | 'neutral' | 'accent';
  children: string;
  /** Replaces the icon that belongs to the tone. */
  icon?: IconComponent;
};

/** The state of one thing, in one or two words. */
export function StatusTag({ tone, children, icon }: Props) {
  const glyph = icon ?? (tone === 'neutral' || tone === 'accent' ? null : TONE_ICON[tone]);
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      {glyph ? <Icon of={glyph} size="small" /> : null}
      <span className={styles.text}>{children}</span>
    </span>
  );
}
