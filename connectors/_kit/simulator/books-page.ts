import type { SimulatedDocument } from './contract';
import type { SimulatorResponse } from './http-exchange';

/** The page that shows an office what arrived in the practice administration. */
export function renderBooksPage(
  title: string,
  packageLabel: string,
  documents: readonly SimulatedDocument[],
): SimulatorResponse {
  const rows = documents.map((document) => `<li>${document.number} ${escape(document.customerName)}</li>`).join('');
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    body: `<!doctype html><html lang="nl"><title>${escape(title)}</title><h1>${escape(packageLabel)}</h1><ul>${rows}</ul></html>`,
  };
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
