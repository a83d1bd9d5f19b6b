import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { escapeXml } from '../../_kit/xml/escape-xml';
import { OPERATIONS } from './description';
import { renderWsdl } from './wsdl';

/**
 * GET soap.asmx: the description with `?wsdl`, which names the address it was asked at, else a page with the names of
 * the operations.
 */
export function answerDescription(request: SimulatorRequest): SimulatorResponse {
  if ([...request.query.keys()].some((key) => key.toLowerCase() === 'wsdl')) {
    return {
      status: 200,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: renderWsdl(escapeXml(`http://${request.headers.host ?? ''}${request.path}`)),
    };
  }
  const names = OPERATIONS.map(({ name }) => `<li>${name}</li>`).toSorted();
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body:
      '<!doctype html><html lang="en"><head><title>soapApp Web Service</title></head><body><h1>soapApp</h1>' +
      `<p>The following operations are supported. See the <a href="?wsdl">Service Description</a>.</p><ul>${names.join('')}</ul></body></html>`,
  };
}
