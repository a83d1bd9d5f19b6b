import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

type Props = {
  /** The question. */
  title: string;
  /** What happens when the answer is yes. */
  children: ReactNode;
  /** The verb of the question, never "yes". */
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  isOpen: boolean;
  /** Cannot be undone. */
  isDanger?: boolean;
  isBusy?: boolean;
  /** The children ask something that must be answered first. */
  isConfirmDisabled?: boolean;
};

/** Asks before something with consequences. The safe answer has the focus. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  onConfirm,
  onCancel,
  isOpen,
  isDanger = false,
  isBusy = false,
  isConfirmDisabled = false,
}: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onCancel} isDisabled={isBusy} autoFocus>
            {t('ui.action.cancel')}
          </Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            onPress={onConfirm}
            isBusy={isBusy}
            isDisabled={isConfirmDisabled}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
