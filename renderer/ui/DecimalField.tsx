import { useState } from 'react';
import { TextField as AriaTextField, Group, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { decimalToInput, parseDecimalInput } from '../i18n/decimal-input';
import { useLanguage } from '../i18n/use-formats';
import { classNames } from './class-names';
import { Field, fieldClassName, type FieldProps } from './Field';
import styles from './field.module.css';

type Props = FieldProps & {
  /** Exact decimal with a point, or empty. */
  value: string;
  /** Called with an exact decimal with a point, or empty; never with something that is no number. */
  onChange: (value: string) => void;
  /** Unit behind the number, e.g. `stuk`. */
  unit?: string;
  /** Sign before the number. */
  prefix?: string;
  /** What counts while the field is empty. */
  placeholder?: string | undefined;
};

/** A number of any precision, typed with the decimal sign of the language. It never becomes a float. */
export function DecimalField({ value, onChange, unit, prefix, placeholder, ...field }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const isUnreadable = draft !== null && parseDecimalInput(draft, language) === null;
  const error = field.error ?? (isUnreadable ? t('ui.field.notANumber') : undefined);

  const type = (text: string) => {
    setDraft(text);
    const parsed = parseDecimalInput(text, language);
    if (parsed !== null && parsed !== value) onChange(parsed);
  };

  return (
    <AriaTextField
      className={fieldClassName(field)}
      value={draft ?? decimalToInput(value, language)}
      onChange={type}
      onBlur={() => {
        if (!isUnreadable) setDraft(null);
      }}
      inputMode="decimal"
      autoComplete="off"
      isInvalid={error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      validationBehavior="aria"
    >
      <Field {...field} error={error}>
        <Group className={styles.group}>
          {prefix ? <span className={styles.affix}>{prefix}</span> : null}
          <Input className={classNames(styles.input, styles.numeric)} placeholder={placeholder} />
          {unit ? <span className={styles.affix}>{unit}</span> : null}
        </Group>
      </Field>
    </AriaTextField>
  );
}
