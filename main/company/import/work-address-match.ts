/** Finds the work address that a file means. Pure. */
import { addressLine } from '../../../connectors/_kit/compose-text';
import type { Address } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';

/**
 * One of `known`, or the address as it is to be added. Compared without regard to capitals, spaces and punctuation:
 * the whole address, with or without the name at the address, or only the street when one address has it.
 * Problem `import-address-ambiguous` when several have that street.
 */
export function matchWorkAddress<A extends Address>(
  given: string | Address,
  known: readonly A[],
): Result<{ readonly found: A } | { readonly added: Address }> {
  const wanted = essence(typeof given === 'string' ? given : addressLine(given));
  const whole = known.find((one) =>
    [addressLine(one), addressLine({ ...one, name: '' })].map(essence).includes(wanted),
  );
  if (whole !== undefined) return ok({ found: whole });

  const sameStreet = known.filter((one) => essence(one.street) === wanted);
  const [only, another] = sameStreet;
  if (another !== undefined)
    return fail(
      problem('invalid-input', 'import-address-ambiguous', {
        address: typeof given === 'string' ? given : addressLine(given),
      }),
    );
  if (only !== undefined) return ok({ found: only });
  return ok({ added: typeof given === 'string' ? addressOf(given) : given });
}

/** `Dorpsstraat 1, 1234 AB Utrecht`, or with four digits in Belgium; what is not written so becomes the street. */
function addressOf(text: string): Address {
  const match = /^(?<street>.+),\s*(?<postcode>\d{4}(?:\s?[A-Z]{2})?)\s+(?<city>[^,\d]+)$/iu.exec(text);
  const { street = text, postcode = '', city = '' } = match?.groups ?? {};
  return { name: '', street: street.trim(), postcode: postcode.toUpperCase(), city: city.trim(), country: '' };
}

const essence = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
