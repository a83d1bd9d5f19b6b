import type { Bound } from './body-binding';
import type { DivisionBooks } from './division-books';
import type { Row } from './model';
import type { Quirks } from './quirks';
import { idOf } from './sales-rules';
import { localDay } from './server-clock';
import type { Refusal } from './texts';

const FIRST_HID = 10_000_001;

/** The rules that a new document breaks. */
export function refuseDocument(values: Bound, books: DivisionBooks): Refusal[] {
  const missing: Refusal[] = [];
  if (typeof values.Subject !== 'string' || values.Subject === '')
    missing.push({ kind: 'mandatory', label: 'subject' });
  if (typeof values.Type !== 'number') missing.push({ kind: 'mandatory', label: 'type' });
  return missing.length > 0 ? missing : refuseDocumentChange(values, books);
}

/** The rules that a change of a document breaks. */
export function refuseDocumentChange(values: Bound, books: DivisionBooks): Refusal[] {
  const refusals: Refusal[] = [];
  if (typeof values.Type === 'number') {
    const type = books.tables.documentTypes.byId(String(values.Type));
    if (type === null) refusals.push({ kind: 'invalidReference', label: 'type' });
    else if (!type.values.DocumentIsCreatable) refusals.push({ kind: 'invalid', label: 'type' });
  }
  const account = idOf(values, 'Account');
  if (account !== null && books.tables.accounts.byId(account) === null) {
    refusals.push({ kind: 'invalidReference', label: 'account' });
  }
  const category = idOf(values, 'Category');
  if (category !== null && books.tables.documentCategories.byId(category) === null) {
    refusals.push({ kind: 'invalidReference', label: 'category' });
  }
  return refusals;
}

/** Enters a document that breaks no rule; the category is filled in when it was left out. */
export function enterDocument(values: Bound, books: DivisionBooks, received: boolean): Row {
  const highest = books.tables.documents.all().reduce((found, row) => Math.max(found, row.values.HID), FIRST_HID - 1);
  return books.add(
    'documents',
    {
      ...values,
      Subject: String(values.Subject),
      Type: Number(values.Type),
      Account: idOf(values, 'Account'),
      HID: highest + 1,
      Category: idOf(values, 'Category') ?? books.tables.documentCategories.all()[0]?.id ?? null,
      DocumentDate: values.DocumentDate ?? localDay(books.nowMs),
    },
    received,
  );
}

/** The rules that a new attachment breaks. */
export function refuseAttachment(values: Bound, books: DivisionBooks, quirks: Quirks): Refusal[] {
  const missing: Refusal[] = [];
  const document = idOf(values, 'Document');
  if (document === null) missing.push({ kind: 'mandatory', label: 'document' });
  if (typeof values.FileName !== 'string' || values.FileName === '')
    missing.push({ kind: 'mandatory', label: 'fileName' });
  if (typeof values.Attachment !== 'string' || values.Attachment === '') {
    missing.push({ kind: 'mandatory', label: 'attachment' });
  }
  if (missing.length > 0) return missing;
  if (books.tables.documents.byId(document ?? '') === null) return [{ kind: 'invalidReference', label: 'document' }];
  const isTooLarge = quirks.attachmentBytes !== null && bytesOf(values) > quirks.attachmentBytes;
  return isTooLarge ? [{ kind: 'tooLong', label: 'fileSize' }] : [];
}

/** Enters an attachment that breaks no rule. */
export function enterAttachment(values: Bound, books: DivisionBooks, received: boolean): Row {
  return books.add(
    'attachments',
    {
      Document: idOf(values, 'Document') ?? '',
      FileName: String(values.FileName),
      FileSize: String(bytesOf(values)),
      Attachment: String(values.Attachment),
    },
    received,
  );
}

/** Removes a document with its attachments. */
export function removeDocument(row: Row, books: DivisionBooks): void {
  for (const attachment of books.tables.attachments.all().filter(({ values }) => values.Document === row.id)) {
    books.remove('attachments', attachment.id);
  }
  books.remove('documents', row.id);
}

const bytesOf = (values: Bound): number => Buffer.from(String(values.Attachment), 'base64').length;
