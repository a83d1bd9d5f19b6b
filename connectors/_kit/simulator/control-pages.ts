/**
 * Control of a simulator from another process, open only when it was started with `control: true` or `--control`.
 *
 * | call                            | does                                                                            |
 * | ------------------------------- | ------------------------------------------------------------------------------- |
 * | GET    /_simulator/requests     | every recorded request                                                          |
 * | DELETE /_simulator/requests     | forgets them                                                                    |
 * | POST   /_simulator/faults       | adds a fault: `{ "kind": "reset-after-commit", "match": { "method": "POST" } }`; |
 * |                                 | `match.pathPattern` takes the source of a regular expression                    |
 * | DELETE /_simulator/faults       | forgets the faults                                                              |
 * | GET    /_simulator/documents    | the documents that arrived                                                      |
 * | POST   /_simulator/edits        | an edit by the office: `{ "edit": "renameCustomer", "arguments": ["Oud", "Nieuw"] }` |
 *
 * The fault `refuse` closes this way in as well: give it a `delayMs`. Bodies and answers are JSON. An edit answers `{ "result": … }`; what cannot be done answers 400 with a message.
 */
import { z } from 'zod';
import type { RecordedRequest, SimulatedDocument } from './contract';
import { FAULT_KINDS, type Fault } from './faults';
import { emptyResponse, jsonResponse, type SimulatorRequest, type SimulatorResponse } from './http-exchange';

export interface ControlTarget {
  readonly server: () => {
    readonly requests: () => readonly RecordedRequest[];
    readonly clearRequests: () => void;
    readonly fault: (fault: Fault) => void;
    readonly clearFaults: () => void;
  };
  /** Object whose methods are the edits. */
  readonly edits: object;
}

const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
};

const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  match: z
    .strictObject({
      method: z.string().optional(),
      path: z.string().optional(),
      operation: z.string().optional(),
      pathPattern: z.string().refine(isPattern, 'no regular expression').optional(),
      nth: z.int().positive().optional(),
      times: z.int().positive().optional(),
    })
    .default({}),
  status: z.int().optional(),
  body: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  retryAfterSeconds: z.number().optional(),
  retryAfterAsDate: z.boolean().optional(),
  afterCommit: z.boolean().optional(),
  delayMs: z.number().nonnegative().optional(),
  byteIntervalMs: z.number().nonnegative().optional(),
  bodyBytes: z.int().positive().optional(),
});

const editSchema = z.strictObject({ edit: z.string(), arguments: z.array(z.unknown()).default([]) });

/** Answers one call to /_simulator/. */
export function answerControl(
  request: SimulatorRequest,
  target: ControlTarget,
  documents: () => readonly SimulatedDocument[],
): SimulatorResponse {
  const server = target.server();
  switch (`${request.method} ${request.path}`) {
    case 'GET /_simulator/requests':
      return jsonResponse(200, server.requests());
    case 'DELETE /_simulator/requests':
      server.clearRequests();
      return emptyResponse(204);
    case 'GET /_simulator/documents':
      return jsonResponse(200, documents());
    case 'POST /_simulator/faults':
      return addFault(request, server.fault);
    case 'DELETE /_simulator/faults':
      server.clearFaults();
      return emptyResponse(204);
    case 'POST /_simulator/edits':
      return runEdit(request, target.edits);
    default:
      return jsonResponse(404, { message: `No control address ${request.method} ${request.path}` });
  }
}

function addFault(request: SimulatorRequest, add: (fault: Fault) => void): SimulatorResponse {
  const parsed = faultSchema.safeParse(bodyOf(request));
  if (!parsed.success) return jsonResponse(400, { message: z.prettifyError(parsed.error) });
  const { match, ...fault } = parsed.data;
  const { pathPattern, ...rest } = match;
  add({ ...fault, match: pathPattern === undefined ? rest : { ...rest, path: new RegExp(pathPattern) } });
  return emptyResponse(204);
}

function runEdit(request: SimulatorRequest, edits: object): SimulatorResponse {
  const parsed = editSchema.safeParse(bodyOf(request));
  if (!parsed.success) return jsonResponse(400, { message: z.prettifyError(parsed.error) });
  const name = parsed.data.edit;
  const prototype = Object.getPrototypeOf(edits) as object;
  const edit: unknown = name === 'constructor' ? undefined : Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof edit !== 'function') return jsonResponse(400, { message: `No edit ${name}` });
  try {
    const result = Reflect.apply(edit as (...values: unknown[]) => unknown, edits, parsed.data.arguments);
    return jsonResponse(200, { result: result ?? null });
  } catch (error) {
    return jsonResponse(400, { message: error instanceof Error ? error.message : String(error) });
  }
}

function bodyOf(request: SimulatorRequest): unknown {
  try {
    return JSON.parse(request.body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
