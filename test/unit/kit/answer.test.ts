import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAnswer, type AnswerRules } from '../../../connectors/_kit/answer';
import type { HttpCall, HttpResponse } from '../../../connectors/_kit/http';
import { problem } from '../../../connectors/_kit/problem';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const READ: HttpCall = { method: 'GET', url: 'https://package.test/rows', effect: 'read', doc: 'rows' };
const WRITE: HttpCall = { ...READ, method: 'POST', effect: 'write' };
const ROW = z.object({ id: z.string() });
const RULES: AnswerRules = {
  vendorError: (body) => {
    const parsed = z.object({ code: z.string(), message: z.string() }).safeParse(body);
    return parsed.success ? { code: parsed.data.code, text: parsed.data.message } : null;
  },
  refusal: (error) => (error.code === 'CLOSED' ? problem('rejected', 'period-closed', {}, { field: 'date' }) : null),
};

const answer = (status: number, body: string, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body,
});
const read = (call: HttpCall, response: HttpResponse) => readAnswer(call, response, ROW, RULES, NOW_MS);

describe('readAnswer', () => {
  it('gives the parsed body of a success', () => {
    expect(read(READ, answer(200, '{"id":"a","more":1}'))).toEqual({ ok: true, value: { id: 'a' } });
  });

  it.each([
    ['text/json', true],
    ['application/problem+json', true],
    ['text/html', false],
    ['text/plain', false],
  ])('reads JSON called %s: %s', (type, expected) => {
    expect(read(READ, answer(200, '{"id":"a"}', { 'content-type': type })).ok).toBe(expected);
  });

  it('reads JSON without a content type', () => {
    expect(read(READ, { status: 200, headers: {}, body: '{"id":"a"}' }).ok).toBe(true);
  });

  it.each([
    ['the page of a web server', '<html><body>Request Entity Too Large</body></html>', 'text/html'],
    ['nothing', '', 'text/html'],
  ])('takes 413 with %s for a refusal: it surely went no further', (_, body, type) => {
    expect(read(WRITE, answer(413, body, { 'content-type': type }))).toMatchObject({
      problem: { kind: 'rejected', vendor: { status: 413, text: null } },
    });
  });

  const unreadable: [string, HttpResponse, string][] = [
    ['nothing', answer(200, ''), 'answer-empty'],
    ['204', answer(204, ''), 'answer-empty'],
    ['white space', answer(200, ' \n'), 'answer-empty'],
    ['a web page', answer(200, '<!DOCTYPE html><html></html>', { 'content-type': 'text/html' }), 'answer-html'],
    ['a web page called JSON', answer(200, '<html><body>Log in</body></html>'), 'answer-html'],
    ['a web page with 403 of a company proxy', answer(403, '<html>Blocked</html>'), 'answer-html'],
    ['a web page with 502 of a gateway', answer(502, '<html>Bad gateway</html>'), 'answer-html'],
    ['half an object', answer(200, '{"id":"a","na'), 'answer-truncated'],
    ['half a list', answer(200, '[{"id":"a"},{"id"'), 'answer-truncated'],
    ['no JSON', answer(200, 'ok'), 'answer-not-json'],
    ['another shape', answer(200, '{"id":7}'), 'answer-unexpected'],
    ['a redirect', answer(302, ''), 'answer-redirect'],
  ];
  it.each(unreadable)('cannot read %s: a read may be repeated', (_what, response, code) => {
    expect(read(READ, response)).toMatchObject({ ok: false, problem: { kind: 'bad-response', code } });
  });
  it.each(unreadable)('cannot read %s: the outcome of a write is unknown', (_what, response, code) => {
    // Of a network that asks for a login the office must read in any case.
    const told = code === 'answer-html' ? code : 'outcome-unknown';
    expect(read(WRITE, response)).toMatchObject({
      ok: false,
      problem: { kind: 'outcome-unknown', code: told, params: { reason: code } },
    });
  });

  it.each([408, 500, 502, 503, 504])('%i: out of order for a read, unknown outcome for a write', (status) => {
    expect(read(READ, answer(status, ''))).toMatchObject({ ok: false, problem: { kind: 'maintenance' } });
    expect(read(WRITE, answer(status, ''))).toMatchObject({ ok: false, problem: { kind: 'outcome-unknown' } });
  });

  it('passes on how long maintenance lasts', () => {
    const busy = answer(503, '', { 'retry-after': '120' });
    expect(read(READ, busy)).toMatchObject({ ok: false, problem: { kind: 'maintenance', retryAfterMs: 120_000 } });
  });

  it('gives a refusal with the code and the sentence of the vendor', () => {
    expect(read(WRITE, answer(400, '{"code":"X-1","message":"Artikel\\n bestaat  niet"}'))).toMatchObject({
      ok: false,
      problem: { kind: 'rejected', vendor: { status: 400, code: 'X-1', text: 'Artikel bestaat niet' } },
    });
  });

  it('lets the connector name a refusal and keeps what the vendor said', () => {
    expect(read(WRITE, answer(422, '{"code":"CLOSED","message":"Periode is afgesloten"}'))).toMatchObject({
      ok: false,
      problem: { code: 'period-closed', field: 'date', vendor: { code: 'CLOSED', text: 'Periode is afgesloten' } },
    });
  });

  it('takes the sentence of a refusal in plain text, never a whole body', () => {
    const refusal = answer(400, 'Nee. '.repeat(200), { 'content-type': 'text/plain' });
    const result = read(WRITE, refusal);
    expect(result).toMatchObject({ ok: false, problem: { kind: 'rejected' } });
    expect(result.ok ? '' : result.problem.vendor?.text).toHaveLength(300);
  });

  it('tells a missing right from a refused content', () => {
    expect(read(WRITE, answer(403, '{}'))).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } });
    expect(read(WRITE, answer(404, '{}'))).toMatchObject({ ok: false, problem: { kind: 'rejected' } });
  });
});
