import { Select as AriaSelect, Button, ListBox, Popover, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { Field, fieldClassName, type FieldProps } from './Field';
import fieldStyles from './field.module.css';
import { Icon } from './Icon';
import { UnfoldIcon } from './icons';
import listStyles from './list-box.module.css';
import { OptionItem } from './OptionItem';
import styles from './Select.module.css';

export type SelectOption<V extends string> = { readonly value: V; readonly label: string; readonly detail?: string };

type Props<V extends string> = FieldProps & {
  options: readonly SelectOption<V>[];
  /** Null shows the placeholder. */
  value: V | null;
  onChange: (value: V) => void;
  placeholder?: string;
};

/** One of a short list. For customers and articles use ComboBox. */
export function Select<V extends string>({ options, value, onChange, placeholder, ...field }: Props<V>) {
  const { t } = useTranslation();
  return (
    <AriaSelect
      className={fieldClassName(field)}
      value={value}
      onChange={(key) => onChange(key as V)}
      placeholder={placeholder ?? t('ui.field.choose')}
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired}
      isDisabled={field.isDisabled}
      validationBehavior="aria"
    >
      <Field {...field}>
        <Button className={classNames(fieldStyles.input, styles.button)}>
          <SelectValue className={styles.value} />
          <Icon of={UnfoldIcon} />
        </Button>
      </Field>
      <Popover className={listStyles.popover} offset={4}>
        <ListBox items={options} className={listStyles.list}>
          {(option) => <OptionItem id={option.value} label={option.label} detail={option.detail} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
