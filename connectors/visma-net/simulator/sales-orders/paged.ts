import { jsonResponse, type SimulatorRequest, type SimulatorResponse } from '../../../_kit/simulator/http-exchange';
import type { Quirks } from '../quirks';
import { invalid } from './problems';

export interface PageLimits {
  readonly standard: number;
  readonly maximum: number;
}

/** A part of a list with the address of the next one. Page numbers begin at 0. */
export function answerPage<Row>(
  request: SimulatorRequest,
  rows: readonly Row[],
  limits: PageLimits,
  view: (row: Row) => Record<string, unknown>,
  quirks: Pick<Quirks, 'totalCount'>,
): SimulatorResponse {
  const pageIndex = whole(request, 'pageIndex', 0, 0);
  const asked = whole(request, 'pageSize', limits.standard, 1);
  if (pageIndex === null || asked === null) {
    const property = pageIndex === null ? 'pageIndex' : 'pageSize';
    return invalid([{ code: '0100-OutsideValidRange', message: 'The value is not valid.', property }], request.path);
  }
  const pageSize = Math.min(asked, limits.maximum);
  const start = pageIndex * pageSize;
  const page = rows.slice(start, start + pageSize);
  return jsonResponse(200, {
    value: page.map(view),
    nextPage: start + pageSize < rows.length ? nextAddress(request, pageIndex + 1, pageSize) : null,
    totalCount: quirks.totalCount === 'count' ? rows.length : null,
  });
}

function whole(request: SimulatorRequest, name: string, otherwise: number, least: number): number | null {
  const text = request.query.get(name);
  if (text === null || text === '') return otherwise;
  return /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : null;
}

function nextAddress(request: SimulatorRequest, pageIndex: number, pageSize: number): string {
  const url = new URL(`http://${request.headers.host ?? ''}${request.path}`);
  for (const [name, value] of request.query) url.searchParams.append(name, value);
  url.searchParams.set('pageIndex', String(pageIndex));
  url.searchParams.set('pageSize', String(pageSize));
  return url.href;
}
