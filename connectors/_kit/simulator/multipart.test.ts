import { expect, it } from 'vitest';
import type { SimulatorRequest } from './http-exchange';
import { readUploadedFiles } from './multipart';

async function requestOf(body: FormData): Promise<SimulatorRequest> {
  const sent = new Request('http://127.0.0.1/', { method: 'POST', body });
  return asRequest(sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()));
}

const asRequest = (contentType: string, body: Buffer): SimulatorRequest =>
  ({ method: 'POST', path: '/', headers: { 'content-type': contentType }, body }) as unknown as SimulatorRequest;

it('reads files byte for byte, and passes over fields that are no file', async () => {
  const bytes = Uint8Array.from({ length: 600 }, (_, index) => index % 256);
  const form = new FormData();
  form.append('opmerking', 'geen bestand');
  form.append('v', new Blob([bytes], { type: 'application/pdf' }), 'Werkbon 12 – Café.pdf');
  form.append('w', new Blob(['\r\n--']), 'leeg.txt');
  const files = readUploadedFiles(await requestOf(form));
  expect(files?.map(({ field, fileName, contentType }) => [field, fileName, contentType])).toEqual([
    ['v', 'Werkbon 12 – Café.pdf', 'application/pdf'],
    ['w', 'leeg.txt', 'application/octet-stream'],
  ]);
  expect(files?.[0]?.bytes).toEqual(Buffer.from(bytes));
  expect(files?.[1]?.bytes.toString()).toBe('\r\n--');
});

it('takes names in the extended form', () => {
  const body = `--x\r\nContent-Disposition: form-data; name=v; filename="a"; filename*=UTF-8''na%C3%AFef.pdf\r\n\r\nA\r\n--x--`;
  expect(readUploadedFiles(asRequest('multipart/form-data; boundary=x', Buffer.from(body)))?.[0]?.fileName).toBe(
    'naïef.pdf',
  );
});

it.each([
  ['another content type', 'application/json', '{}'],
  [
    'a body that ends too soon',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name=v\r\n\r\nA',
  ],
])('refuses %s', (_what, contentType, body) => {
  expect(readUploadedFiles(asRequest(contentType, Buffer.from(body)))).toBeNull();
});
