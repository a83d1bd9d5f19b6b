import type { Scalar } from '../../_kit/simulator/odata-filter';
import { padMoment } from '../../_kit/simulator/odata-moment';
import type { Field } from './field-list';
import type { Value } from './model';
import { toLiteral } from './wire';

/** Writes where a page ended: the values of its last row that the list is ordered by. */
export const writeSkipToken = (values: readonly { readonly field: Field; readonly value: Value }[]): string =>
  values.map(({ field, value }) => toLiteral(field.type, value)).join(',');

const LITERAL = /^(?:guid'([^']*)'|datetime'([^']*)'|'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)L?|(true|false)|(null))(,|$)/;

/** Reads where the page before ended; null when it is no list of literals. */
export function readSkipToken(token: string): readonly Scalar[] | null {
  const values: Scalar[] = [];
  let rest = token;
  do {
    const [whole, guid, moment, text, number, flag] = LITERAL.exec(rest) ?? [];
    if (whole === undefined) return null;
    if (guid !== undefined) values.push(guid.toLowerCase());
    else if (moment !== undefined) values.push(padMoment(moment));
    else if (text !== undefined) values.push(text.replaceAll("''", "'").trimEnd());
    else if (number !== undefined) values.push(Number(number));
    else if (flag !== undefined) values.push(flag === 'true');
    else values.push(null);
    rest = rest.slice(whole.length);
  } while (rest !== '');
  return values;
}
