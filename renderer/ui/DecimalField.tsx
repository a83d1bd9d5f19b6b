import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalToInput, parseDecimalInput } from '../i18n/decimal-input';
import { useLanguage } from '../i18n/use-formats';
import type { FieldProps } from './Field';
import { TypedField } from './TypedField';
import { useKeptUnfinished, type UnfinishedText } from './unfinished-text';

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
  hasFocusFirst?: boolean;
  unfinished?: UnfinishedText;
};

/** The text in the field, with the number that counts meanwhile. */
type Typed = { readonly text: string; readonly value: string };

/** A number of any precision, typed with the decimal sign of the language. It never becomes a float. */
export function DecimalField({
  value,
  onChange,
  unit,
  prefix,
  placeholder,
  hasFocusFirst = false,
  unfinished,
  ...field
}: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<Typed | null>(leftOf(unfinished, value));
  // When the number becomes another than the one that was typed, by undoing for example, the text is outdated.
  const draft = typed !== null && typed.value === value ? typed.text : null;
  const isUnreadable = draft !== null && parseDecimalInput(draft, language) === null;
  useKeptUnfinished(unfinished, isUnreadable ? draft : null);
  const error = field.error ?? (isUnreadable ? t('ui.field.notANumber') : undefined);

  const type = (text: string) => {
    const parsed = parseDecimalInput(text, language);
    setTyped({ text, value: parsed ?? value });
    if (parsed !== null && parsed !== value) onChange(parsed);
  };

  return (
    <TypedField
      {...field}
      error={error}
      text={draft ?? decimalToInput(value, language)}
      onType={type}
      onLeave={() => {
        if (!isUnreadable) setTyped(null);
      }}
      isUnfinished={isUnreadable}
      inputMode="decimal"
      placeholder={placeholder}
      hasFocusFirst={hasFocusFirst}
      affixes={{ before: prefix, behind: unit }}
    />
  );
}

const leftOf = (unfinished: UnfinishedText | undefined, value: string): Typed | null =>
  unfinished?.left == null ? null : { text: unfinished.left, value };
