import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DetailPanel.module.css';
import { IconButton } from './IconButton';
import { DismissIcon } from './icons';

type Props = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
};

/** The row of the list at the left, in full. Escape closes it. */
export function DetailPanel({ title, onClose, children, actions }: Props) {
  const { t } = useTranslation();
  return (
    <aside
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={styles.header}>
        <h2>{title}</h2>
        <IconButton icon={DismissIcon} label={t('ui.action.close')} onPress={onClose} />
      </header>
      {/* A long text must scroll by keyboard too. */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
      {actions ? <footer className={styles.actions}>{actions}</footer> : null}
    </aside>
  );
}
