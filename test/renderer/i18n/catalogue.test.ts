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

  test('one thing has one word, and nothing is shouted', () => {
    // Left out for: aanmelden, verzenden, back-up, sleutelbos, verzoeken.
    const others = /\b(inloggen|ingelogd|login|verstu(ur|urt|urd|ren)|reservekopie|sleutelbewaring|aanroepen)\b|!/i;
    for (const [key, text] of texts(nl)) {
      // What a program is told is typed as it is.
      if (!key.startsWith('cli.')) expect(text, key).not.toMatch(others);
    }
  });

  test('the office is addressed as u', () => {
    for (const [key, text] of dutch) expect(text, key).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });
});
