/** Values in a `$filter` (OData version 2, "Abstract Type System"). Names of fields and operators differ per vendor. */

/** A text; a quote inside is doubled, so that no text can end the literal. */
export const textLiteral = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A moment as the package writes it, without zone. */
export const momentLiteral = (zoneless: string): string => `datetime'${zoneless}'`;
