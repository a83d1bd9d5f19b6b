/** The newest moment of change among rows, on the vendor's clock; null when none tells. Shown to people only. */
export const newestChange = (rows: readonly { readonly Modified: string | null }[]): string | null =>
  rows.reduce<string | null>((newest, { Modified }) => laterMoment(newest, Modified), null);

/** The later of two moments of the vendor's clock. */
export const laterMoment = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;
