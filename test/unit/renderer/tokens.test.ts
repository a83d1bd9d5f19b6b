import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

type Theme = 'light' | 'dark';

/** Colour tokens of one block of the file, for one theme. */
function colours(block: string, theme: Theme): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, light, dark] of block.matchAll(/--color-([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g)) {
    if (name && light && dark) found.set(name, theme === 'light' ? light : dark);
  }
  return found;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const [normal = '', more = ''] = css.split(":root[data-contrast='more']");
const GROUNDS = ['canvas', 'surface', 'surface-sunken', 'surface-hover', 'surface-selected', 'surface-overlay'];
const TEXT_PAIRS = [
  ...['text', 'text-muted', 'accent'].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['info', 'warning', 'error', 'success', 'neutral'].map((tone) => [`${tone}-text`, `${tone}-ground`] as const),
  ...['info', 'warning', 'error', 'success'].map((tone) => [`${tone}-text`, 'surface'] as const),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  // A tooltip is the page turned round.
  ['surface', 'text'],
] as const;
const EDGE_PAIRS = [
  ['line-strong', 'surface'],
  ['line-strong', 'canvas'],
  ['focus', 'surface'],
  ['focus', 'canvas'],
  ['focus', 'surface-selected'],
  ['line-strong', 'surface-selected'],
  ['accent', 'surface-selected'],
  ['danger', 'surface'],
  ['chart-work', 'surface'],
  ['chart-travel', 'surface'],
] as const;

describe.each([
  ['light', 'normal'],
  ['dark', 'normal'],
  ['light', 'high contrast'],
  ['dark', 'high contrast'],
] as const)('%s theme, %s', (theme, kind) => {
  const least = kind === 'normal' ? { text: 4.5, edge: 3 } : { text: 7, edge: 4.5 };
  const tokens = new Map([...colours(normal, theme), ...(kind === 'normal' ? [] : colours(more, theme))]);
  const colour = (name: string) => {
    const found = tokens.get(name);
    if (!found) throw new Error(`tokens.css has no colour ${name}`);
    return found;
  };

  test.each(TEXT_PAIRS)('text %s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(least.text);
  });

  test.each(EDGE_PAIRS)('edge %s can be seen on %s', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(least.edge);
  });
});

test('with high contrast every colour of the screens is chosen anew', () => {
  const inBlock = (block: string): readonly string[] =>
    [...block.matchAll(/--color-([\w-]+):\s*light-dark/g)].map(([, name = '']) => name);
  const [contrast = ''] = more.split('@media');
  expect(new Set(inBlock(contrast))).toEqual(new Set(inBlock(normal)));
});
