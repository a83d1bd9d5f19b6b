import { describe, expect, it } from 'vitest';
import type { HttpResponse } from '../_kit/http';
import { ok } from '../_kit/result';
import { readCompanies } from './access';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const JSON_ANSWER = { 'content-type': 'application/json' };

const asked = async (response: HttpResponse): Promise<string> => {
  const answer = await readCompanies({
    endpoints: { api: 'https://api.billit.be' },
    clock: { nowMs: () => NOW_MS, monotonicMs: () => 0 },
    send: () => Promise.resolve(ok(response)),
  });
  return answer.ok ? 'read' : answer.problem.kind;
};

describe('the companies of a login', () => {
  it('ask for a new login when Billit refuses this one', async () => {
    expect(await asked({ status: 401, headers: {}, body: '' })).toBe('needs-login');
    expect(await asked({ status: 401, headers: JSON_ANSWER, body: '{"errors":[{"Code":"Unauthorized"}]}' })).toBe(
      'needs-login',
    );
  });

  it('ask for no login when something else answered, or half of an answer came', async () => {
    const page = '<!doctype html><html><body>Aanmelden</body></html>';
    expect(await asked({ status: 401, headers: { 'content-type': 'text/html' }, body: page })).toBe('bad-response');
    expect(await asked({ status: 401, headers: JSON_ANSWER, body: '{"value":[]}' })).toBe('bad-response');
    expect(await asked({ status: 401, headers: JSON_ANSWER, body: '{"errors":[{"Code":' })).toBe('bad-response');
  });
});
