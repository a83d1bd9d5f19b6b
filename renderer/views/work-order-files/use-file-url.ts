import { useEffect, useState } from 'react';
import { MIME_OF, type WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';

/**
 * An address within this page for a picture, in full or `small`, for where many show at once; null until it is there. It
 * ends with the component.
 */
export function useFileUrl({ id, kind }: Pick<WorkOrderFile, 'id' | 'kind'>, isSmall: boolean): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isWanted = true;
    const { bytes: inFull, thumbnail } = api.workOrderFiles;
    void (isSmall ? thumbnail(id) : inFull(id)).then((bytes) => {
      if (!isWanted || bytes === null) return;
      made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: MIME_OF[kind] }));
      setUrl(made);
    });
    return () => {
      isWanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, kind, isSmall]);
  return url;
}
