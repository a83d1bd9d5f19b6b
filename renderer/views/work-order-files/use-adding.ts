import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../preload/contract/model';
import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { addFiles, type FilesHomePlace } from './add-files';

export interface Adding {
  /** Files that are being added; null: none. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why files were not taken in, the last time. */
  readonly problems: readonly Problem[];
  /** Those that were added; files that are given meanwhile come after them. */
  readonly add: (files: readonly File[]) => Promise<readonly WorkOrderFile[]>;
  /** Leaves it at what was added already. */
  readonly stop: () => void;
}

/** Adding files to a work order, with how far it is. It goes on when the screen is left. */
export function useAdding(place: FilesHomePlace | null): Adding {
  const [progress, setProgress] = useState<Adding['progress']>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const stopping = useRef(new AbortController());
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  const addNow = async (files: readonly File[]): Promise<readonly WorkOrderFile[]> => {
    if (place === null || files.length === 0) return [];
    const { signal } = (stopping.current = new AbortController());
    const show = (done: number) => {
      if (isShown.current) setProgress({ done, total: files.length });
    };
    show(0);
    try {
      const { added, problems: refused } = await addFiles(files, place, { signal, onDone: show });
      setProblems(refused);
      return added;
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    problems,
    add: (files) => {
      const adding = before.current.then(() => addNow(files));
      before.current = adding.catch(() => undefined);
      return adding;
    },
    stop: () => stopping.current.abort(),
  };
}
