import { describe, expect, it } from 'vitest';
import type { Answer } from '../../_kit/simulator/testing/read-answer';
import { refusalOf, startHarness, type Harness, type Json } from './simulator-harness';

const PDF = Buffer.from('%PDF-1.7\nwerkbon\n%%EOF');
type Created = Answer<{ d: Json & { ID: string } }>;

const file = ({ client, simulator }: Harness, more: Json = {}): Promise<Created> =>
  client.send('POST', 'documents/Documents', {
    Subject: 'WB-12 Werkbon',
    Type: 55,
    Account: simulator.control.books.customer('Café Zoë').id,
    DocumentDate: '2025-06-12',
    ...more,
  });
const attach = ({ client }: Harness, document: string, more: Json = {}): Promise<Created> =>
  client.send('POST', 'documents/DocumentAttachments', {
    Document: document,
    FileName: 'WB-12.pdf',
    Attachment: PDF.toString('base64'),
    ...more,
  });

describe('documents on the customer card', () => {
  it('get a number and a category, and an attachment whose content is not echoed', async () => {
    const harness = await startHarness();
    const document = await file(harness);
    expect(document.status, document.text).toBe(201);
    expect(document.json.d).toMatchObject({
      Subject: 'WB-12 Werkbon',
      HID: 10_000_001,
      TypeDescription: 'Diversen',
      CategoryDescription: 'Algemeen',
      AccountName: 'Café Zoë',
    });
    const attachment = await attach(harness, document.json.d.ID);
    expect(attachment.status).toBe(201);
    expect(attachment.json.d).toMatchObject({ FileName: 'WB-12.pdf', FileSize: PDF.length, Attachment: null });
    expect(attachment.json.d.Url).toContain(attachment.json.d.ID);
    const headers = { authorization: `Bearer ${harness.client.accessToken}` };
    const download = await fetch(String(attachment.json.d.Url), { headers });
    expect(Buffer.from(await download.arrayBuffer())).toEqual(PDF);
    expect((await fetch(String(attachment.json.d.Url))).status).toBe(401);
    expect(harness.simulator.control.documents()).toMatchObject([
      { kind: 'document', customerName: 'Café Zoë', description: 'WB-12 Werkbon', reference: 'WB-12.pdf' },
    ]);
  });

  it('are found by customer and subject, with what hangs on them', async () => {
    const harness = await startHarness();
    const document = await file(harness);
    await file(harness, { Subject: 'WB-13 Werkbon' });
    const found = await harness.client.list('documents/Documents', {
      $filter: `Account eq guid'${String(document.json.d.Account)}' and Subject eq 'WB-12 Werkbon'`,
    });
    expect(found.map((row) => row.ID)).toEqual([document.json.d.ID]);
    const filter = { $filter: `Document eq guid'${document.json.d.ID}'`, $select: 'ID,FileName' };
    expect(await harness.client.list('documents/DocumentAttachments', filter)).toEqual([]);
    await attach(harness, document.json.d.ID);
    expect(await harness.client.list('documents/DocumentAttachments', filter)).toMatchObject([
      { FileName: 'WB-12.pdf' },
    ]);
  });

  it.each<[string, Json, number, string]>([
    ['no subject', { Subject: '' }, 400, 'Verplicht: Onderwerp'],
    ['no type', { Type: null }, 400, 'Verplicht: Type'],
    ['an unknown type', { Type: 4711 }, 500, 'Ongeldige referentie: Type'],
    ['a type that cannot be created', { Type: 20 }, 500, 'Ongeldig: Type'],
    ['an unknown customer', { Account: '11111111-2222-4333-8444-555555555555' }, 500, 'Ongeldige referentie: Relatie'],
    [
      'an unknown category',
      { Category: '11111111-2222-4333-8444-555555555555' },
      500,
      'Ongeldige referentie: Categorie',
    ],
  ])('%s is refused', async (_what, change, status, text) => {
    const harness = await startHarness();
    const answer = await file(harness, change);
    expect([answer.status, refusalOf(answer)]).toEqual([status, text]);
  });

  it.each<[string, Json, number, string]>([
    ['no document', { Document: null }, 400, 'Verplicht: Document'],
    ['no file', { Attachment: '' }, 400, 'Verplicht: Bijlage'],
    [
      'an unknown document',
      { Document: '11111111-2222-4333-8444-555555555555' },
      500,
      'Ongeldige referentie: Document',
    ],
    [
      'a file that is not base64',
      { Attachment: 'geen!' },
      500,
      "Error in converting value for property 'Attachment' to type 'Binary'",
    ],
  ])('an attachment with %s is refused', async (_what, change, status, text) => {
    const harness = await startHarness();
    const document = await file(harness);
    const answer = await attach(harness, document.json.d.ID, change);
    expect([answer.status, refusalOf(answer)]).toEqual([status, text]);
  });

  it('attachmentMegabytes: a file that is too large', async () => {
    const harness = await startHarness({ quirks: { attachmentMegabytes: '1' } });
    const document = await file(harness);
    const large = Buffer.alloc(1_000_001, 7).toString('base64');
    expect(refusalOf(await attach(harness, document.json.d.ID, { Attachment: large }))).toBe(
      'Te lang: Bestandsgrootte',
    );
  });

  it('an attachment is replaced by DELETE and POST, there is no PUT; sync leaves the content out', async () => {
    const harness = await startHarness();
    const document = await file(harness);
    const attachment = await attach(harness, document.json.d.ID);
    const path = `documents/DocumentAttachments(guid'${attachment.json.d.ID}')`;
    expect((await harness.client.send('PUT', path, { FileName: 'x.pdf' })).status).toBe(405);
    const [synced] = await harness.client.list('sync/Documents/DocumentAttachments', { $filter: 'Timestamp gt 0L' });
    expect(synced).toMatchObject({ FileName: 'WB-12.pdf', Attachment: null });
    expect((await harness.client.send('DELETE', path)).status).toBe(204);
    const deleted = await harness.client.list('sync/Deleted', { $filter: 'Timestamp gt 0L and EntityType eq 4' });
    expect(deleted.map((row) => row.EntityKey)).toEqual([attachment.json.d.ID]);
  });

  it('can be linked to an invoice, which then shows its number and subject', async () => {
    const harness = await startHarness();
    const document = await file(harness);
    const [invoice] = harness.simulator.control.books.invoices().filter(({ values }) => values.Status === 20);
    const path = `salesinvoice/SalesInvoices(guid'${invoice?.id ?? ''}')`;
    expect((await harness.client.send('PUT', path, { Document: document.json.d.ID })).status).toBe(204);
    expect((await harness.client.get<{ d: Json }>(path)).json.d).toMatchObject({
      DocumentNumber: 10_000_001,
      DocumentSubject: 'WB-12 Werkbon',
    });
  });
});
