import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './DateField.module.css';
import { Field, fieldClassName, type FieldProps } from './Field';
import fieldStyles from './field.module.css';
import { Icon } from './Icon';
import { CalendarIcon, NextIcon, PreviousIcon } from './icons';
import { Tooltip } from './Tooltip';

type Props = FieldProps & {
  /** `YYYY-MM-DD`, or null for no date. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A calendar day, typed or picked. */
export function DateField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  return (
    <DatePicker
      className={fieldClassName(field)}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <Field {...field}>
        <Group className={fieldStyles.group}>
          <DateInput className={styles.input}>
            {(segment) => <DateSegment segment={segment} className={styles.segment} />}
          </DateInput>
          <Tooltip text={t('ui.field.openCalendar')}>
            <Button className={styles.open} aria-label={t('ui.field.openCalendar')}>
              <Icon of={CalendarIcon} />
            </Button>
          </Tooltip>
        </Group>
      </Field>
      <Popover className={styles.popover}>
        <Dialog className={styles.dialog}>
          <Calendar>
            <header className={styles.header}>
              <Tooltip text={t('ui.field.previousMonth')}>
                <Button slot="previous" className={styles.open} aria-label={t('ui.field.previousMonth')}>
                  <Icon of={PreviousIcon} />
                </Button>
              </Tooltip>
              <Heading className={styles.month} />
              <Tooltip text={t('ui.field.nextMonth')}>
                <Button slot="next" className={styles.open} aria-label={t('ui.field.nextMonth')}>
                  <Icon of={NextIcon} />
                </Button>
              </Tooltip>
            </header>
            <CalendarGrid className={styles.grid}>
              {(date) => <CalendarCell date={date} className={styles.cell} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
