import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './SignatureDialog.module.css';

/** A signature as PNG, transparent but for the ink. Sizes in pixels. */
export interface DrawnSignature {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Twice as fine as it is drawn, so that it is sharp on paper. */
const WIDTH = 1_200;
const HEIGHT = 480;
const INK = '#14213d';

type Props = { title: string; onClose: () => void; onDrawn: (drawn: DrawnSignature) => void };

/** A sheet to sign on with a mouse, a finger or a pen. Mounted while it is open. */
export function SignatureDialog({ title, onClose, onDrawn }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null) return;
    // The pad works in the pixels of the screen; the sheet has more of them.
    const scale = WIDTH / sheet.getBoundingClientRect().width;
    sheet.getContext('2d')?.scale(scale, scale);
    const made = new SignaturePad(sheet, { penColor: INK });
    const drawn = () => setIsEmpty(made.isEmpty());
    made.addEventListener('endStroke', drawn);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', drawn);
      made.off();
    };
  }, []);
  const clear = () => {
    pad.current?.clear();
    setIsEmpty(true);
  };
  const use = () => {
    canvas.current?.toBlob((blob) => {
      if (blob === null) return;
      void blob
        .arrayBuffer()
        .then((buffer) => onDrawn({ width: WIDTH, height: HEIGHT, bytes: new Uint8Array(buffer) }));
    }, 'image/png');
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
          <Button isDisabled={isEmpty} onPress={clear}>
            {t('ui.files.clear')}
          </Button>
          <Button variant="primary" isDisabled={isEmpty} onPress={use}>
            {t('ui.files.use')}
          </Button>
        </>
      }
    >
      <p>{t('ui.files.drawHere')}</p>
      <canvas
        ref={canvas}
        className={styles.sheet}
        width={WIDTH}
        height={HEIGHT}
        aria-label={t('ui.files.sheet')}
        role="img"
      />
    </Dialog>
  );
}
