import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { AddIcon, CameraIcon } from '../../ui/icons';
import { CameraDialog } from './CameraDialog';
import { useHasCamera } from './use-camera';

type Props = {
  label: string;
  types: readonly string[];
  onFiles: (files: readonly File[]) => void;
  isBusy: boolean;
  isDisabled?: boolean;
  'aria-describedby'?: string;
};

/** Files from this computer, or photos with its camera where it has one. */
export function AddFileButtons({ label, types, onFiles, isBusy, isDisabled = false, ...described }: Props) {
  const { t } = useTranslation();
  const hasCamera = useHasCamera();
  const [isTaking, setIsTaking] = useState(false);
  return (
    <>
      <FileTrigger acceptedFileTypes={types} allowsMultiple onSelect={(chosen) => onFiles([...(chosen ?? [])])}>
        <Button icon={AddIcon} size="small" isBusy={isBusy} isDisabled={isDisabled} {...described}>
          {label}
        </Button>
      </FileTrigger>
      {hasCamera ? (
        <Button icon={CameraIcon} size="small" isDisabled={isDisabled} onPress={() => setIsTaking(true)} {...described}>
          {t('ui.files.takePhoto')}
        </Button>
      ) : null}
      {isTaking ? (
        <CameraDialog
          onClose={() => setIsTaking(false)}
          onPhoto={(photo) => {
            setIsTaking(false);
            onFiles([photo]);
          }}
        />
      ) : null}
    </>
  );
}
