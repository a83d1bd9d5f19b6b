import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes, parseMinutesInput } from '../i18n/minutes-input';
import type { FieldProps } from './Field';
import { TypedField } from './TypedField';

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
    <TypedField
      {...field}
      error={error}
      text={draft ?? formatMinutes(minutes)}
      onType={type}
      onLeave={() => {
        if (!isUnreadable) setDraft(null);
      }}
    />
  );
}
