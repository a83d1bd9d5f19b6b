import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, parseMinutesInput } from '../i18n/minutes-input';
import type { FieldProps } from './Field';
import { TypedField } from './TypedField';
import { useKeptUnfinished, type UnfinishedText } from './unfinished-text';

type Props = FieldProps & {
  /** Whole minutes. */
  minutes: number;
  onChange: (minutes: number) => void;
  unfinished?: UnfinishedText;
};

/** The text in the field, with the minutes that count meanwhile. */
type Typed = { readonly text: string; readonly minutes: number };

/** Work or travel time, shown as `1:30`; a bare number is minutes. */
export function MinutesField({ minutes, onChange, unfinished, ...field }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Typed | null>(leftOf(unfinished, minutes));
  // When the minutes become others than those that were typed, by undoing or by another field, the text is outdated.
  const draft = typed !== null && typed.minutes === minutes ? typed.text : null;
  const isUnreadable = draft !== null && parseMinutesInput(draft) === null;
  useKeptUnfinished(unfinished, isUnreadable ? draft : null);
  const error = field.error ?? (isUnreadable ? t('ui.field.notADuration') : undefined);

  const type = (text: string) => {
    const parsed = parseMinutesInput(text);
    setTyped({ text, minutes: parsed ?? minutes });
    if (parsed !== null && parsed !== minutes) onChange(parsed);
  };

  return (
    <TypedField
      {...field}
      error={error}
      text={draft ?? formatMinutes(minutes)}
      onType={type}
      onLeave={() => {
        if (!isUnreadable) setTyped(null);
      }}
      isUnfinished={isUnreadable}
    />
  );
}

const leftOf = (unfinished: UnfinishedText | undefined, minutes: number): Typed | null =>
  unfinished?.left == null ? null : { text: unfinished.left, minutes };
