import { TextField as AriaTextField, Input } from 'react-aria-components';
import { Field, fieldClassName, type FieldProps } from './Field';
import styles from './field.module.css';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** `password` for keys and codes: nothing is kept by the browser. */
  type?: 'text' | 'password';
  maxLength?: number;
  autoFocus?: boolean;
  isReadOnly?: boolean;
};

/** One line of text. */
export function TextField({ value, onChange, type = 'text', maxLength, autoFocus, isReadOnly, ...field }: Props) {
  return (
    <AriaTextField
      className={fieldClassName(field)}
      value={value}
      onChange={onChange}
      type={type}
      autoComplete="off"
      spellCheck="false"
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      isReadOnly={isReadOnly}
      maxLength={maxLength}
      autoFocus={autoFocus}
      validationBehavior="aria"
    >
      <Field {...field}>
        <Input className={styles.input} />
      </Field>
    </AriaTextField>
  );
}
