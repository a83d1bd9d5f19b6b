import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { faultResponse } from './envelope';

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  429: 'Too Many Requests',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/**
 * What the vendor's server says with a status that has nothing to do with the request: a SOAP fault for a failure of the
 * service itself, a page of the web server (IIS) for all else.
 */
export function statusResponse(status: number): SimulatorResponse {
  if (status === 500) return faultResponse('1.1', 'Server', 'Server was unable to process request.');
  if (status < 400) return { status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: '' };
  const title = STATUS_TEXTS[status] ?? 'Error';
  return {
    status,
    headers: { 'content-type': 'text/html; charset=us-ascii' },
    body: `<html><head><title>${title}</title></head><body><h2>${title}</h2><hr><p>HTTP Error ${status}. ${title}.</p></body></html>`,
  };
}
