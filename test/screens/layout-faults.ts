/** What a reader cannot read: a page that scrolls sideways, text that is cut off, text over other text. */
import type { Page } from '@playwright/test';

export interface LayoutFault {
  readonly kind: 'sideways' | 'cut-off' | 'overlap';
  /** Where, as tag, class and the beginning of its text. */
  readonly where: string;
  readonly detail: string;
}

/** Pixels that rounding may cost. */
const SLACK = 2;

export const layoutFaults = (window: Page): Promise<readonly LayoutFault[]> => window.evaluate(findFaults, SLACK);

/** Runs in the page, so that it can name nothing outside itself. */
function findFaults(slack: number): readonly LayoutFault[] {
  type Box = { left: number; top: number; right: number; bottom: number };
  type Text = { element: HTMLElement; whole: Box; seen: Box };
  const faults: LayoutFault[] = [];
  const describe = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '')} “${(element.textContent ?? '').trim().slice(0, 60)}”`;
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isSeen = ({ left, top, right, bottom }: Box): boolean => right - left > 1 && bottom - top > 1;
  const cuts = (value: string): boolean => value === 'hidden' || value === 'clip';

  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth + slack) {
    faults.push({ kind: 'sideways', where: 'html', detail: `${page.scrollWidth} in ${page.clientWidth}` });
  }
  const main = document.querySelector('main');
  if (main && main.scrollWidth > main.clientWidth + slack) {
    faults.push({ kind: 'sideways', where: 'main', detail: `${main.scrollWidth} in ${main.clientWidth}` });
  }

  // With a dialog open only that is read.
  const dialogs = [...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]')];
  const root = dialogs.at(-1) ?? document.body;
  const viewport: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || node.textContent?.trim() === '') continue;
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    // What is only read aloud stands in a box of one pixel.
    if (element.closest('svg, [aria-hidden="true"], [data-live-announcer]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    const whole: Box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
    let seen = meet(whole, viewport);
    let hidden = false;
    for (let holder: HTMLElement | null = element; holder && holder !== document.body; holder = holder.parentElement) {
      const style = getComputedStyle(holder);
      if (holder.clientWidth <= 1 && cuts(style.overflowX)) hidden = true;
      if (style.display === 'inline' || (style.overflowX === 'visible' && style.overflowY === 'visible')) {
        if (style.position === 'fixed') break;
        continue;
      }
      const box = holder.getBoundingClientRect();
      const wide = cuts(style.overflowX) && style.textOverflow !== 'ellipsis' && style.webkitLineClamp === 'none';
      const sideways = Math.max(box.left - whole.left, whole.right - box.right);
      if (!hidden && wide && sideways > slack && whole.bottom > box.top && whole.top < box.bottom) {
        faults.push({
          kind: 'cut-off',
          where: describe(element),
          detail: `${Math.round(sideways)} px outside ${describe(holder).slice(0, 60)}`,
        });
      }
      seen = meet(seen, box);
      if (style.position === 'fixed') break;
    }
    if (!hidden && isSeen(seen)) texts.push({ element, whole, seen });
  }

  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element)) {
        continue;
      }
      const both = meet(one.seen, other.seen);
      if (both.right - both.left <= 2 * slack || both.bottom - both.top <= 2 * slack) continue;
      // Under a bar that stays in place, or a layer, a text is covered rather than written over.
      const stack = document.elementsFromPoint((both.left + both.right) / 2, (both.top + both.bottom) / 2);
      const first = stack.findIndex((it) => it === one.element || it === other.element);
      const upper = stack[first];
      const lower = upper === one.element ? other.element : one.element;
      const last = stack.indexOf(lower);
      if (first < 0 || last < 0) continue;
      const covered = stack
        .slice(0, last)
        .some((it) => !it.contains(lower) && !/, 0\)|transparent/u.test(getComputedStyle(it).backgroundColor));
      if (!covered)
        faults.push({ kind: 'overlap', where: describe(one.element), detail: `over ${describe(other.element)}` });
    }
  }
  return faults;
}
