import type { ReactNode } from 'react';
import { Group, Input, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './class-names';
import { Field, fieldClassName, type FieldProps } from './Field';
import styles from './field.module.css';

type Props = FieldProps & {
  /** What stands in the field, also while it means nothing yet. */
  text: string;
  onType: (text: string) => void;
  /** The field is left. */
  onLeave: () => void;
  onKeyDown?: Parameters<typeof AriaTextField>[0]['onKeyDown'];
  inputMode?: 'decimal';
  placeholder?: string | undefined;
  hasFocusFirst?: boolean;
  /** The text means nothing yet to who uses the field: undoing is about the text itself. */
  isUnfinished?: boolean;
  /** Signs around what is typed. */
  affixes?: { readonly before?: ReactNode; readonly behind?: ReactNode };
};

/** A field in which a number or a time is typed; what the text means is for who uses it. */
export function TypedField({
  text,
  onType,
  onLeave,
  onKeyDown,
  inputMode,
  placeholder,
  hasFocusFirst = false,
  isUnfinished = false,
  affixes,
  ...field
}: Props) {
  const input = (
    <Input
      className={classNames(styles.input, styles.numeric)}
      placeholder={placeholder}
      ref={hasFocusFirst ? selectAll : undefined}
      data-own-undo={isUnfinished ? true : undefined}
    />
  );
  return (
    <AriaTextField
      className={fieldClassName(field)}
      value={text}
      onChange={onType}
      onBlur={onLeave}
      onKeyDown={onKeyDown}
      inputMode={inputMode}
      autoFocus={hasFocusFirst}
      autoComplete="off"
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      validationBehavior="aria"
    >
      <Field {...field}>
        {affixes === undefined ? (
          input
        ) : (
          <Group className={styles.group}>
            {affixes.before ? <span className={styles.affix}>{affixes.before}</span> : null}
            {input}
            {affixes.behind ? <span className={styles.affix}>{affixes.behind}</span> : null}
          </Group>
        )}
      </Field>
    </AriaTextField>
  );
}

/** What is typed takes the place of what was filled in. */
const selectAll = (input: HTMLInputElement | null): void => input?.select();
