import type { Attachment } from '../_kit/document';
import type { HttpCall } from '../_kit/http';

/** A PDF as a form with one file in it (RFC 7578). The name of the part is free; clients use `v` (ON-IT/Visma.Net). */
export function uploadForm({ fileName, bytes, sha256 }: Attachment): NonNullable<HttpCall['binaryBody']> {
  // The same file makes the same form; that its own hash stands in a PDF is out of the question.
  const boundary = `simon-koppel-${sha256.slice(0, 40)}`;
  const encoder = new TextEncoder();
  const parts = [
    encoder.encode(
      `--${boundary}\r\n` +
        `Content-Disposition: form-data; name="v"; filename="${quoted(fileName)}"\r\n` +
        'Content-Type: application/pdf\r\n\r\n',
    ),
    bytes,
    encoder.encode(`\r\n--${boundary}--\r\n`),
  ];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: whole };
}

/** As browsers write names in a form (WHATWG HTML, "multipart form data"). */
const quoted = (name: string): string =>
  name.replace(/[\r\n"]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
