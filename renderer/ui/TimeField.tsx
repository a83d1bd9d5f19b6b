import { parseTime } from '@internationalized/date';
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components';
import styles from './DateField.module.css';
import { classNames } from './class-names';
import { Field, fieldClassName, type FieldProps } from './Field';
import fieldStyles from './field.module.css';

type Props = FieldProps & {
  /** `HH:MM`, or null for no time. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A time of the day, 24 hours. */
export function TimeField({ value, onChange, ...field }: Props) {
  return (
    <AriaTimeField
      className={fieldClassName(field)}
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 5))}
      hourCycle={24}
      granularity="minute"
      shouldForceLeadingZeros
      isInvalid={field.error !== undefined}
      isDisabled={field.isDisabled}
      isRequired={field.isRequired}
      validationBehavior="aria"
    >
      <Field {...field}>
        <DateInput className={classNames(fieldStyles.group, styles.input)}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
      </Field>
    </AriaTimeField>
  );
}
