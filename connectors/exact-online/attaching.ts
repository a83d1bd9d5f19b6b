/**
 * PDFs as documents on the customer card: a document whose subject begins with the marker, and the file attached to it.
 * These are two calls, so that a document without its file may be left behind; the next attempt completes it.
 */
import { base64Of } from '../_kit/base64';
import type { Attaching, AttachTask, ConnectorContext } from '../_kit/connector';
import { textLiteral } from '../_kit/odata-literals';
import { problem } from '../_kit/problem';
import { namedBy, readEvery, textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { allRows, post, remove } from './api';
import { documentSubject } from './marker-text';
import { anyOfIds, guidLiteral } from './odata';
import { refusalIn } from './refusals';
import { attachmentSchema, documentSchema } from './schemas';
import { searchRows } from './search-rows';

/** The vendor names no limit; larger files were seen to fail. */
export const MAX_PDF_BYTES = 10 * 1024 * 1024;

const DOCUMENTS = 'documents/Documents';
const ATTACHMENTS = 'documents/DocumentAttachments';
/** Type of a document that belongs to nothing else: "Miscellaneous" (README of the vendor's own SDK). */
const MISCELLANEOUS = 55;

const NAME = namedBy('ID', 'Subject');

interface FiledDocument {
  readonly id: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: string | null }[];
}

export const attaching: Attaching = {
  find: async (ctx, task) => {
    const filed = await filedDocuments(ctx, task);
    return filed.ok ? ok(filed.value.some((document) => holdsWhole(document, task))) : filed;
  },

  put: async (ctx, task) => {
    const filed = await filedDocuments(ctx, task);
    if (!filed.ok) return filed;
    if (filed.value.some((document) => holdsWhole(document, task))) return ok(null);
    const [known] = filed.value;
    for (const file of known?.files ?? []) {
      if (file.name !== task.attachment.fileName) continue;
      const removed = await remove(ctx, ATTACHMENTS, file.id);
      if (!removed.ok) return removed;
    }
    const document = known === undefined ? await createDocument(ctx, task) : ok(known.id);
    return document.ok ? attach(ctx, task, document.value) : document;
  },
};

/** Our documents for this PDF with their files: one, unless an earlier attempt arrived late. */
async function filedDocuments(ctx: ConnectorContext, task: AttachTask): Promise<Result<readonly FiledDocument[]>> {
  const subject = subjectOf(task);
  const account = `Account eq ${guidLiteral(task.document.customer.externalId)}`;
  const rows = await searchRows(ctx, {
    path: DOCUMENTS,
    select: ['ID', 'Subject'],
    narrow: `${account} and Subject eq ${textLiteral(subject)}`,
    wide: account,
  });
  if (!rows.ok) return rows;
  const ours = readEvery(
    rows.value.filter((row) => textUnder(row, 'Subject').trim() === subject),
    documentSchema,
    NAME,
  );
  if (!ours.ok || ours.value.length === 0) return ours.ok ? ok([]) : ours;

  const filter = anyOfIds(
    'Document',
    ours.value.map(({ ID }) => ID),
  );
  const attached = await allRows(ctx, {
    path: ATTACHMENTS,
    select: ['ID', 'Document', 'FileName', 'FileSize'],
    filter,
  });
  if (!attached.ok) return attached;
  const files = readEvery(attached.value, attachmentSchema, NAME);
  if (!files.ok) return files;
  return ok(
    ours.value.map(({ ID }) => ({
      id: ID,
      files: files.value
        .filter((file) => file.Document === ID)
        .map((file) => ({ id: file.ID, name: file.FileName, bytes: file.FileSize })),
    })),
  );
}

async function createDocument(ctx: ConnectorContext, task: AttachTask): Promise<Result<string>> {
  const body = {
    Subject: subjectOf(task),
    Type: MISCELLANEOUS,
    Account: task.document.customer.externalId,
    DocumentDate: task.document.date,
  };
  const made = await post(ctx, DOCUMENTS, body, documentSchema);
  return made.ok ? ok(made.value.ID) : fail(refusalIn(made.problem) ?? made.problem);
}

async function attach(ctx: ConnectorContext, { attachment }: AttachTask, document: string): Promise<Result<null>> {
  const body = { Document: document, FileName: attachment.fileName, Attachment: base64Of(attachment.bytes) };
  const made = await post(ctx, ATTACHMENTS, body, attachmentSchema);
  if (!made.ok) return fail(refusalIn(made.problem) ?? made.problem);
  const size = made.value.FileSize;
  const isWhole = size === null || size === String(attachment.bytes.length);
  return isWhole ? ok(null) : fail(problem('outcome-unknown', 'outcome-unknown', { reason: 'file-size' }));
}

const holdsWhole = ({ files }: FiledDocument, { attachment }: AttachTask): boolean =>
  files.some(
    ({ name, bytes }) => name === attachment.fileName && (bytes === null || bytes === String(attachment.bytes.length)),
  );

const subjectOf = ({ document, attachment }: AttachTask): string =>
  documentSubject(document.marker, attachment.fileName);
