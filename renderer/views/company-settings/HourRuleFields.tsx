import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { billedHours, HOUR_STEPS, type HourRule } from '../../../preload/contract/hour-policy';
import type { TimeKind } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import { Select } from '../../ui/Select';
import styles from './HourPolicyPanel.module.css';

const DIRECTIONS = ['up', 'nearest'] as const satisfies readonly HourRule['direction'][];
const MINIMUMS_MINUTES = [0, 15, 30, 45, 60, 90, 120] as const;
/** Sums of one work order that show what a rule does: a short job, one just over the hour, one just under two. */
const EXAMPLES_MINUTES = [10, 70, 110] as const;
const MINUTE_MS = 60_000;

type Props = {
  kind: TimeKind;
  rule: HourRule;
  onChange: (rule: HourRule) => void;
};

/** The rule of work or travel time, with what becomes of a few bookings. */
export function HourRuleFields({ kind, rule, onChange }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const heading = useId();
  const { stepMinutes, direction, minimumMinutes } = rule;
  const minimums = [...new Set([...MINIMUMS_MINUTES, minimumMinutes])].sort((one, other) => one - other);
  return (
    <div className={styles.kind} role="group" aria-labelledby={heading}>
      <h3 id={heading}>{t(`ui.companySettings.hourKind.${kind}`)}</h3>
      <Select
        label={t('ui.companySettings.step')}
        value={String(stepMinutes)}
        onChange={(value) =>
          onChange({ ...rule, stepMinutes: HOUR_STEPS.find((step) => String(step) === value) ?? null })
        }
        options={HOUR_STEPS.map((step) => ({
          value: String(step),
          label:
            step === null ? t('ui.companySettings.stepNone') : t('ui.companySettings.stepMinutes', { count: step }),
        }))}
      />
      <Select
        label={t('ui.companySettings.direction')}
        help={stepMinutes === null ? t('ui.companySettings.directionUnused') : undefined}
        isDisabled={stepMinutes === null}
        value={direction}
        onChange={(value) => onChange({ ...rule, direction: value })}
        options={DIRECTIONS.map((value) => ({ value, label: t(`ui.companySettings.directions.${value}`) }))}
      />
      <Select
        label={t('ui.companySettings.minimum')}
        value={String(minimumMinutes)}
        onChange={(value) => onChange({ ...rule, minimumMinutes: Number(value) })}
        options={minimums.map((count) => ({
          value: String(count),
          label: count === 0 ? t('ui.companySettings.minimumNone') : t('ui.companySettings.minimumMinutes', { count }),
        }))}
      />
      <div aria-live="polite">
        <p className={styles.note}>{t('ui.companySettings.example')}</p>
        <ul className={styles.examples}>
          {EXAMPLES_MINUTES.map((minutes) => (
            <li key={minutes}>
              {t('ui.companySettings.becomes', {
                duration: formats.duration(minutes * MINUTE_MS),
                hours: formats.decimal(billedHours(minutes, rule)),
              })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
