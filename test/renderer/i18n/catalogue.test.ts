import { describe, expect, test } from 'vitest';
import en from '../../../resources/i18n/en.json';
import nl from '../../../resources/i18n/nl.json';

type Tree = { readonly [key: string]: string | Tree };

function texts(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...texts(value, `${path}${key}.`)],
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe('texts of the screens', () => {
  const dutch = texts(nl.ui);
  const english = texts(en.ui);

  test('every text exists in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  test('both languages use the same values', () => {
    for (const [key, text] of dutch) expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  test('the office is addressed as u', () => {
    for (const [key, text] of dutch) expect(text, key).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });
});
