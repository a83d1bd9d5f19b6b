import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { describe as sentences } from '../../../main/log/problem-text';
import en from '../../../resources/i18n/en.json';
import nl from '../../../resources/i18n/nl.json';

const root = join(import.meta.dirname, '../../..');

/** Sources that give problems without texts of their own. */
function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('simulator'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

const codesInCode = (): readonly string[] => {
  const pattern = /problem\(\s*'[a-z-]+',\s*'([^']+)'/g;
  const codes = [...sources('main'), ...sources('connectors/_kit')].flatMap((text) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return [...new Set(codes)].sort();
};

/** Codes that the code puts together or takes from a table. */
const COMPOSED = [
  ...['full', 'read-only', 'busy', 'io', 'damaged', 'stopped'].map((code) => `storage-${code}`),
  ...['work', 'travel', 'standard'].map((kind) => `${kind}-article-gone`),
  'article-inactive',
  'article-made-in-simon',
  'connection-refused',
  'no-network',
  'name-not-found',
  'connect-timed-out',
  'proxy-address-wrong',
  'proxy-asks-name',
  'proxy-refuses-name',
  'proxy-unreached',
  'proxy-failed',
  'tls-unknown-issuer',
  'tls-expired',
  'tls-wrong-name',
  'tls-failed',
  'answer-damaged',
  'connection-lost',
];

/** Every text with its full key. */
const flat = (value: object, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    typeof one === 'object' && one !== null
      ? flat(one, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(one)] as const],
  );
const places = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

describe('the catalogue', () => {
  it('has a sentence in both languages for every problem that the code names', () => {
    const missing = [...codesInCode(), ...COMPOSED].filter((code) => {
      const { message } = sentences(problem('blocked', code), '');
      return message.nl.includes(`code ${code}`) || message.en.includes(`code ${code}`);
    });
    expect(missing).toEqual([]);
  });

  it('has the same texts with the same places in Dutch and English', () => {
    const dutch = flat({ log: nl.log, problems: nl.problems });
    const english = new Map(flat({ log: en.log, problems: en.problems }));
    expect([...english.keys()].sort()).toEqual(dutch.map(([key]) => key).sort());
    for (const [key, text] of dutch) {
      expect([key, ...places(english.get(key) ?? '').toSorted()]).toEqual([key, ...places(text).toSorted()]);
    }
  });
});
