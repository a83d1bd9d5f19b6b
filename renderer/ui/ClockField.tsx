import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, parseClockInput } from '../i18n/clock-input';
import type { FieldProps } from './Field';
import { TypedField } from './TypedField';
import { useKeptUnfinished, type UnfinishedText } from './unfinished-text';

type Props = FieldProps & {
  /** Minutes since midnight; null = no time. */
  minuteOfDay: number | null;
  /** Called when the time is complete: on leaving the field, or Enter. */
  onChange: (minuteOfDay: number | null) => void;
  /** Takes the focus when it appears, for a row that was just added. */
  hasFocusFirst?: boolean;
  unfinished?: UnfinishedText;
};

/** A time of the day that is typed in one go, such as `8`, `8:15` or `0815`. */
export function ClockField({ minuteOfDay, onChange, hasFocusFirst = false, unfinished, ...field }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(unfinished?.left ?? null);
  const isUnreadable = draft !== null && draft.trim() !== '' && parseClockInput(draft) === null;
  const [isLeft, setIsLeft] = useState(draft !== null);
  useKeptUnfinished(unfinished, isUnreadable ? draft : null);
  const error = field.error ?? (isUnreadable && isLeft ? t('ui.field.notATime') : undefined);

  const complete = () => {
    setIsLeft(true);
    if (draft === null || isUnreadable) return;
    const typed = parseClockInput(draft);
    setDraft(null);
    if (typed !== minuteOfDay) onChange(typed);
  };

  return (
    <TypedField
      {...field}
      error={error}
      text={draft ?? (minuteOfDay === null ? '' : formatClock(minuteOfDay))}
      onType={(text) => {
        setIsLeft(false);
        setDraft(text);
      }}
      onLeave={complete}
      onKeyDown={(event) => {
        if (event.key === 'Enter') complete();
        event.continuePropagation();
      }}
      hasFocusFirst={hasFocusFirst}
      isUnfinished={draft !== null}
    />
  );
}
