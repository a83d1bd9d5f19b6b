import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { escapeXml } from '../../_kit/xml/escape-xml';
import { readXml, type XmlElement } from '../../_kit/xml/read-xml';
import { NAMESPACE, OPERATIONS, type OperationDescription } from './description';
import type { Quirks } from './quirks';

export type SoapVersion = '1.1' | '1.2';

const ENVELOPES: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
const CONTENT_TYPES: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};
const DOCUMENT_TYPE_REFUSED = 'For security reasons DTD is prohibited in this XML document.';

/** Who is to blame for a fault; SOAP 1.2 has other words for the first two. */
export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

/** A call out of its envelope. */
export interface SoapCall {
  readonly version: SoapVersion;
  readonly operation: OperationDescription;
  /** The element of the call; null when the body holds none of this name, as .NET then sees no parameters. */
  readonly element: XmlElement | null;
}

/** The operation that the headers ask for; null when they ask for none that is served. */
export const operationOf = (headers: SimulatorRequest['headers']): string | null => {
  const version = versionOf(headers);
  const action = version === null ? null : actionOf(version, headers);
  return action === null ? null : (operationOfAction(action)?.name ?? null);
};

/**
 * Opens the envelope of a POST. Faults and their words are those of ASP.NET web services (.asmx), which the vendor uses:
 * the way in is the SOAPAction header in SOAP 1.1 and the action parameter of the content type in SOAP 1.2.
 */
export function readCall(
  request: SimulatorRequest,
  quirks: Pick<Quirks, 'missingSoapAction' | 'malformedXml'>,
): SoapCall | { readonly refusal: SimulatorResponse } {
  const version = versionOf(request.headers);
  if (version === null) return { refusal: { status: 415, headers: {}, body: '' } };
  const refuse = (code: FaultCode, reason: string) => ({ refusal: faultResponse(version, code, reason) });

  const action = actionOf(version, request.headers);
  if (action === null && version === '1.1' && quirks.missingSoapAction === 'fault') {
    return refuse(
      'Client',
      'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
    );
  }
  const asked = action === null ? undefined : operationOfAction(action);
  if (action !== null && asked === undefined) {
    return refuse(
      'Client',
      version === '1.1'
        ? `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`
        : `Unable to handle request. The action '${action}' was not recognized.`,
    );
  }

  const read = readXml(decode(request));
  if ('problem' in read) {
    if (read.problem.kind === 'malformed' && quirks.malformedXml === '400') {
      return { refusal: { status: 400, headers: {}, body: '' } };
    }
    const { message, line, column } = read.problem;
    const reason = read.problem.kind === 'document-type' ? DOCUMENT_TYPE_REFUSED : message;
    return refuse('Client', unreadable(`(${line}, ${column})`, reason));
  }
  const envelope = read.root;
  if (envelope.name !== 'Envelope') {
    return refuse('Client', unreadable('(1, 1)', `<${envelope.name} xmlns='${envelope.namespace}'> was not expected.`));
  }
  if (envelope.namespace !== ENVELOPES[version]) {
    return refuse(
      'VersionMismatch',
      `Possible SOAP version mismatch: Envelope namespace ${envelope.namespace} was unexpected. Expecting ${ENVELOPES[version]}.`,
    );
  }
  const inEnvelope = (name: string): XmlElement | undefined =>
    envelope.children.find((child) => child.name === name && child.namespace === envelope.namespace);
  const notUnderstood = inEnvelope('Header')?.children.find(mustBeUnderstood);
  if (notUnderstood !== undefined) {
    return refuse('MustUnderstand', `SOAP header ${notUnderstood.name} was not understood.`);
  }
  const [element = null] = inEnvelope('Body')?.children ?? [];
  const operation = asked ?? OPERATIONS.find((candidate) => isCallOf(candidate, element));
  if (operation === undefined) {
    return refuse(
      'Client',
      'Unable to handle request without a valid action parameter. Please supply a valid soap action.',
    );
  }
  return { version, operation, element: isCallOf(operation, element) ? element : null };
}

/** An answer in the envelope of the version that was asked in. */
export const envelopeResponse = (version: SoapVersion, body: string, status = 200): SimulatorResponse => ({
  status,
  headers: { 'content-type': CONTENT_TYPES[version], 'cache-control': 'private, max-age=0' },
  body:
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPES[version]}" ` +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">' +
    `<soap:Body>${body}</soap:Body></soap:Envelope>`,
});

/** A SOAP fault: the call was not carried out, or went wrong in a way the vendor did not foresee. HTTP 500 in .asmx. */
export function faultResponse(version: SoapVersion, code: FaultCode, reason: string): SimulatorResponse {
  const words = escapeXml(reason);
  const fault =
    version === '1.1'
      ? `<faultcode>soap:${code}</faultcode><faultstring>${words}</faultstring><detail />`
      : `<soap:Code><soap:Value>soap:${CODES_OF_1_2[code]}</soap:Value></soap:Code>` +
        `<soap:Reason><soap:Text xml:lang="en">${words}</soap:Text></soap:Reason><soap:Detail />`;
  return envelopeResponse(version, `<soap:Fault>${fault}</soap:Fault>`, 500);
}

/** What .asmx says when it cannot read the parameters of a call. */
export const unreadable = (place: string, reason: string): string =>
  `Server was unable to read request. ---> There is an error in XML document${place === '' ? '' : ` ${place}`}. ---> ${reason}`;

const CODES_OF_1_2: Readonly<Record<FaultCode, string>> = {
  Client: 'Sender',
  Server: 'Receiver',
  VersionMismatch: 'VersionMismatch',
  MustUnderstand: 'MustUnderstand',
};

function versionOf(headers: SimulatorRequest['headers']): SoapVersion | null {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'text/xml' ? '1.1' : type === 'application/soap+xml' ? '1.2' : null;
}

/** The action as it was asked, without quotes; null when there is none. */
function actionOf(version: SoapVersion, headers: SimulatorRequest['headers']): string | null {
  if (version === '1.1') {
    const header = headers.soapaction?.trim();
    return header === undefined ? null : header.replace(/^"(.*)"$/, '$1');
  }
  const [, quoted, bare] = /;\s*action=(?:"([^"]*)"|([^;\s]+))/i.exec(headers['content-type'] ?? '') ?? [];
  return quoted ?? bare ?? null;
}

const operationOfAction = (action: string): OperationDescription | undefined =>
  OPERATIONS.find((operation) => action === `${NAMESPACE}/${operation.name}`);

const isCallOf = (operation: OperationDescription, element: XmlElement | null): boolean =>
  element?.name === operation.name && element.namespace === NAMESPACE;

const mustBeUnderstood = (header: XmlElement): boolean =>
  Object.entries(header.attributes).some(
    ([name, value]) => name.endsWith(':mustUnderstand') && (value === '1' || value === 'true'),
  );

function decode(request: SimulatorRequest): string {
  const [, charset = 'utf-8'] = /;\s*charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '') ?? [];
  try {
    return new TextDecoder(charset).decode(request.body);
  } catch {
    return request.body.toString('utf8');
  }
}
