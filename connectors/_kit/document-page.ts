/**
 * Name among a manifest's base addresses of the package's own app in the browser. Only people go there: Simon itself asks it
 * nothing.
 */
export const WEB_APP = 'web';

/** A document that people want to see in the package. */
export interface SoughtDocument {
  /** Id in the package; empty when only its number is known, or not even that it is there. */
  readonly externalId: string;
  readonly customerExternalId: string;
}

/** A page of the package's own app. */
export interface DocumentPage {
  readonly url: string;
  /** The document itself, the card of its customer, or only the first page, from where it is looked up. */
  readonly shows: 'document' | 'customer' | 'start';
}

/**
 * The page that comes nearest to a document; null when that is the first page of the app. `administrationId` is that of the
 * administration the document was made for. Pure.
 */
export type FindDocumentPage = (
  document: SoughtDocument,
  at: { readonly endpoints: Readonly<Record<string, string>>; readonly administrationId: string },
) => DocumentPage | null;
