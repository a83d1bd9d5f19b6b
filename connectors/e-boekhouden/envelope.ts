/** Envelopes of SOAP 1.1 as on the vendor's operation pages (soap.e-boekhouden.nl/soap.asmx?op=...). Pure. */
import type { HttpCall } from '../_kit/http';
import { escapeXml } from '../_kit/xml/escape-xml';
import { soapAddress } from './address';

/** Calls of this connector. */
export type Operation =
  'OpenSession' | 'GetAdministraties' | 'GetRelaties' | 'GetArtikelen' | 'GetFacturen' | 'AddFactuur';

const NAMESPACE = 'http://www.e-boekhouden.nl/soap';
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Where session and security code go once they are known. Texts are escaped, so that no text can look like it. */
const SESSION_PLACE = '<session-goes-here/>';

/**
 * Content by tag, in the order of the WSDL: the service reads tags in that order, and all of them must be there (manual,
 * chapter 5). A list repeats the tag that it holds.
 */
export type Tags = readonly (readonly [name: string, content: string | Tags])[];

export const toXml = (tags: Tags): string =>
  tags
    .map(([name, content]) => `<${name}>${typeof content === 'string' ? escapeXml(content) : toXml(content)}</${name}>`)
    .join('');

/** A call within a session; `authorize` fills in which one. */
export const sessionCall = (
  endpoints: Readonly<Record<string, string>>,
  operation: Operation,
  effect: HttpCall['effect'],
  content: Tags,
): HttpCall => soapCall(endpoints, operation, effect, SESSION_PLACE + toXml(content));

/** A call that needs no session. */
export const plainCall = (endpoints: Readonly<Record<string, string>>, operation: Operation, content: Tags): HttpCall =>
  soapCall(endpoints, operation, 'read', toXml(content));

/** The call with its session; a call without a place for it stays as it is. */
export function withSession(call: HttpCall, sessionId: string, securityCode2: string): HttpCall {
  if (call.body === undefined) return call;
  const session = toXml([
    ['SessionID', sessionId],
    ['SecurityCode2', securityCode2],
  ]);
  return { ...call, body: { ...call.body, text: call.body.text.replace(SESSION_PLACE, () => session) } };
}

function soapCall(
  endpoints: Readonly<Record<string, string>>,
  operation: Operation,
  effect: HttpCall['effect'],
  content: string,
): HttpCall {
  return {
    method: 'POST',
    url: soapAddress(endpoints),
    headers: { accept: 'text/xml', soapaction: `"${NAMESPACE}/${operation}"` },
    body: {
      type: 'text/xml; charset=utf-8',
      text:
        `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE}"><soap:Body>` +
        `<${operation} xmlns="${NAMESPACE}">${content}</${operation}></soap:Body></soap:Envelope>`,
    },
    effect,
    doc: `https://soap.e-boekhouden.nl/soap.asmx?op=${operation}`,
  };
}
