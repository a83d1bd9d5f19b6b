import {
  documentAttachmentFields,
  documentCategoryFields,
  documentFields,
  documentTypeFields,
} from '../fields/documents';
import type { DivisionBooks } from '../division-books';
import type { Row } from '../model';
import { defineResource, syncTwin, through } from '../resource';
import { accountCode, accountName } from './lookups';

const categoryOf = (books: DivisionBooks, id: string): Row | null => books.tables.documentCategories.byId(id);

const documents = defineResource({
  path: 'documents/Documents',
  model: 'Exact.Web.Api.Models.Documents.Document',
  scope: 'Organization documents',
  fields: documentFields,
  rows: ({ books }) => books.tables.documents.all(),
  derived: {
    AccountCode: accountCode('Account'),
    AccountName: accountName('Account'),
    CategoryDescription: through('Category', categoryOf, ({ values }) => values.Description ?? null),
    DocumentViewUrl: (row, { origin, books }) =>
      `${origin}/docs/DocView.aspx?DocumentID={${row.id}}&_Division_=${books.code}`,
    HasEmptyBody: ({ values }) => (values.Body ?? '') === '',
    TypeDescription: ({ values }, { books }) =>
      books.tables.documentTypes.byId(String(values.Type))?.values.Description ?? null,
  },
});

const attachments = defineResource({
  path: 'documents/DocumentAttachments',
  model: 'Exact.Web.Api.Models.Documents.DocumentAttachment',
  scope: 'Organization documents',
  fields: documentAttachmentFields,
  rows: ({ books }) => books.tables.attachments.all(),
  derived: {
    Url: (row, { origin, books }) => `${origin}/docs/SysAttachment.aspx?ID=${row.id}&_Division_=${books.code}`,
  },
});

const documentTypes = defineResource({
  path: 'documents/DocumentTypes',
  model: 'Exact.Web.Api.Models.Documents.DocumentType',
  scope: 'Organization documents',
  fields: documentTypeFields,
  rows: ({ books }) => books.tables.documentTypes.all(),
});

const documentCategories = defineResource({
  path: 'documents/DocumentCategories',
  model: 'Exact.Web.Api.Models.Documents.DocumentCategory',
  scope: 'Organization documents',
  fields: documentCategoryFields,
  rows: ({ books }) => books.tables.documentCategories.all(),
});

const syncAttachments = syncTwin(attachments, 'sync/Documents/DocumentAttachments');

export const documentResources = {
  documents,
  attachments,
  documentTypes,
  documentCategories,
  syncDocuments: syncTwin(documents, 'sync/Documents/Documents'),
  // The reference: "For the Sync endpoint, Attachment will be always null".
  syncAttachments: { ...syncAttachments, derived: { ...syncAttachments.derived, Attachment: () => null } },
} as const;
