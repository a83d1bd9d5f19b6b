import type { SimulatorRequest } from './http-exchange';

/** A file in a `multipart/form-data` body. */
export interface UploadedFile {
  /** Name of the form field. */
  readonly field: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const HEADERS_END = '\r\n\r\n';

/** The files of a `multipart/form-data` request (RFC 7578); null when it is none or does not hold together. */
export function readUploadedFiles(request: SimulatorRequest): UploadedFile[] | null {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(
    request.headers['content-type'] ?? '',
  );
  if (boundary === null) return null;
  const first = `--${boundary[1] ?? boundary[2] ?? ''}`;
  const mark = Buffer.from(`\r\n${first}`);
  // A line break in front, as every later mark has it, so that all are found in one way.
  const body = Buffer.concat([Buffer.from('\r\n'), request.body]);
  const files: UploadedFile[] = [];
  for (let at = body.indexOf(mark); at !== -1;) {
    const start = at + mark.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return files;
    at = body.indexOf(mark, start);
    const file = at === -1 ? null : readPart(body.subarray(start + 2, at));
    if (file !== null) files.push(file);
  }
  return null;
}

function readPart(part: Buffer): UploadedFile | null {
  const end = part.indexOf(HEADERS_END);
  if (end === -1) return null;
  const headers = part.subarray(0, end).toString('utf8');
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const extended = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const fileName =
    extended === undefined ? /filename="?([^";]+)"?/i.exec(disposition)?.[1] : decodeURIComponent(extended);
  if (fileName === undefined) return null;
  return {
    field: /(?:^|;)\s*name="?([^";]+)"?/i.exec(disposition)?.[1] ?? '',
    fileName,
    contentType: /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? 'application/octet-stream',
    bytes: part.subarray(end + HEADERS_END.length),
  };
}
