import { crc32, deflateRawSync } from 'node:zlib';

/** Makes a zip file of texts, to build workbooks that no library would write. */
export function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  lie: (bytes: number) => number = (n) => n,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(lie(bytes.length), 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), packed);
    list.push(entry, Buffer.from(name));
    offset += head.length + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook of one sheet, with cell styles 1 (date), 2 (time) and 3 (duration). */
export const workbookParts = (sheetXml: string, { macDates = false } = {}): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types/>`,
  'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${LINKS}">${macDates ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${XML}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `${XML}<worksheet ${MAIN}><sheetData>${sheetXml}</sheetData></worksheet>`,
});

/** A sheet of rows of cells: a text, or XML of a cell as it is (`<c s="1"><v>46000</v></c>`), or null. */
export const rowsXml = (rows: readonly (readonly (string | null)[])[]): string =>
  rows
    .map((cells, row) => {
      const xml = cells.map((cell, column) => {
        const address = `${String.fromCharCode(65 + column)}${row + 1}`;
        if (cell === null) return '';
        if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${address}"`);
        return `<c r="${address}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
      });
      return `<row r="${row + 1}">${xml.join('')}</row>`;
    })
    .join('');

export const workbook = (
  rows: readonly (readonly (string | null)[])[],
  options: { macDates?: boolean } = {},
): Uint8Array => zip(workbookParts(rowsXml(rows), options));
