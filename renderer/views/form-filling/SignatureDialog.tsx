import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SignatureCanvas } from './SignatureCanvas';
import { useSignatureSheet, type DrawnSignature } from './use-signature-sheet';

type Props = {
  title: string;
  /** What the button says that takes the signature. */
  useLabel: string;
  /** What stands above the sheet. */
  children: ReactNode;
  /** False while something else is still missing. */
  isReady?: boolean;
  onClose: () => void;
  onDrawn: (drawn: DrawnSignature) => Promise<void>;
};

/** A sheet to sign on with a mouse, a finger or a pen. Mounted while it is open. */
export function SignatureDialog({ title, useLabel, children, isReady = true, onClose, onDrawn }: Props) {
  const { t } = useTranslation();
  const sheet = useSignatureSheet();
  const [isBusy, setIsBusy] = useState(false);
  const use = async () => {
    setIsBusy(true);
    try {
      const drawn = await sheet.drawn();
      if (drawn !== null) await onDrawn(drawn);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button isDisabled={sheet.isEmpty} onPress={sheet.clear}>
            {t('ui.files.clear')}
          </Button>
          <Button variant="primary" isDisabled={sheet.isEmpty || !isReady} isBusy={isBusy} onPress={() => void use()}>
            {useLabel}
          </Button>
        </>
      }
    >
      {children}
      <SignatureCanvas sheet={sheet} />
    </Dialog>
  );
}
