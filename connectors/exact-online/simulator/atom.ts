import { escapeHtml } from '../../_kit/simulator/html';
import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';

/** What a client gets that does not ask for JSON: an Atom feed (OData v2, section "AtomPub Format"). */
export function atomResponse(
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>>,
): SimulatorResponse {
  const { d } = json as { readonly d: unknown };
  const rows = Array.isArray(d)
    ? (d as unknown[])
    : isObject(d) && Array.isArray(d.results)
      ? (d.results as unknown[])
      : null;
  const body =
    rows === null ? entry(d, NAMESPACES) : `<feed${NAMESPACES}>${rows.map((row) => entry(row, '')).join('')}</feed>`;
  return {
    status,
    headers: {
      ...headers,
      'content-type': `application/atom+xml;type=${rows === null ? 'entry' : 'feed'};charset=utf-8`,
    },
    body: `<?xml version="1.0" encoding="utf-8"?>${body}`,
  };
}

const NAMESPACES =
  ' xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"' +
  ' xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"';

function entry(row: unknown, namespaces: string): string {
  const fields = isObject(row)
    ? Object.entries(row).filter(([name, value]) => name !== '__metadata' && !isObject(value))
    : [];
  const properties = fields.map(([name, value]) =>
    value === null
      ? `<d:${name} m:null="true"/>`
      : `<d:${name}>${escapeHtml(String(value as string | number | boolean))}</d:${name}>`,
  );
  return `<entry${namespaces}><content type="application/xml"><m:properties>${properties.join('')}</m:properties></content></entry>`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
