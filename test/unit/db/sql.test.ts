import { expect, test } from 'vitest';
import { idList, joinSql, sql } from '../../../main/db/sql';

test('a value is always bound, never part of the text', () => {
  const name = "'; DROP TABLE customer; --";
  expect(sql`SELECT id FROM customer WHERE name = ${name} AND active = ${1}`).toMatchObject({
    text: 'SELECT id FROM customer WHERE name = ? AND active = ?',
    values: [name, 1],
  });
});

test('a part that is sql itself is put in place with its values, in order', () => {
  const where = sql`a = ${1}`;
  const query = sql`SELECT ${sql`x`} FROM t WHERE ${where} AND b = ${2} ${sql``}`;
  expect([query.text, query.values]).toEqual(['SELECT x FROM t WHERE a = ? AND b = ? ', [1, 2]]);
});

test('parts are joined with their values', () => {
  const joined = joinSql([sql`a = ${1}`, sql`b = ${2}`, sql`c`], sql` AND `);
  expect([joined.text, joined.values]).toEqual(['a = ? AND b = ? AND c', [1, 2]]);
  expect(joinSql([], sql`, `).text).toBe('');
});

test('a list of ids is one value, so that the text is the same for any number of them', () => {
  expect([idList([1, 2]).text, idList([]).text]).toEqual([idList([9]).text, idList([9]).text]);
  expect(idList([1, 2]).values).toEqual(['[1,2]']);
});
