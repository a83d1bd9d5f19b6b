import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signature } from '../../../preload/contract/custom-forms';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { officeDay } from '../../i18n/office-clock';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import fieldStyles from '../../ui/field.module.css';
import { FieldGroup } from '../../ui/FieldGroup';
import { IconButton } from '../../ui/IconButton';
import { RemoveIcon, SignIcon } from '../../ui/icons';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { TextField } from '../../ui/TextField';
import { PictureById } from '../work-order-files/PictureById';
import { FilesHome } from './files-home';
import { SignatureDialog } from './SignatureDialog';
import styles from './SignatureField.module.css';
import type { DrawnSignature } from './use-signature-sheet';

const MAX_NAME = 200;

type Props = {
  label: string;
  questionId: string;
  signature: Signature | undefined;
  onChange: (signature: Signature | undefined) => void;
  isRequired: boolean;
  isDisabled: boolean;
  error?: string | undefined;
};

const NOTHING: Signature = { name: '', day: '', fileId: null };

/** `YYYY-MM-DD` on the calendar of the office. */
const today = (): string => officeDay(Date.now());

/** Who signs, when, and the drawn signature; name and day do for whoever cannot draw. */
export function SignatureField({
  label,
  questionId,
  signature = NOTHING,
  onChange,
  isRequired,
  isDisabled,
  error,
}: Props) {
  const { t } = useTranslation();
  const workOrderId = useContext(FilesHome);
  const [isDrawing, setIsDrawing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { name, day, fileId } = signature;
  const change = (changed: Partial<Signature>) => {
    const next = { ...signature, ...changed };
    onChange(next.name === '' && next.day === '' && next.fileId === null ? undefined : next);
  };
  const keep = async (drawn: DrawnSignature) => {
    if (workOrderId === null) return;
    setIsDrawing(false);
    const added = await api.workOrderFiles.add({
      ...drawn,
      workOrderId,
      kind: 'signature',
      name: `${label.slice(0, MAX_NAME - 4)}.png`,
      questionId,
    });
    setProblem(added.ok ? null : added.problem);
    if (added.ok) change({ fileId: added.value.id, day: day === '' ? today() : day });
  };
  return (
    <FieldGroup label={label} error={error} isRequired={isRequired} className={styles.field}>
      {(labelId) => (
        <>
          {problem ? <ProblemBanner problem={problem} /> : null}
          <div className={styles.who}>
            <TextField
              label={t('ui.files.signer')}
              value={name}
              // The day is that of the signing, unless it is filled in otherwise.
              onChange={(typed) => change({ name: typed, day: name === '' && day === '' ? today() : day })}
              maxLength={MAX_NAME}
              isDisabled={isDisabled}
              isWide
            />
            <DateField
              label={t('ui.files.signedOn')}
              value={day === '' ? null : day}
              onChange={(chosen) => change({ day: chosen ?? '' })}
              isDisabled={isDisabled}
              isWide
            />
          </div>
          {fileId === null ? null : (
            <div className={styles.drawn}>
              <PictureById id={fileId} kind="signature" alt={t('ui.files.signatureOf', { name: name || label })} />
              {isDisabled ? null : (
                <IconButton
                  icon={RemoveIcon}
                  size="small"
                  label={t('ui.files.removeSignature')}
                  onPress={() => change({ fileId: null })}
                />
              )}
            </div>
          )}
          {isDisabled || fileId !== null ? null : (
            <Button
              icon={SignIcon}
              size="small"
              isDisabled={workOrderId === null}
              onPress={() => setIsDrawing(true)}
              aria-describedby={labelId}
            >
              {t('ui.files.draw')}
            </Button>
          )}
          {workOrderId === null ? <span className={fieldStyles.help}>{t('ui.files.drawLater')}</span> : null}
          {isDrawing ? (
            <SignatureDialog
              title={label}
              useLabel={t('ui.files.use')}
              onClose={() => setIsDrawing(false)}
              onDrawn={keep}
            >
              <p>{t('ui.files.drawHere')}</p>
            </SignatureDialog>
          ) : null}
        </>
      )}
    </FieldGroup>
  );
}
