import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { Field, fieldClassName, type FieldProps } from './Field';
import { classNames } from './class-names';
import styles from './field.module.css';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
};

/** Text of more than one line. */
export function TextArea({ value, onChange, rows = 4, maxLength, ...field }: Props) {
  return (
    <AriaTextField
      className={fieldClassName(field)}
      value={value}
      onChange={onChange}
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      maxLength={maxLength}
      validationBehavior="aria"
    >
      <Field {...field}>
        <AriaTextArea className={classNames(styles.input, styles.area)} rows={rows} />
      </Field>
    </AriaTextField>
  );
}
