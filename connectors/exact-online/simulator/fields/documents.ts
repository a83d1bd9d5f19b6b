import { readFields } from '../field-list';

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=DocumentsDocuments */
export const documentFields = readFields(`
  Guid GPU: Account Category Contact ContractID DocumentFolder FinancialTransactionEntryID ID Item Opportunity Project
  Guid G: Creator Modifier
  String GPU: Body CategoryDescription ContractNumber CreatorFullName Currency Language Subject TeamsMeetingId
  String G: AccountCode AccountName ContactFullName DocumentFolderCode DocumentFolderDescription DocumentViewUrl
    EntryStatusDescription ItemCode ItemDescription ModifierFullName ProjectCode ProjectDescription TypeDescription
  Boolean GPU: ActionRegenerateEntryProposal InheritShare
  Boolean G: HasEmptyBody
  Int32 GPU: HID ProposedEntryStatus SalesInvoiceNumber SalesOrderNumber ShopOrderNumber Type
  Int32 G: Division SendMethod
  Double GPU: AmountFC
  DateTime GPU: DocumentDate ExpiryDate
  DateTime G: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=DocumentsDocumentAttachments */
export const documentAttachmentFields = readFields(`
  Guid GPU: Document ID
  String GPU: FileName
  String G: Url
  Double G: FileSize
  Binary GPU: Attachment
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=DocumentsDocumentTypes */
export const documentTypeFields = readFields(`
  String GPU: Description
  Boolean GPU: DocumentIsCreatable DocumentIsDeletable DocumentIsUpdatable DocumentIsViewable
  Int32 GPU: ID TypeCategory
  DateTime GPU: Created Modified
`);

/** https://start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx?name=DocumentsDocumentCategories */
export const documentCategoryFields = readFields(`
  Guid GPU: ID
  String GPU: Description
  DateTime GPU: Created Modified
`);
