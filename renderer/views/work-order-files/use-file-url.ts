import { useEffect, useState } from 'react';
import { MIME_OF, type WorkOrderFile } from '../../../preload/contract/work-order-files';
import { api } from '../../api';

/** An address within this page for the bytes of a picture; null until they are there. It ends with the component. */
export function useFileUrl({ id, kind }: Pick<WorkOrderFile, 'id' | 'kind'>): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isWanted = true;
    void api.workOrderFiles.bytes(id).then((bytes) => {
      if (!isWanted || bytes === null) return;
      made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: MIME_OF[kind] }));
      setUrl(made);
    });
    return () => {
      isWanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, kind]);
  return url;
}
