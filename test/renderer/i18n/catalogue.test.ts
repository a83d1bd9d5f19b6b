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

  const told = [...texts(nl)].filter(([key]) => !key.startsWith('cli.help'));
  /** What stands there without the values, whose names are not words of the office. */
  const words = (text: string) => text.replaceAll(/{{\w+}}/g, '…');

  test('one thing has one word, and nothing is shouted', () => {
    // Left out for: aanmelden, verzenden, back-up, sleutelbos, verzoeken, boekstuk, Archiefwachtrij, ophalen, spreadsheet, helpdesk.
    const others =
      /\b(inloggen|ingelogd|login|verstu(ur|urt|urd|ren)|reservekopie|sleutelbewaring|aanroepen|document(en)?|wachtrij|overgehaald|rekenblad|support)\b|!/i;
    for (const [key, text] of told) {
      // What a program is told is typed as it is.
      if (!key.startsWith('cli.')) expect(words(text), key).not.toMatch(others);
      expect(words(text), key).not.toMatch(/\barchiefwachtrij\b/);
    }
  });

  test('nobody needs to know the trade of programs, or speaks like a letter of long ago', () => {
    const jargon = /\b(token|endpoint|payload|time-?out|cache|API|runs?|request|database|sync)\b/i;
    const stiff = /\b(helaas|aub|a\.u\.b\.|succesvol|indien|reeds|tevens|middels|teneinde|derhalve|dient|dienen)\b/i;
    for (const [key, text] of told) {
      expect(words(text), key).not.toMatch(jargon);
      expect(words(text), key).not.toMatch(stiff);
    }
  });

  test('apostrophes, quotes and spaces are those of print', () => {
    for (const [language, all] of Object.entries({ nl: texts(nl), en: texts(en) })) {
      for (const [key, text] of all) {
        // Columns of a terminal.
        if (key.startsWith('cli.')) continue;
        expect(text, `${language} ${key}`).not.toMatch(/\w'\w|[“”]|\S {2,}\S/);
      }
    }
  });

  test('what went wrong and what to do are sentences; a button is none', () => {
    for (const [key, text] of [...texts(nl.problems), ...texts(en.problems)]) expect(text, key).toMatch(/([.?]|}})$/);
    for (const buttons of [nl.ui.action, nl.ui.queue.action, en.ui.action, en.ui.queue.action]) {
      for (const [key, text] of texts(buttons)) expect(text, key).not.toMatch(/\.$/);
    }
  });

  test('the office is addressed as u', () => {
    for (const [key, text] of dutch) expect(text, key).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });
});
