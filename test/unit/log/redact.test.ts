import { describe, expect, it } from 'vitest';
import {
  isSecretField,
  redact,
  redactText,
  withoutAuthorization,
  withoutEmails,
  withoutEncodedCredentials,
  withoutHomeDirectories,
  withoutIbans,
  withoutNamedSecrets,
  withoutQueryStrings,
  withoutRandomWords,
  withoutVatNumbers,
} from '../../../main/log/redact';

const KOPPELSLEUTEL = Buffer.from('b2b-user-4711:Zeer+geheim/wachtwoord=1').toString('base64');

describe('what a log line loses', () => {
  it('credentials behind their scheme', () => {
    expect(withoutAuthorization('Authorization: Bearer abc.def-1 next')).toBe('Authorization: Bearer [removed] next');
    expect(withoutAuthorization('"basic dXNlcjpwYXNz"')).toBe('"basic [removed]"');
  });

  it.each([
    ['{"access_token":"abc def","expires_in":3599}', '{"access_token":[removed],"expires_in":3599}'],
    ['grant_type=clientkey&clientkey=abc%3D&x=1', 'grant_type=clientkey&clientkey=[removed]&x=1'],
    ['Ocp-Apim-Subscription-Key: 0123abc', 'Ocp-Apim-Subscription-Key: [removed]'],
    ["client_secret: 's3cret value'", 'client_secret: [removed]'],
    ['Koppelsleutel=abc', 'Koppelsleutel=[removed]'],
    ['SecurityCode1=55', 'SecurityCode1=[removed]'],
  ])('named secrets: %s', (line, redacted) => {
    expect(withoutNamedSecrets(line)).toBe(redacted);
  });

  it('query strings', () => {
    expect(withoutQueryStrings("GET https://api.example.nl/v2/relaties?$filter=Naam eq 'Jansen'")).toBe(
      "GET https://api.example.nl/v2/relaties?[removed] eq 'Jansen'",
    );
    expect(withoutQueryStrings('GET https://api.example.nl/v2/relaties?$top=5&key=1 200')).toBe(
      'GET https://api.example.nl/v2/relaties?[removed] 200',
    );
  });

  it('long random words', () => {
    expect(withoutRandomWords('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln')).toBe('[removed]');
    expect(withoutRandomWords('key 0123456789abcdef0123456789abcdef.')).toBe('key [removed].');
    expect(withoutRandomWords('code Ab1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe('code [removed]');
  });

  it('a koppelsleutel, wherever it stands', () => {
    expect(withoutEncodedCredentials(`key ${KOPPELSLEUTEL}, refused`)).toBe('key [removed], refused');
    expect(withoutEncodedCredentials(`"${KOPPELSLEUTEL.replace(/=+$/, '')}"`)).toBe('"[removed]"');
  });

  it('e-mail addresses, VAT numbers and account numbers', () => {
    expect(withoutEmails('aan j.jansen+werk@installatie-jansen.nl gestuurd')).toBe('aan [e-mail] gestuurd');
    expect(withoutVatNumbers('NL123456789B01 en BE 0566.988.259')).toBe('[vat ...B01] en [vat ...259]');
    expect(withoutIbans('NL91ABNA0417164300, BE68 5390 0754 7034')).toBe('[iban ...300], [iban ...034]');
  });

  it('home directories', () => {
    expect(withoutHomeDirectories('at /srv/jan/app.ts:1', '/srv/jan')).toBe('at ~/app.ts:1');
    expect(withoutHomeDirectories('file:///Users/jan/a.ts C:\\Users\\Jan\\b.ts /home/jan/c', '')).toBe(
      'file://~/a.ts ~\\b.ts ~/c',
    );
  });
});

describe('what a log line keeps', () => {
  it.each([
    'SK-7Q4M2X-1042-1 looked up, absent',
    '3fa85f64-5717-4562-b3fc-2c963f66afa6 unchanged',
    '2026-01-15T23:30:00.000Z run 12: 400 customers in 1,234 ms',
    'Error: x\n    at send (/opt/Simon2/resources/app.asar/out/main/Sync9/delivery.js:120:11)',
    'article 0123456789, order 20260012',
  ])('%s', (line) => {
    expect(redactText(line, '/root')).toBe(line);
  });
});

describe('redaction of a whole entry', () => {
  it('reaches nested texts and drops fields that are named after a secret', () => {
    const entry = {
      message: 'ok',
      count: 2,
      tokenRenewed: true,
      fields: { authorization: 'abc', list: ['a@b.nl'], refreshToken: { value: 'x' }, error: null },
    };
    expect(redact(entry, '')).toEqual({
      message: 'ok',
      count: 2,
      tokenRenewed: true,
      fields: { authorization: '[removed]', list: ['[e-mail]'], refreshToken: '[removed]', error: null },
    });
  });

  it('survives values that JSON cannot hold', () => {
    const loop: Record<string, unknown> = { big: 10n };
    loop.self = loop;
    expect(JSON.stringify(redact(loop, ''))).toContain('[too deep]');
  });

  it('knows the names of secrets', () => {
    expect(['koppelsleutel', 'Ocp-Apim-Subscription-Key', 'client_secret'].every(isSecretField)).toBe(true);
    expect(['marker', 'workOrder', 'settingKey'].some(isSecretField)).toBe(false);
  });
});
