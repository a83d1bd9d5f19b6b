import type { SimulatorRequest } from '../../_kit/simulator/http-exchange';
import { readXml, type XmlElement } from '../../_kit/xml/read-xml';
import { TYPES } from './description';

const SECRETS = new Set(['Username', 'SecurityCode1', 'SecurityCode2', 'SessionID']);

const LIST_ITEMS: ReadonlySet<string> = new Set(
  Object.values(TYPES).flatMap((type) => type.flatMap((element) => (element.kind === 'list' ? [element.item] : []))),
);

/**
 * The parameters of a call as an object, for the list of requests: credentials and sessions left out, every value the
 * text that was sent, lists as arrays under the name of their element.
 */
export function recordedBody(request: SimulatorRequest): unknown {
  const read = readXml(request.body.toString('utf8'));
  // The text itself may hold credentials, so that it is not kept.
  if ('problem' in read) return { unreadable: read.problem.message };
  const call = read.root.children.find((child) => child.name === 'Body')?.children[0];
  return call === undefined ? {} : asObject(call);
}

function asObject(element: XmlElement): Record<string, unknown> {
  return Object.fromEntries(
    element.children.filter((child) => !SECRETS.has(child.name)).map((child) => [child.name, asValue(child)]),
  );
}

function asValue(element: XmlElement): unknown {
  if (element.children.length === 0) return element.text;
  return element.children.every((child) => LIST_ITEMS.has(child.name))
    ? element.children.map(asObject)
    : asObject(element);
}
