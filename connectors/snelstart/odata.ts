/** The query dialect of the vendor's lists (developer portal, page "OData"): names in filters are UpperCamelCase. */

/** A text literal; a quote inside is doubled. */
export const textLiteral = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A moment as the package writes it: without zone. */
export const momentLiteral = (zoneless: string): string => `datetime'${zoneless}'`;

/** Rows changed after a moment of the package's clock; undefined = all rows. */
export const modifiedAfter = (zoneless: string | null): string | undefined =>
  zoneless === null ? undefined : `ModifiedOn gt ${momentLiteral(zoneless)}`;
