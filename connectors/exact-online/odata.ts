/** The query dialect of the vendor (OData v2, as its sample exactonline-api-dotnet-sync-demo writes it). */

export const guidLiteral = (id: string): string => `guid'${id}'`;

/** Rows of a sync address that changed after a row version. */
export const changedAfter = (timestamp: string): string => `Timestamp gt ${timestamp}L`;

/** Rows with one of these ids; at least one. */
export const anyOfIds = (field: string, ids: readonly string[]): string =>
  ids.map((id) => `${field} eq ${guidLiteral(id)}`).join(' or ');

/**
 * A moment of an answer as `YYYY-MM-DDTHH:mm:ss` on the vendor's clock; null when it is none. `/Date(…)/` holds that
 * clock written as if it were UTC, so it is taken as it stands and never compared with our clock.
 */
export function zonelessMoment(value: string): string | null {
  const ticks = /^\/Date\((-?\d+)([+-]\d{4})?\)\/$/.exec(value)?.[1];
  if (ticks !== undefined) return new Date(Number(ticks)).toISOString().slice(0, 19);
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?/.test(value) ? value.slice(0, 19) : null;
}
