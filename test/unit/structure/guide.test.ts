/** The user guide: what it names is there, and its pictures are small enough to carry along in the app. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import nl from '../../../resources/i18n/nl.json';

const GUIDE = path.resolve(import.meta.dirname, '../../../docs/handleiding');
const MOST_BYTES = 150_000;
const pages = readdirSync(GUIDE).filter((name) => name.endsWith('.md'));
const textOf = (page: string): string => readFileSync(path.join(GUIDE, page), 'utf8');
const targets = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);

test.each(pages)('%s names pages and pictures that are there', (page) => {
  expect(targets(page).filter((target) => !existsSync(path.join(GUIDE, target)))).toEqual([]);
});

test('the first page leads to every other one', () => {
  expect(pages.filter((page) => page !== 'README.md' && !targets('README.md').includes(page))).toEqual([]);
});

test('every picture is shown somewhere, and is small', () => {
  const shown = new Set(pages.flatMap(targets));
  const pictures = readdirSync(path.join(GUIDE, 'images'));
  expect(pictures.filter((name) => !shown.has(`images/${name}`))).toEqual([]);
  expect(pictures.filter((name) => statSync(path.join(GUIDE, 'images', name)).size > MOST_BYTES)).toEqual([]);
});

type Texts = { readonly [key: string]: string | Texts };
const leaves = (texts: Texts): readonly string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : leaves(text)));
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const onScreen = leaves(nl).map((text) => {
  const parts = text.replace(/[….]$/, '').split(/{{\w+}}/);
  return new RegExp(`^${parts.map(escaped).join('.+')}$`);
});

test.each(pages)('%s names screens and buttons as they are called on screen', (page) => {
  const named = [...textOf(page).matchAll(/(?<![\w(`])_([^_]+)_(?!\w)/g)].flatMap(([, names = '']) =>
    names.replaceAll('\n', ' ').split(', '),
  );
  expect(named.filter((name) => !onScreen.some((text) => text.test(name)))).toEqual([]);
});
