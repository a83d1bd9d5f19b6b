import type { CompanyCalls } from './company';
import type { LongWorks, WorkUnderWay } from './long-work';

/**
 * What the screens ask about work that takes long, and tell of what a page does itself in parts. A page that starts has
 * nothing under way: what the one before it told is over.
 */
export function createLongWorkCalls(
  works: LongWorks,
): Pick<CompanyCalls, 'work:list' | 'work:pause' | 'work:cancel' | 'work:report'> {
  let ofPage: WorkUnderWay | null = null;
  const end = (): void => {
    ofPage?.end();
    ofPage = null;
  };
  return {
    'work:list': () => {
      end();
      return Promise.resolve(works.list());
    },
    'work:pause': ({ id }) => Promise.resolve(works.pause(id)),
    'work:cancel': ({ id }) => Promise.resolve(works.cancel(id)),
    'work:report': (progress) => {
      if (progress === null) end();
      else (ofPage ??= works.begin('archive')).report(progress.done, progress.total);
      return Promise.resolve(null);
    },
  };
}
