import type { ExportProgress } from '../../../preload/contract/exports';
import type { LongWorks, WorkUnderWay } from '../long-work';
import { createSaveList, type SaveList, type SaveListParts } from './save-list';

/** Saving of lists that is seen among the work that takes long, from its first rows on. */
export function createFollowedSaveList(parts: SaveListParts, works: Pick<LongWorks, 'begin'>): SaveList {
  let work: WorkUnderWay | null = null;
  const onProgress = (progress: ExportProgress): void => {
    work ??= works.begin('export', { cancel: saveList.cancel });
    work.report(progress.done, progress.total);
    parts.onProgress(progress);
  };
  const saveList = createSaveList({ ...parts, onProgress });
  return {
    cancel: saveList.cancel,
    save: async (what, format, to) => {
      try {
        return await saveList.save(what, format, to);
      } finally {
        work?.end();
        work = null;
      }
    },
  };
}
