import type { FileInput } from './order-input';
import { problem, type Problem } from './problems';

/** Fact of the vendor's pages: pdf, xls, xlsx and csv; pictures travel over Peppol as well. XML and JSON are its own. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
const OWN_MIME_TYPES: Readonly<Record<string, string>> = { json: 'application/json', xml: 'application/xml' };

const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^[A-Za-z0-9+/]{2,3}={1,2}$/;

const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

export const mimeTypeOf = (fileName: string): string => {
  const extension = extensionOf(fileName);
  return MIME_TYPES[extension] ?? OWN_MIME_TYPES[extension] ?? 'application/octet-stream';
};

/** What is wrong with a file that a client sends; `field` is where it stands. */
export function fileProblems(file: FileInput, field: string, extensions: readonly string[] | null = null): Problem[] {
  const allowed = extensions ?? Object.keys(MIME_TYPES);
  const name = file.fileName ?? '';
  const problems: Problem[] = [];
  if (!allowed.includes(extensionOf(name)) || /[\\/:*?"<>|]/.test(name)) {
    problems.push(problem('Invalid Filename', allowed.join(', ')));
  }
  if (!BASE64.test(file.content ?? '')) problems.push(problem('InvalidFileContent', name === '' ? field : name));
  return problems;
}
