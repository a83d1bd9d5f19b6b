/** Names in which an office in the Low Countries or its neighbours writes a country. */
const LANGUAGES = ['nl', 'en', 'fr', 'de'] as const;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const OTHER_NAMES: Readonly<Record<string, string>> = { holland: 'NL', 'the netherlands': 'NL' };

let codes: ReadonlyMap<string, string> | null = null;

/** ISO 3166 code of a country as people write it (`België`, `Belgium`, `BE`); empty when it is none that is known. */
export function countryCode(name: string): string {
  codes ??= codesByName();
  return codes.get(comparable(name)) ?? '';
}

function codesByName(): ReadonlyMap<string, string> {
  const found = new Map(Object.entries(OTHER_NAMES));
  const valid = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCurrent);
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of valid) {
      const name = names.of(code);
      if (name === undefined) continue;
      found.set(comparable(name), code);
      found.set(comparable(code), code);
    }
  }
  return found;
}

/** Codes of countries that are no more (DD) stand for another one. */
const isCurrent = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const comparable = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\p{Letter}]+/gu, ' ')
    .trim()
    .toLowerCase();
