import { useState } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatMinutes, parseMinutesInput } from '../i18n/minutes-input';
import { classNames } from './class-names';
import { Field, fieldClassName, type FieldProps } from './Field';
import styles from './field.module.css';

type Props = FieldProps & {
  /** Whole minutes. */
  minutes: number;
  onChange: (minutes: number) => void;
};

/** Work or travel time, shown as `1:30`; a bare number is minutes. */
export function MinutesField({ minutes, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const isUnreadable = draft !== null && parseMinutesInput(draft) === null;
  const error = field.error ?? (isUnreadable ? t('ui.field.notADuration') : undefined);

  const type = (text: string) => {
    setDraft(text);
    const parsed = parseMinutesInput(text);
    if (parsed !== null && parsed !== minutes) onChange(parsed);
  };

  return (
    <AriaTextField
      className={fieldClassName(field)}
      value={draft ?? formatMinutes(minutes)}
      onChange={type}
      onBlur={() => {
        if (!isUnreadable) setDraft(null);
      }}
      autoComplete="off"
      isInvalid={error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      validationBehavior="aria"
    >
      <Field {...field} error={error}>
        <Input className={classNames(styles.input, styles.numeric)} />
      </Field>
    </AriaTextField>
  );
}
