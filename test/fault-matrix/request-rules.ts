/** What the requests themselves must show, as they arrived at the package. */
import type { RecordedRequest } from '../../connectors/_kit/simulator/contract';
import type { Fault, FaultMatch } from '../../connectors/_kit/simulator/faults';

const MARKER = /SK-[0-9A-Z]+-\d+-\d+/;
/** Answers with which a package says that it did not carry out a call. */
const isRefusal = (status: number | null): boolean => status !== null && status >= 400 && status < 500;

/**
 * A document is sent again only when its last call was refused, or after the quiet period and a look-up. `quietMs`: the
 * shortest time in which a lost call may still arrive.
 */
export function sentTooEarly(requests: readonly RecordedRequest[], quietMs: number): readonly string[] {
  const sent = requests.flatMap((request, index) => {
    const marker = request.body === undefined ? null : MARKER.exec(JSON.stringify(request.body))?.[0];
    return marker == null || isLookUp(request) || isAttachment(request) ? [] : [{ request, index, marker }];
  });
  return sent.flatMap(({ request, index, marker }, at) => {
    const before = sent.slice(0, at).findLast((one) => one.marker === marker);
    // Without a fault the program knows what became of it: over SOAP a refusal, too, is an answer with 200.
    if (before?.request.fault === undefined || isRefusal(before.request.status)) return [];
    const waitedMs = request.atMs - before.request.atMs;
    const between = requests.slice(before.index + 1, index);
    const tooEarly = waitedMs < quietMs ? [`${marker} was sent again after ${waitedMs} ms`] : [];
    return between.some(isLookUp) ? tooEarly : [...tooEarly, `${marker} was sent again without a look-up`];
  });
}

const isLookUp = ({ method, operation }: RecordedRequest): boolean =>
  operation === undefined ? method === 'GET' : operation === 'GetFacturen';

const isAttachment = ({ path }: RecordedRequest): boolean => /attachment|documents/i.test(path);

/** No request arrives within the time that the package asked for. */
export function calledInPause(requests: readonly RecordedRequest[], fault: Omit<Fault, 'match'>): readonly string[] {
  const { retryAfterSeconds } = fault;
  if (retryAfterSeconds === undefined) return [];
  const pauses = requests.filter((request) => request.fault === fault.kind).map(({ atMs }) => atMs);
  return pauses.flatMap((fromMs) =>
    requests
      .filter(({ atMs }) => atMs > fromMs && atMs < fromMs + retryAfterSeconds * 1_000)
      .map(({ method, path, atMs }) => `${method} ${path} came ${(atMs - fromMs) / 1_000} s after the refusal`),
  );
}

/** After a page that failed the first page of a table is not asked again, when it was another one. */
export function startedOver(requests: readonly RecordedRequest[], { path }: FaultMatch): readonly string[] {
  const pages = requests.filter((request) => path instanceof RegExp && path.test(request.path));
  const [first] = pages;
  const failed = pages.findIndex(({ fault }) => fault !== undefined);
  if (first === undefined || failed < 1) return [];
  const firstPage = JSON.stringify(first.query);
  const isOver = (request: RecordedRequest): boolean => request.status === 200 && request.fault === undefined;
  const end = pages.findIndex((request, index) => index > failed && isOver(request));
  const again = pages.slice(failed, end + 1).some(({ query }) => JSON.stringify(query) === firstPage);
  return again ? ['the pull began at its first page again'] : [];
}
