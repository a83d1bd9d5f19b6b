/** What e-Boekhouden answers: a result, a refusal in its ErrorMsg (always HTTP 200), or a SOAP fault (HTTP 500). */
import { z } from 'zod';
import { isWebPage, readAnswer, type AnswerRules, type Unreadable } from '../_kit/answer';
import type { HttpCall, HttpResponse } from '../_kit/http';
import { fail, ok, type Result } from '../_kit/result';
import { readXml, readXmlInTurns, type ReadXml, type XmlElement } from '../_kit/xml/read-xml';
import type { Operation } from './envelope';
import { refusal, type ServiceError } from './problems';

/**
 * The result of a call (`GetRelatiesResult`). Problems as `readAnswer`; what ErrorMsg tells becomes a problem too. A
 * fault means out of order: after a write nobody knows whether it was carried out. `articleOf`: see `refusal`.
 */
export async function readResult(
  call: HttpCall,
  response: HttpResponse,
  operation: Operation,
  nowMs: number,
  articleOf?: (line: number) => string | undefined,
): Promise<Result<XmlElement>> {
  const body = await readBody(response);
  const answer = readAnswer(call, response, resultSchema(operation), { ...rules, parse: () => body }, nowMs);
  if (!answer.ok) return answer;
  const error = errorOf(answer.value);
  return error === null ? answer : fail(refusal(error, response.status, articleOf));
}

/** The refusal in an answer to any call; null when it holds none or cannot be read. */
export function serviceError(response: HttpResponse): ServiceError | null {
  // Lists are long and have no error: they are not read twice.
  if (notSoap(response) !== null || !FILLED_CODE.test(response.body)) return null;
  const text = response.body.trim();
  const body = insideEnvelope(text, readXml(text));
  const result = body.ok ? (body.value?.children[0] ?? null) : null;
  return result === null ? null : errorOf(result);
}

/** The tag of an error code with something in it: a text, a reference or CDATA. */
const FILLED_CODE = /LastErrorCode(\s[^>]*)?(?<!\/)>\s*(?!<\/)\S/;

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

export const childText = (element: XmlElement, name: string): string => childNamed(element, name)?.text.trim() ?? '';

/** ErrorMsg may have empty tags or not be there at all when all is well. */
function errorOf(result: XmlElement): ServiceError | null {
  const message = childNamed(result, 'ErrorMsg');
  const shownCode = message === undefined ? '' : childText(message, 'LastErrorCode');
  if (message === undefined || shownCode === '') return null;
  const code = shownCode.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return { code, shownCode, text: childText(message, 'LastErrorDescription') };
}

const resultSchema = (operation: Operation): z.ZodType<XmlElement> =>
  z.custom<XmlElement | null>().transform((response, context) => {
    const result = response?.name === `${operation}Response` ? childNamed(response, `${operation}Result`) : undefined;
    if (result !== undefined) return result;
    context.addIssue({ code: 'custom', message: 'No result', path: [`${operation}Result`] });
    return z.NEVER;
  });

const rules: AnswerRules = {
  vendorError: (body) => {
    const fault = body as XmlElement | null;
    if (fault?.name !== 'Fault') return null;
    return { code: childText(fault, 'faultcode') || null, text: childText(fault, 'faultstring') || null };
  },
  refusal: () => null,
};

async function readBody(response: HttpResponse): Promise<Result<XmlElement | null, Unreadable>> {
  const unreadable = notSoap(response);
  if (unreadable !== null) return fail(unreadable);
  const text = response.body.trim();
  return insideEnvelope(text, await readXmlInTurns(text));
}

/** Why a body cannot be an envelope, whatever it holds; null when it is worth reading. */
function notSoap(response: HttpResponse): Unreadable | null {
  const text = response.body.trim();
  if (text === '') return 'answer-empty';
  // The web server of the vendor says with a page that the service is out of order.
  if (isWebPage(response, text)) return response.status === 503 ? 'answer-not-json' : 'answer-html';
  const type = response.headers['content-type'];
  return type !== undefined && !/^[^;]*\bxml\b/i.test(type) ? 'answer-not-json' : null;
}

/** The element inside the body of the envelope; null when the XML is no envelope. */
function insideEnvelope(text: string, read: ReadXml): Result<XmlElement | null, Unreadable> {
  if ('problem' in read)
    return fail(text.startsWith('<') && !/Envelope\s*>$/.test(text) ? 'answer-truncated' : 'answer-not-json');
  const body = read.root.name === 'Envelope' ? childNamed(read.root, 'Body') : undefined;
  return ok(body?.children[0] ?? null);
}
