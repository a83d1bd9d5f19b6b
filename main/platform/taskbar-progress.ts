/** Runs in the main process: how far long work is, on the button of the app in the taskbar or dock. */
import type { BrowserWindow } from 'electron';
import type { LongWork } from '../../preload/contract/long-work';
import type { Companies } from '../companies/companies';
import type { Company } from '../company/company';

/** Takes the bar away. */
const NONE = -1;
/** Anything above 1 is shown as work of which nobody knows the end. */
const UNKNOWN = 2;

/** From 0 to 1 over all work together; -1: there is none; 2: nobody knows how much there is of some of it. */
export function taskbarProgress(works: readonly LongWork[]): number {
  if (works.length === 0) return NONE;
  let done = 0;
  let total = 0;
  for (const work of works) {
    if (work.total === null || work.total === 0) return UNKNOWN;
    // Of what has different sizes, each counts as much.
    done += Math.min(1, work.done / work.total);
    total += 1;
  }
  return done / total;
}

/** Follows all companies until the returned function is called. */
export function showTaskbarProgress(
  companies: Pick<Companies, 'allOpened' | 'onOpened'>,
  window: Pick<BrowserWindow, 'setProgressBar' | 'isDestroyed'>,
): () => void {
  const worksOf = new Map<string, readonly LongWork[]>();
  const follow = (company: Company): (() => void) =>
    company.on('work:progress', (works) => {
      worksOf.set(company.id, works);
      if (!window.isDestroyed()) window.setProgressBar(taskbarProgress([...worksOf.values()].flat()));
    });
  const stops = companies.allOpened().map(follow);
  stops.push(companies.onOpened((company) => void stops.push(follow(company))));
  return () => stops.forEach((stop) => stop());
}
