import { stringify } from 'csv-stringify/sync';

/**
 * One row of a file for the spreadsheet of a Dutch office, with its line end: semicolons, and a byte order mark before
 * the first row. Texts that a spreadsheet would run as a formula get an apostrophe in front: a description typed
 * elsewhere must not do anything here.
 */
export const csvRow = (values: readonly string[], isFirst = false): string =>
  stringify([[...values]], {
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
    bom: isFirst,
    quoted_match: /[\r\n]/,
  });
