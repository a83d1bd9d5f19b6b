import { Plus, Trash2 } from 'lucide-react';
import { useContext, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { Button } from '../../ui/Button';
import fieldStyles from '../../ui/field.module.css';
import { FieldGroup } from '../../ui/FieldGroup';
import { IconButton } from '../../ui/IconButton';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { addFiles } from '../work-order-files/add-files';
import { PictureById } from '../work-order-files/PictureById';
import { PHOTO_TYPES } from '../work-order-files/take-in';
import { FilesHome } from './files-home';
import styles from './PhotoField.module.css';

type Props = {
  label: string;
  questionId: string;
  /** Ids of files of the work order. */
  photos: readonly number[];
  onChange: (photos: readonly number[]) => void;
  isRequired: boolean;
  isDisabled: boolean;
  error?: string | undefined;
};

/** A question that photos answer. They are kept at once; the answer names them. */
export function PhotoField({ label, questionId, photos, onChange, isRequired, isDisabled, error }: Props) {
  const { t } = useTranslation();
  const workOrderId = useContext(FilesHome);
  const [isBusy, setIsBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const add = async (files: readonly File[]) => {
    if (workOrderId === null) return;
    setIsBusy(true);
    try {
      const { added, problems: refused } = await addFiles(files, workOrderId, questionId);
      setProblems(refused);
      onChange([...photos, ...added.map(({ id }) => id)]);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <FieldGroup label={label} error={error} isRequired={isRequired} className={styles.field}>
      {(labelId) => (
        <>
          {problems.map((problem, index) => (
            <ProblemBanner key={index} problem={problem} />
          ))}
          {photos.length === 0 ? null : (
            <ul className={styles.photos}>
              {photos.map((id, index) => (
                <li key={id} className={styles.photo}>
                  <PictureById id={id} kind="photo" alt={t('ui.files.photoNumber', { label, number: index + 1 })} />
                  {isDisabled ? null : (
                    <IconButton
                      icon={Trash2}
                      size="small"
                      label={t('ui.files.removePhoto', { number: index + 1 })}
                      onPress={() => onChange(photos.filter((other) => other !== id))}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
          {isDisabled ? null : (
            <FileTrigger
              acceptedFileTypes={PHOTO_TYPES}
              allowsMultiple
              onSelect={(chosen) => void add([...(chosen ?? [])])}
            >
              <Button
                icon={Plus}
                size="small"
                isBusy={isBusy}
                isDisabled={workOrderId === null}
                aria-describedby={labelId}
              >
                {t('ui.files.addPhoto')}
              </Button>
            </FileTrigger>
          )}
          {workOrderId === null ? <span className={fieldStyles.help}>{t('ui.files.photosLater')}</span> : null}
        </>
      )}
    </FieldGroup>
  );
}
