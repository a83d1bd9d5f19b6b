import { describe, expect, it } from 'vitest';
import type { CredentialField } from '../../../connectors/_kit/manifest';
import { credentialValues } from '../../../main/company/credential-values';

const words = { label: { nl: '', en: '' }, help: { nl: '', en: '' }, secret: true };
const key: CredentialField = { ...words, key: 'key', pattern: '[A-Za-z0-9+/=]+' };
const name: CredentialField = { ...words, key: 'name' };
const subscription: CredentialField = { ...words, key: 'subscription', pattern: '[0-9a-f]{4}' };
const method = { credentials: [key, name], registration: [subscription] };
const right = { key: 'abc=', name: 'Jan Jansen', subscription: '00ff' };

describe('what the office typed to make a link', () => {
  it('takes white space out of a pasted key, and only around a value that may hold spaces', () => {
    const entered = { key: ' ab\r\nc = \n', name: '  Jan Jansen ', subscription: '00 ff' };
    expect(credentialValues(method, entered, {})).toEqual({ ok: true, value: right });
  });

  it('keeps a value that was entered before and is left empty now', () => {
    expect(credentialValues(method, { key: 'new=' }, right)).toEqual({ ok: true, value: { ...right, key: 'new=' } });
    expect(credentialValues(method, { key: '  ' }, right)).toEqual({ ok: true, value: right });
  });

  it('lets an optional value go when it is emptied, and keeps it when it is not spoken of', () => {
    const withOptional = { ...method, registration: [{ ...subscription, optional: true }] };
    const emptied = credentialValues(withOptional, { subscription: ' ' }, right);
    expect(emptied).toEqual({ ok: true, value: { key: 'abc=', name: 'Jan Jansen' } });
    expect(credentialValues(withOptional, {}, right)).toEqual({ ok: true, value: right });
  });

  it.each([
    [{ ...right, key: ' ' }, 'credential-missing', 'key'],
    [{ key: 'abc=', name: 'Jan' }, 'credential-missing', 'subscription'],
    [{ ...right, subscription: 'zz' }, 'credential-form', 'subscription'],
    [{ ...right, koppelsleutel: 'x' }, 'credential-unknown', 'koppelsleutel'],
  ])('%#: refuses and names the field', (entered, code, field) => {
    expect(credentialValues(method, entered, {})).toMatchObject({ ok: false, problem: { code, field } });
  });

  it('never repeats a refused value', () => {
    const refused = credentialValues(method, { ...right, subscription: 'top-secret' }, {});
    expect(JSON.stringify(refused)).not.toContain('top-secret');
  });
});
