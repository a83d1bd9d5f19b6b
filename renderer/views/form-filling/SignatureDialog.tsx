import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SignatureCanvas } from './SignatureCanvas';
import { useSignatureSheet, type DrawnSignature } from './use-signature-sheet';

type Props = { title: string; onClose: () => void; onDrawn: (drawn: DrawnSignature) => void };

/** A sheet to sign on with a mouse, a finger or a pen. Mounted while it is open. */
export function SignatureDialog({ title, onClose, onDrawn }: Props) {
  const { t } = useTranslation();
  const sheet = useSignatureSheet();
  const use = async () => {
    const drawn = await sheet.drawn();
    if (drawn !== null) onDrawn(drawn);
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
          <Button variant="primary" isDisabled={sheet.isEmpty} onPress={() => void use()}>
            {t('ui.files.use')}
          </Button>
        </>
      }
    >
      <p>{t('ui.files.drawHere')}</p>
      <SignatureCanvas sheet={sheet} />
    </Dialog>
  );
}
