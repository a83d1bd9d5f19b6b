import {
  emptyResponse,
  jsonResponse,
  type SimulatorRequest,
  type SimulatorResponse,
} from '../../../_kit/simulator/http-exchange';
import { readUploadedFiles, type UploadedFile } from '../../../_kit/simulator/multipart';
import type { Books } from '../books';
import type { Attachment, Invoice, SalesOrder, StoredFile } from '../model';
import type { ListContext } from './list';
import { readWrite } from './write-body';

/** What a file can hang on: its attachments, and the way to keep others. */
export interface AttachmentHolder {
  readonly attachments: readonly Attachment[];
  readonly keep: (attachments: readonly Attachment[]) => void;
}

/** An invoice, or one of its lines; null: there is no such line. */
export function invoiceHolder(invoice: Invoice, lineNumber: number | null, books: Books): AttachmentHolder | null {
  const keep = (changed: Invoice): void => books.invoices.replace({ ...changed, modifiedMs: books.stamp() });
  if (lineNumber === null) {
    return { attachments: invoice.attachments, keep: (attachments) => keep({ ...invoice, attachments }) };
  }
  const line = invoice.lines.find((candidate) => candidate.lineNumber === lineNumber);
  if (line === undefined) return null;
  return {
    attachments: line.attachments,
    keep: (attachments) =>
      keep({ ...invoice, lines: invoice.lines.map((other) => (other === line ? { ...line, attachments } : other)) }),
  };
}

/** A sales order, or one of its lines; null: there is no such line. A file makes no new version of the order. */
export function orderHolder(order: SalesOrder, lineId: number | null, books: Books): AttachmentHolder | null {
  if (lineId === null) {
    return { attachments: order.attachments, keep: (attachments) => books.orders.replace({ ...order, attachments }) };
  }
  const line = order.lines.find((candidate) => candidate.lineId === lineId);
  if (line === undefined) return null;
  return {
    attachments: line.attachments,
    keep: (attachments) =>
      books.orders.replace({
        ...order,
        lines: order.lines.map((other) => (other === line ? { ...line, attachments } : other)),
      }),
  };
}

/** POST of a file in `multipart/form-data`; the name of the part is free. A name that is there gets a new revision. */
export function attach(
  request: SimulatorRequest,
  holder: AttachmentHolder,
  books: Books,
  newId: () => string,
  context: ListContext,
): SimulatorResponse {
  const files = readUploadedFiles(request);
  if (files === null) return context.problems.of(415, 'The request must be multipart/form-data.');
  if (files.length === 0) return context.problems.refused('There is no file in the request.');
  let attachments = holder.attachments;
  for (const file of files) attachments = withFile(attachments, file, books, newId);
  holder.keep(attachments);
  return emptyResponse(201);
}

function withFile(
  attachments: readonly Attachment[],
  file: UploadedFile,
  books: Books,
  newId: () => string,
): readonly Attachment[] {
  const known = attachments.find((attachment) => attachment.name === file.fileName);
  const attachment: Attachment = {
    id: known?.id ?? newId(),
    name: file.fileName,
    revision: (known?.revision ?? 0) + 1,
  };
  const stored: StoredFile = {
    ...attachment,
    contentType: file.contentType,
    base64: file.bytes.toString('base64'),
    sendToAutoInvoice: false,
  };
  if (known === undefined) {
    books.files.add(stored);
    return [...attachments, attachment];
  }
  books.files.replace(stored);
  return attachments.map((other) => (other === known ? attachment : other));
}

/** GET of a file: its newest revision. */
export function showFile(file: StoredFile): SimulatorResponse {
  return {
    status: 200,
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
    body: '',
    bytes: Buffer.from(file.base64, 'base64'),
  };
}

/** PUT of what goes with a file to AutoInvoice. */
export function changeFile(
  request: SimulatorRequest,
  file: StoredFile,
  books: Books,
  context: ListContext,
): SimulatorResponse {
  const read = readWrite(request, 'metadataDto', context, (reader) => reader.flag('sendToAutoInvoice'));
  if ('refusal' in read) return read.refusal;
  books.files.replace({ ...file, sendToAutoInvoice: read.input ?? file.sendToAutoInvoice });
  return emptyResponse(204);
}

/** DELETE of a file. */
export function removeFile(holder: AttachmentHolder, fileId: string, books: Books): SimulatorResponse {
  holder.keep(holder.attachments.filter((attachment) => attachment.id !== fileId));
  books.files.remove(fileId);
  return jsonResponse(200, {});
}
