/** As Excel writes CSV on a Dutch computer: semicolons, windows-1252. */
export const excelCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`${rows.map((cells) => cells.join(';')).join('\r\n')}\r\n`, 'latin1');
