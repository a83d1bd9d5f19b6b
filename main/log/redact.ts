/**
 * What never reaches a log file. Each pattern is a pure function of a text; `redact` applies all of them to everything
 * that is written. Secrets leave nothing; numbers that tell records apart keep their last three characters.
 */

/** Stands where a secret was. */
export const REMOVED = '[removed]';

/** `Authorization: Bearer abc`, `Basic abc`: the scheme stays, the credential goes. */
export const withoutAuthorization = (text: string): string =>
  text.replace(/\b(Bearer|Basic|Digest)\s+(?!\[removed\])[^\s"',;]+/gi, `$1 ${REMOVED}`);

/** Values behind a name that promises a secret: `"access_token":"..."`, `client_secret=...`, `Koppelsleutel: ...`. */
export const withoutNamedSecrets = (text: string): string =>
  text.replace(
    /((?:[\w-]*(?:token|secret|password|passwd|cookie)|client_?key|koppel-?sleutel|[\w-]*subscription-?key|api-?key|security_?code\d?|beveiligingscode\d?)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s"'&,;}]+)/gi,
    `$1${REMOVED}`,
  );

/** Names of fields whose value is not written at all. */
const SECRET_FIELD =
  /(authorization|token|secret|password|passwd|cookie|client_?key|koppel-?sleutel|subscription-?key|api-?key|security_?code|beveiligingscode|credential)/i;
export const isSecretField = (name: string): boolean => SECRET_FIELD.test(name);

/** What stands behind the question mark of an address: filters name customers, and some services take keys there. */
export const withoutQueryStrings = (text: string): string =>
  text.replace(/(\bhttps?:\/\/[^\s"'<>?]*)\?[^\s"'<>]*/gi, `$1?${REMOVED}`);

/** JSON web tokens, API keys of 32 hexadecimal digits, and other long random words. */
export const withoutRandomWords = (text: string): string =>
  text
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, REMOVED)
    .replace(/(?<![\w-])[0-9a-f]{32}(?![\w-])/gi, REMOVED)
    .replace(/(?<![\w/\\.-])[\w-]{32,}(?![\w/\\.-])/g, (word) => (looksRandom(word) ? REMOVED : word));

const looksRandom = (word: string): boolean => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);

/**
 * A koppelsleutel of SnelStart is `user:password` in base64. Recognised by what it decodes to, because a pattern on its
 * letters alone would also take the paths of a stack trace.
 */
export const withoutEncodedCredentials = (text: string): string =>
  text.replace(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])/g, (word) =>
    /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(Buffer.from(word, 'base64').toString('latin1')) ? REMOVED : word,
  );

export const withoutEmails = (text: string): string =>
  text.replace(/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, '[e-mail]');

/** VAT numbers of the Netherlands and Belgium; the last three characters stay. */
export const withoutVatNumbers = (text: string): string =>
  text.replace(/\b(?:NL[ .]?(?:\d[ .]?){9}B[ .]?\d{2}|BE[ .]?[01]?\d{3}[ .]?\d{3}[ .]?\d{3})\b/gi, (found) =>
    shortened('vat', found),
  );

/** Account numbers; the last three characters stay. */
export const withoutIbans = (text: string): string =>
  text.replace(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, (found) => shortened('iban', found));

const shortened = (what: string, found: string): string => `[${what} ...${found.replace(/[ .]/g, '').slice(-3)}]`;

/** The home directory of this user, and the user's name in that of anybody: `/home/jan/x` and `C:\Users\Jan\x` become `~/x`. */
export function withoutHomeDirectories(text: string, homeDirectory: string): string {
  const own = homeDirectory === '' ? text : text.replaceAll(homeDirectory, '~');
  return own.replace(/(?:\/home\/|\/Users\/|\b[A-Z]:[\\/]+Users[\\/]+)[^\\/\s"':]+/gi, '~');
}

/** All patterns, in the order in which they do not undo one another. */
export function redactText(text: string, homeDirectory: string): string {
  const patterns = [
    withoutQueryStrings,
    withoutAuthorization,
    withoutNamedSecrets,
    withoutRandomWords,
    withoutEncodedCredentials,
    withoutEmails,
    withoutVatNumbers,
    withoutIbans,
  ];
  return patterns.reduce((current, without) => without(current), withoutHomeDirectories(text, homeDirectory));
}

/** Deeper than any record of ours; what lies below is not worth a log line. */
const MAX_DEPTH = 6;

/** Redacts every text inside a value that is about to be written as JSON. */
export function redact(value: unknown, homeDirectory: string, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value, homeDirectory);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? value.toString() : value;
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((one) => redact(one, homeDirectory, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isSecretField(name) && typeof one !== 'boolean' && typeof one !== 'number'
        ? REMOVED
        : redact(one, homeDirectory, depth + 1),
    ]),
  );
}
