import { describe, expect, it } from 'vitest';
import { uploadForm } from './upload-form';

const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
const form = (fileName: string) => uploadForm({ kind: 'work-order', fileName, bytes, sha256: 'ab'.repeat(32) });

describe('a PDF in a form', () => {
  it('arrives byte for byte, by its name', async () => {
    const { type, bytes: body } = form('Werkbon 1042.pdf');
    const parsed = await new Response(body, { headers: { 'content-type': type } }).formData();
    const file = parsed.get('v') as File;
    expect(file.name).toBe('Werkbon 1042.pdf');
    expect(file.type).toBe('application/pdf');
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([...bytes]);
  });

  it.each(['Café Zoë.pdf', 'Klus "zolder".pdf', 'a\r\nb.pdf'])('keeps the name %j in its place', async (fileName) => {
    const { type, bytes: body } = form(fileName);
    const parsed = await new Response(body, { headers: { 'content-type': type } }).formData();
    expect((parsed.get('v') as File).name).toBe(fileName);
  });

  it('is the same for the same file', () => {
    expect(form('Werkbon 1042.pdf')).toEqual(form('Werkbon 1042.pdf'));
  });
});
