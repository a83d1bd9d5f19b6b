/** A text in every language of the screens. Dutch comes first, everywhere. */
export interface LocalizedText {
  readonly nl: string;
  readonly en: string;
}

/** Values that survive JSON unchanged: what marks, settings and frozen requests are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
