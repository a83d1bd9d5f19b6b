import type { ReactNode } from 'react';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components';
import styles from './CheckboxGroup.module.css';
import { Field, fieldClassName, type FieldProps } from './Field';

type Props = FieldProps & {
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  /** GroupedCheckbox for each answer. */
  children: ReactNode;
};

/** Any of a short list. */
export function CheckboxGroup({ value, onChange, children, ...field }: Props) {
  return (
    <AriaCheckboxGroup
      className={fieldClassName(field)}
      value={[...value]}
      onChange={onChange}
      isInvalid={field.error !== undefined}
      isDisabled={field.isDisabled}
      isRequired={field.isRequired}
      validationBehavior="aria"
    >
      <Field {...field}>
        <div className={styles.options}>{children}</div>
      </Field>
    </AriaCheckboxGroup>
  );
}
