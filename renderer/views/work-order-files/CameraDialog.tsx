import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { CameraIcon } from '../../ui/icons';
import styles from './CameraDialog.module.css';

type Props = { onClose: () => void; onPhoto: (photo: File) => void };

/** As sharp as a photo is kept, where the camera can. */
const WANTED = { video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: 'environment' } };

/** What the camera sees, and a button that takes it. Mounted while it is open; the camera is off afterwards. */
export function CameraDialog({ onClose, onPhoto }: Props) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'on' | 'refused'>('starting');
  useEffect(() => {
    let stream: MediaStream | null = null;
    let isWanted = true;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    navigator.mediaDevices.getUserMedia(WANTED).then(
      (opened) => {
        stream = opened;
        if (!isWanted || video.current === null) return stop();
        video.current.srcObject = opened;
        void video.current.play();
      },
      () => {
        if (isWanted) setState('refused');
      },
    );
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  const take = async () => {
    const seen = video.current;
    if (seen === null) return;
    const canvas = new OffscreenCanvas(seen.videoWidth, seen.videoHeight);
    canvas.getContext('2d')?.drawImage(seen, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    onPhoto(new File([blob], `${t('ui.files.photoName')}.png`, { type: 'image/png' }));
  };
  return (
    <Dialog
      title={t('ui.files.takePhoto')}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.close')}</Button>
          <Button variant="primary" icon={CameraIcon} isDisabled={state !== 'on'} onPress={() => void take()}>
            {t('ui.files.takeNow')}
          </Button>
        </>
      }
    >
      {state === 'refused' ? (
        <Banner tone="warning" title={t('ui.files.noCamera')}>
          {t('ui.files.noCameraText')}
        </Banner>
      ) : (
        <video
          ref={video}
          className={styles.seen}
          muted
          playsInline
          aria-label={t('ui.files.seen')}
          onPlaying={() => setState('on')}
        />
      )}
    </Dialog>
  );
}
