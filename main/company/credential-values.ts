/** What the office typed or pasted to make a link, before anything is asked of the package. Pure. */
import type { CredentialField, LinkMethod } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Secrets } from '../../connectors/_kit/connector';
import { knownText } from '../log/catalogue';

/**
 * All values of the link: those entered, cleaned, and for what was left out those kept before. An optional one that was
 * entered as an empty text goes; a required one that is empty stays as it was kept. Refused (`invalid-input`, never with
 * the value itself): `credential-missing`, `credential-form`, `credential-unknown`.
 */
export function credentialValues(
  method: Pick<LinkMethod, 'credentials' | 'registration'>,
  entered: Readonly<Record<string, string>>,
  kept: Secrets,
): Result<Secrets> {
  const fields = [...method.credentials, ...method.registration];
  const unknown = Object.keys(entered).find((key) => !fields.some((field) => field.key === key));
  if (unknown !== undefined) {
    return fail(problem('invalid-input', 'credential-unknown', { field: unknown }, { field: unknown }));
  }

  const values: Record<string, string> = {};
  for (const field of fields) {
    const given = entered[field.key];
    const typed = (given ?? '').trim();
    if (typed === '' && given !== undefined && field.optional === true) continue;
    const value = typed === '' ? (kept[field.key] ?? '') : cleaned(field, typed);
    if (value === '') {
      if (field.optional === true) continue;
      return refuse('credential-missing', field);
    }
    if (value === null) return refuse('credential-form', field);
    values[field.key] = value;
  }
  return ok(values);
}

/** A pasted key may hold line breaks or spaces; they go where the field's pattern has no place for them. */
function cleaned(field: CredentialField, typed: string): string | null {
  if (field.pattern === undefined) return typed;
  const pattern = new RegExp(`^(?:${field.pattern})$`, 'u');
  return [typed, typed.replace(/\s+/gu, '')].find((one) => pattern.test(one)) ?? null;
}

/** Says which field it is by the name that the office knows. */
function refuse(code: 'credential-missing' | 'credential-form', { key, label }: CredentialField): Result<never> {
  const text = {
    message: knownText(`problems.${code}.message`, { field: label }),
    action: knownText(`problems.${code}.action`),
  };
  return fail(problem('invalid-input', code, { field: key }, { field: key, text }));
}
