import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './Field';
import styles from './field.module.css';
import { Icon } from './Icon';
import { ErrorIcon } from './icons';

type Props = Pick<FieldProps, 'label' | 'error' | 'isRequired'> & {
  className: string | undefined;
  /** `labelId`: of the label, for controls that it describes. */
  children: (labelId: string) => ReactNode;
};

/** Several controls that answer one question together: label above, controls, then the error. */
export function FieldGroup({ label, error, isRequired, className, children }: Props) {
  const { t } = useTranslation();
  const labelId = useId();
  return (
    <div className={className} role="group" aria-labelledby={labelId}>
      <span id={labelId} className={styles.label}>
        {label}
        {isRequired ? <span className={styles.required}> {t('ui.field.required')}</span> : null}
      </span>
      {children(labelId)}
      {error === undefined ? null : (
        <span className={styles.error}>
          <Icon of={ErrorIcon} size="small" />
          <span>{error}</span>
        </span>
      )}
    </div>
  );
}
