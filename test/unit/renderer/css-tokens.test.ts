/** Every css file of the screens takes its colours, type, distances, layers and motion from ui/tokens.css. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer');
const TOKENS = 'ui/tokens.css';
const read = (file: string): string => readFileSync(path.join(RENDERER, file), 'utf8');

const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.css') && file !== TOKENS);

/** Properties that have tokens, and what they may be made of besides. */
const RULES: readonly (readonly [properties: RegExp, value: RegExp])[] = [
  [/^(color|background|background-color|fill|stroke|(border|outline)(-\w+)*-color)$/, /^([a-z-]+|[\d.]+%?|\/)$/i],
  [/^(font-size|font-weight|line-height)$/, /^inherit$/],
  [/^((row-|column-)?gap|(padding|margin)(-[a-z-]+)?|border-spacing)$/, /^(0|auto|-?[\d.]+|[-+*/])$/],
  [/^border(-[a-z]+)*-radius$/, /^(0|inherit)$/],
  [/^(box-shadow|z-index)$/, /^(none|auto)$/],
  [/^(transition|animation)(-duration|-delay)?$/, /^[a-z-]+$/i],
];

/** Words that are a colour of their own; the system's colours (Canvas, Highlight) and `currentColor` are not. */
const NAMED_COLOUR = /^(white|black|gr[ae]y|silver|red|green|blue|yellow|orange|purple)$/i;

/** Where a browser needs the raw value. */
const ALLOWED = new Set(['animation-duration: 0.01ms !important', 'transition-duration: 0.01ms !important']);

function rawValues(css: string): readonly string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@font-face\s*\{[^}]*\}/g, '');
  return [...bare.matchAll(/([\w-]+):\s*([^;{}]+);/g)].flatMap(([, property = '', value = '']) => {
    const rule = RULES.find(([properties]) => properties.test(property));
    if (rule === undefined || ALLOWED.has(`${property}: ${value}`)) return [];
    const parts = value
      .replace(/var\(--[\w-]+\)/g, '')
      .replace(/\b(calc|max|min|linear-gradient)\(|[),]/g, ' ')
      .split(/\s+/)
      .filter((part) => part !== '');
    return parts.every((part) => rule[1].test(part) && !NAMED_COLOUR.test(part)) ? [] : [`${property}: ${value}`];
  });
}

describe('the css of the screens', () => {
  test.each(files)('%s has no values of its own where there are tokens', (file) => {
    expect(rawValues(read(file))).toEqual([]);
  });

  test('no token is used that does not exist', () => {
    const defined = new Set(
      [TOKENS, ...files].flatMap((file) => [...read(file).matchAll(/(--[\w-]+):/g)].map(([, name]) => name)),
    );
    // Set by react-aria, and by the boards on themselves.
    const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.tsx'),
    );
    for (const file of sources) for (const [, name] of read(file).matchAll(/'(--[\w-]+)'/g)) defined.add(name);
    defined.add('--trigger-width');
    const unknown = files.flatMap((file) =>
      [...read(file).matchAll(/var\((--[\w-]+)/g)]
        .filter(([, name]) => !defined.has(name))
        .map(([, name]) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
