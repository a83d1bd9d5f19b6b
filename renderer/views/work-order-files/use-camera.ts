import { useEffect, useState } from 'react';

/** Whether this computer has a camera, as far as it tells; false until it has told. */
export function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false);
  useEffect(() => {
    // The simulated page of the tests has no devices at all.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices === undefined) return;
    let isWanted = true;
    const look = async () => {
      const found = await devices.enumerateDevices();
      if (isWanted) setHasCamera(found.some(({ kind }) => kind === 'videoinput'));
    };
    void look();
    const again = () => void look();
    devices.addEventListener('devicechange', again);
    return () => {
      isWanted = false;
      devices.removeEventListener('devicechange', again);
    };
  }, []);
  return hasCamera;
}
