import { describe, expect, it } from 'vitest';
import { parseEndpoints, readEndpointsFile } from '../../../main/platform/endpoints-file';

const NAMES = { snelstart: ['auth', 'api'], 'visma-net': ['auth', 'api', 'salesOrders'] };
const parse = (content: unknown) => parseEndpoints(JSON.stringify(content), '/e.json', NAMES);
const detailOf = (content: unknown): string => {
  const parsed = parse(content);
  return parsed.ok ? 'accepted' : String(parsed.problem.params.detail);
};

describe('an endpoints file', () => {
  it('may name any of the addresses; slashes at the end do not matter', () => {
    const parsed = parse({
      snelstart: { api: 'http://127.0.0.1:8401/v2/' },
      'visma-net': { salesOrders: 'https://x.nl' },
    });
    expect(parsed).toEqual({
      ok: true,
      value: { snelstart: { api: 'http://127.0.0.1:8401/v2' }, 'visma-net': { salesOrders: 'https://x.nl' } },
    });
    expect(parse({})).toEqual({ ok: true, value: {} });
  });

  it.each(['http://localhost:1', 'http://[::1]:8080/x', 'http://127.0.0.1', 'https://api.example.nl'])(
    'may name %s',
    (api) => {
      expect(parse({ snelstart: { api } }).ok).toBe(true);
    },
  );

  it.each([
    'http://example.nl',
    'http://127.0.0.1.example.nl',
    'http://localhost.example.nl/',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    '127.0.0.1:80',
    '',
  ])('may not name %s: keys would go over the line unprotected', (api) => {
    expect(detailOf({ snelstart: { api } })).toMatch(/^snelstart\.api: /);
  });

  it('is refused when it names a package or an address that does not exist', () => {
    expect(detailOf({ snelstrat: {} })).toContain('snelstrat');
    expect(detailOf({ snelstart: { apiUrl: 'https://x.nl' } })).toContain('apiUrl');
  });

  it('is refused when it is not JSON or not there', async () => {
    expect(parseEndpoints('{', '/e.json', NAMES).ok).toBe(false);
    const absent = await readEndpointsFile('/no/such/file.json', NAMES);
    expect(absent.ok ? null : absent.problem.code).toBe('file-unreadable');
  });
});
