import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_CHARACTERS, MAX_IMPORT_RECORDS, jsonRecords } from '../../../../main/company/import/json-records';

const lines = (text: string): readonly number[] => {
  const read = jsonRecords(text);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.map((record) => record.line);
};
const refusal = (text: string) => {
  const read = jsonRecords(text);
  return read.ok ? null : { code: read.problem.code, ...read.problem.params };
};

describe('the text of an import', () => {
  it('knows the line on which each record starts', () => {
    expect(lines('[\n {"a": "x\\ny"},\n\n {\n "b": [1,\n2]}, {"c": 1}\n]')).toEqual([2, 4, 6]);
  });

  it('counts lines of Windows files once', () => {
    expect(lines('[\r\n{},\r\n{}\r\n]')).toEqual([2, 3]);
  });

  it('takes the list out of an object, wherever it stands', () => {
    expect(lines('{"version": 1,\n"workOrders": [\n{}, 3]}')).toEqual([3, 3]);
  });

  it.each([
    ['', { code: 'import-not-json', line: 1, column: 1 }],
    ['%PDF-1.4', { code: 'import-not-json', line: 1, column: 1 }],
    ['[{"a": 1,\n  b: 2}]', { code: 'import-not-json', line: 2, column: 3 }],
    ['[{}, // nog een\n{}]', { code: 'import-not-json', line: 1, column: 6 }],
    ['[{},]', { code: 'import-not-json', line: 1, column: 5 }],
    ['[{}', { code: 'import-not-json', line: 1, column: 4 }],
    ['3', { code: 'import-no-list' }],
    ['{"orders": []}', { code: 'import-no-list' }],
    ['{"workOrders": {}}', { code: 'import-no-list' }],
  ])('%#: says where a file is wrong that cannot be used at all', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('refuses a file that nests without end, and takes brackets inside texts for what they are', () => {
    expect(refusal('['.repeat(100_000))).toMatchObject({ code: 'import-not-json', column: 51 });
    expect(lines(`[{"description": "${'['.repeat(100)}"}]`)).toEqual([1]);
  });

  it('refuses what is too large to be work orders', () => {
    expect(refusal(' '.repeat(MAX_IMPORT_CHARACTERS + 1))).toMatchObject({ code: 'import-too-large', megabytes: 20 });
    expect(refusal(`[${'0,'.repeat(MAX_IMPORT_RECORDS)}0]`)).toMatchObject({ code: 'import-too-many' });
  });
});
