import { useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';
import { DismissIcon } from './icons';
import { useScrollStop } from './use-scroll-stop';

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  /** `full`: as high as the window, for what is looked at. */
  size?: 'medium' | 'large' | 'full';
  /** `alertdialog` for a question that must be answered. */
  role?: 'dialog' | 'alertdialog';
};

/** A window over the screen. Escape and the cross close it. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'medium', role = 'dialog' }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog}>
          <header className={styles.header}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {role === 'dialog' ? (
              <IconButton icon={DismissIcon} label={t('ui.action.close')} onPress={onClose} />
            ) : null}
          </header>
          <DialogBody title={title}>{children}</DialogBody>
          {actions ? <footer className={styles.actions}>{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Mounted with the dialog, so that it is measured each time that one opens. */
function DialogBody({ title, children }: Pick<Props, 'title' | 'children'>) {
  const ref = useRef<HTMLDivElement>(null);
  const isStop = useScrollStop(ref);
  return (
    <div ref={ref} className={styles.body} {...(isStop ? { role: 'group', 'aria-label': title, tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}
