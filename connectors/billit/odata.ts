/** The query dialect of the vendor's lists (docs.billit.be, page "OData for Filtering"). */

/** Rows changed at or after a moment of the package's clock (without zone); undefined = all rows. */
export const changedSince = (zoneless: string | null): string | undefined =>
  zoneless === null ? undefined : `LastModified ge DateTime'${zoneless}'`;

/** All conditions that there are, joined; undefined when there are none. */
export function allOf(...conditions: readonly (string | undefined)[]): string | undefined {
  const given = conditions.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : given.join(' and ');
}
