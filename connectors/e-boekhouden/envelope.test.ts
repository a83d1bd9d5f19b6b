import { describe, expect, it } from 'vitest';
import { readXml } from '../_kit/xml/read-xml';
import { plainCall, sessionCall, withSession } from './envelope';

const endpoints = { soap: 'https://soap.e-boekhouden.nl' };
const SESSION = '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}';

describe('a call', () => {
  it('is SOAP 1.1 over https, with its action', () => {
    const call = plainCall(endpoints, 'OpenSession', [['Username', 'jan']]);
    expect(call).toMatchObject({
      method: 'POST',
      url: 'https://soap.e-boekhouden.nl/soap.asmx',
      headers: { soapaction: '"http://www.e-boekhouden.nl/soap/OpenSession"' },
      body: { type: 'text/xml; charset=utf-8' },
    });
  });

  it('gets its session in the one place that was left open, whatever the texts say', () => {
    const hostile = '<session-goes-here/> $& </Trefwoord><SessionID>x</SessionID>';
    const call = sessionCall(endpoints, 'GetRelaties', 'read', [['cFilter', [['Trefwoord', hostile]]]]);
    const read = readXml(withSession(call, SESSION, 'A&B$&').body?.text ?? '');
    if ('problem' in read) throw new Error(read.problem.message);
    const operation = read.root.children[0]?.children[0];
    expect(operation?.children.map(({ name }) => name)).toEqual(['SessionID', 'SecurityCode2', 'cFilter']);
    expect(operation?.children.map(({ text }) => text)).toEqual([SESSION, 'A&B$&', '']);
    expect(operation?.children[2]?.children[0]?.text).toBe(hostile);
  });

  it('without a place for a session stays as it is', () => {
    const call = plainCall(endpoints, 'OpenSession', [['Username', 'jan']]);
    expect(withSession(call, SESSION, 'code')).toEqual(call);
  });
});
