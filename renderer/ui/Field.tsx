import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field.module.css';
import { classNames } from './class-names';
import { Icon } from './Icon';
import { ErrorIcon, WarningIcon } from './icons';

/** What every field of a form has. */
export type FieldProps = {
  label: string;
  /** One sentence under the field. */
  help?: string | undefined;
  /** What is wrong and how to put it right; its presence makes the field invalid. */
  error?: string | undefined;
  /** What looks wrong and may be right all the same; the field stays valid. */
  warning?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** The label is still read aloud. For fields in a table or a filter bar only. */
  isLabelHidden?: boolean;
  /** As wide as its parent instead of the width of a form. */
  isWide?: boolean;
};

/** The class names of a field's outer element. */
export function fieldClassName({ isLabelHidden, isWide }: Pick<FieldProps, 'isLabelHidden' | 'isWide'>): string {
  return classNames(styles.field, isLabelHidden && styles.hiddenLabel, isWide && styles.wide);
}

/** Label above, control, then the error, the warning or else the help. Must stand inside a field of react-aria. */
export function Field({ label, help, error, warning, isRequired, children }: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Label className={styles.label}>
        {label}
        {isRequired ? <span className={styles.required}> {t('ui.field.required')}</span> : null}
      </Label>
      {children}
      {warning && !error ? (
        <Text slot="description" className={styles.warning}>
          <Icon of={WarningIcon} size="small" />
          <span>{warning}</span>
        </Text>
      ) : null}
      {help && !error && !warning ? (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      ) : null}
      <FieldError className={styles.error}>
        <Icon of={ErrorIcon} size="small" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
