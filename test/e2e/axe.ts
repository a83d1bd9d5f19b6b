/** Holds what a window shows against the rules for accessible pages (axe-core). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import type { RunOptions } from 'axe-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** `colours`: only what differs between themes; everything else of a page is the same in each of them. */
export type AxeRules = 'all' | 'colours';

export interface AxeFinding {
  readonly rule: string;
  readonly help: string;
  /** The element, as HTML. */
  readonly element: string;
  /** What axe says about this element, such as the contrast that it measured. */
  readonly detail: string;
}

const LEFT_OUT = [
  // What react-aria has read aloud a moment ago may name a button that has gone since.
  ['[data-live-announcer]'],
  // Belongs to its button, wherever it stands in the page: also the layer that was made for it.
  ['[role="tooltip"]'],
  ['[data-overlay-container]:has([role="tooltip"]):not(:has([role="dialog"], [role="alertdialog"]))'],
];

/** What axe finds wrong in the page as it is now. The rules are loaded once into each page: they are half a megabyte. */
export async function axeFindings(window: Page, rules: AxeRules = 'all'): Promise<readonly AxeFinding[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(readFileSync(SOURCE, 'utf8'));
  // Colours on their way to others are nobody's to judge; those that go on for ever cannot be ended.
  await window.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
  };
  const { violations } = await window.evaluate(
    ([exclude, run]) =>
      (globalThis as unknown as { readonly axe: typeof Axe }).axe.run(
        { exclude: exclude.map((selectors) => [...selectors]) },
        run,
      ),
    [LEFT_OUT, options] as const,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => ({ rule: id, help, element: html, detail: failureSummary })),
  );
}
