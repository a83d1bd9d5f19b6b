import { useTranslation } from 'react-i18next';
import styles from './SignatureCanvas.module.css';
import { SHEET_HEIGHT, SHEET_WIDTH, type SignatureSheet } from './use-signature-sheet';

/** The sheet itself. */
export function SignatureCanvas({ sheet }: { sheet: SignatureSheet }) {
  const { t } = useTranslation();
  return (
    <canvas
      ref={sheet.canvas}
      className={styles.sheet}
      width={SHEET_WIDTH}
      height={SHEET_HEIGHT}
      aria-label={t('ui.files.sheet')}
      role="img"
    />
  );
}
