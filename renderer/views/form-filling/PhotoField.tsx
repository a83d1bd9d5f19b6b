import { useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import fieldStyles from '../../ui/field.module.css';
import { FieldGroup } from '../../ui/FieldGroup';
import { IconButton } from '../../ui/IconButton';
import { RemoveIcon } from '../../ui/icons';
import { AddFileButtons } from '../work-order-files/AddFileButtons';
import { AddingProgress } from '../work-order-files/AddingProgress';
import { FileDrop } from '../work-order-files/FileDrop';
import { PictureById } from '../work-order-files/PictureById';
import { PHOTO_TYPES } from '../work-order-files/take-in';
import { useAdding } from '../work-order-files/use-adding';
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

/** A question that photos answer: chosen, taken, dropped or pasted here. They are kept at once; the answer names them. */
export function PhotoField({ label, questionId, photos, onChange, isRequired, isDisabled, error }: Props) {
  const { t } = useTranslation();
  const workOrderId = useContext(FilesHome);
  const adding = useAdding(workOrderId === null ? null : { workOrderId, questionId });
  const latest = useRef({ photos, onChange });
  useEffect(() => {
    latest.current = { photos, onChange };
  });
  const add = async (files: readonly File[]) => {
    const added = await adding.add(files);
    // As they are by now: several may be added one after the other.
    const now = latest.current;
    if (added.length > 0) now.onChange([...now.photos, ...added.map(({ id }) => id)]);
  };
  const canAdd = !isDisabled && workOrderId !== null;
  return (
    <FieldGroup label={label} error={error} isRequired={isRequired} className={styles.field}>
      {(labelId) => (
        <FileDrop
          label={t('ui.files.dropPhotos', { label })}
          isDisabled={!canAdd}
          onFiles={(files) => void add(files)}
          className={styles.zone}
        >
          {photos.length === 0 ? null : (
            <ul className={styles.photos}>
              {photos.map((id, index) => (
                <li key={id} className={styles.photo}>
                  <PictureById
                    id={id}
                    kind="photo"
                    alt={t('ui.files.photoNumber', { label, number: index + 1 })}
                    isSmall
                  />
                  {isDisabled ? null : (
                    <IconButton
                      icon={RemoveIcon}
                      size="small"
                      label={t('ui.files.removePhoto', { number: index + 1 })}
                      onPress={() => onChange(photos.filter((other) => other !== id))}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
          <AddingProgress adding={adding} />
          {isDisabled ? null : (
            <div className={styles.add}>
              <AddFileButtons
                label={t('ui.files.addPhoto')}
                types={PHOTO_TYPES}
                onFiles={(chosen) => void add(chosen)}
                isBusy={adding.progress !== null}
                isDisabled={!canAdd}
                aria-describedby={labelId}
              />
            </div>
          )}
          {workOrderId === null ? <span className={fieldStyles.help}>{t('ui.files.photosLater')}</span> : null}
        </FileDrop>
      )}
    </FieldGroup>
  );
}
