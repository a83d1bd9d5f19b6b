import { expect, it } from 'vitest';
import { compileFilter, type FilterFields } from './odata-filter';

interface Row {
  readonly name: string;
  readonly at: string;
}

const fields: FilterFields = (name) => {
  if (name === 'Name') return { kind: 'scalar', type: 'string', read: (row) => (row as Row).name };
  if (name === 'At') return { kind: 'scalar', type: 'datetime', read: (row) => (row as Row).at };
  return null;
};
const matches = (filter: string, ignoreCase: boolean): boolean =>
  compileFilter<Row>(filter, { fields, model: 'Row', ignoreCase, refusedPaths: [], strictLong: false })({
    name: 'Café Zoë',
    at: '2024-03-01T08:00:00.0000000',
  });

it.each(["datetime'2024-03-01T08:00'", "DateTime'2024-03-01T08:00'"])(
  'reads %s whatever its capitals, and whether or not texts ignore theirs',
  (literal) => {
    for (const ignoreCase of [true, false]) {
      expect(matches(`At eq ${literal}`, ignoreCase)).toBe(true);
      expect(matches(`At gt ${literal}`, ignoreCase)).toBe(false);
    }
  },
);

it('compares texts with or without regard to capitals', () => {
  expect(matches("Name eq 'CAFÉ ZOË'", true)).toBe(true);
  expect(matches("Name eq 'CAFÉ ZOË'", false)).toBe(false);
});
