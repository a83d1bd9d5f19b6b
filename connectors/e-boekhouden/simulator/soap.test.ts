import { describe, expect, it } from 'vitest';
import { readXml } from '../../_kit/xml/read-xml';
import {
  envelope,
  errorOf,
  faultOf,
  find,
  invoice,
  line,
  NAMESPACE,
  rowsOf,
  startHarness,
  toXml,
  valueOf,
  type Harness,
} from './simulator-harness';

const ENVELOPE_1_2 = 'http://www.w3.org/2003/05/soap-envelope';
const XML = 'text/xml; charset=utf-8';
const action = (operation: string): string => `"${NAMESPACE}/${operation}"`;

/** A call that needs no more than the session. */
const costCentres = ({ client }: Harness, filter = ''): string =>
  envelope('GetKostenplaatsen', `${toXml(client.session)}<cFilter>${filter}</cFilter>`);

describe('SOAP 1.1', () => {
  it('goes to the operation of the SOAPAction, with or without quotes', async () => {
    const harness = await startHarness();
    for (const soapaction of [action('GetKostenplaatsen'), `${NAMESPACE}/GetKostenplaatsen`]) {
      const answer = await harness.client.post(costCentres(harness), { 'content-type': XML, soapaction });
      expect([answer.status, rowsOf(answer, 'cKostenplaats').length]).toEqual([200, 3]);
    }
  });

  it.each([
    [{ soapaction: `"${NAMESPACE}/GetKlanten"` }, `Server did not recognize the value of HTTP Header SOAPAction: ${NAMESPACE}/GetKlanten.`], // prettier-ignore
    [{ soapaction: '""' }, 'Server did not recognize the value of HTTP Header SOAPAction: .'],
    [{}, 'Unable to handle request without a valid action parameter. Please supply a valid soap action.'],
  ])('answers a fault with HTTP 500 for the action %o', async (headers, reason) => {
    const harness = await startHarness();
    const answer = await harness.client.post(costCentres(harness), { 'content-type': XML, ...headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, XML]);
    expect([valueOf(answer, 'faultcode'), faultOf(answer)]).toEqual(['soap:Client', reason]);
  });

  it('may find the operation by the body when there is no action', async () => {
    const harness = await startHarness({ quirks: { missingSoapAction: 'by-body' } });
    const answer = await harness.client.post(costCentres(harness), { 'content-type': XML });
    expect(rowsOf(answer, 'cKostenplaats')).toHaveLength(3);
  });
});

describe('SOAP 1.2', () => {
  const asVersion2 = (text: string): string => text.replace('http://schemas.xmlsoap.org/soap/envelope/', ENVELOPE_1_2);

  it('takes the action from the content type, or finds it by the body, and answers in 1.2', async () => {
    const harness = await startHarness();
    for (const parameter of [`; action=${action('GetKostenplaatsen')}`, '']) {
      const type = `application/soap+xml; charset=utf-8${parameter}`;
      const answer = await harness.client.post(asVersion2(costCentres(harness)), { 'content-type': type });
      expect(answer.headers.get('content-type')).toBe('application/soap+xml; charset=utf-8');
      expect(answer.text).toContain(`xmlns:soap="${ENVELOPE_1_2}"`);
      expect(rowsOf(answer, 'cKostenplaats')).toHaveLength(3);
    }
  });

  it('has its own words for a fault', async () => {
    const harness = await startHarness();
    const type = `application/soap+xml; action="${NAMESPACE}/GetKlanten"`;
    const answer = await harness.client.post(asVersion2(costCentres(harness)), { 'content-type': type });
    expect(valueOf(answer, 'Value')).toBe('soap:Sender');
    expect(faultOf(answer)).toBe(`Unable to handle request. The action '${NAMESPACE}/GetKlanten' was not recognized.`);
  });

  it('is not mixed with 1.1', async () => {
    const harness = await startHarness();
    const answer = await harness.client.post(asVersion2(costCentres(harness)), {
      'content-type': XML,
      soapaction: action('GetKostenplaatsen'),
    });
    expect([answer.status, valueOf(answer, 'faultcode')]).toEqual([500, 'soap:VersionMismatch']);
    expect(faultOf(answer)).toContain('Possible SOAP version mismatch');
  });
});

describe('what is no call', () => {
  const send = (harness: Harness, body: string, type = XML) =>
    harness.client.post(body, { 'content-type': type, soapaction: action('GetKostenplaatsen') });

  it.each([
    ['half an envelope', (text: string) => text.slice(0, 200), 'There is an error in XML document'],
    ['nothing', () => '', 'There is an error in XML document'],
    ['another root', () => '<Kostenplaatsen xmlns="urn:x"/>', "<Kostenplaatsen xmlns='urn:x'> was not expected."],
    ['an unknown reference', (text: string) => text.replace('<cFilter>', '<cFilter>&euro;'), 'undefined entity'],
    ['a document type', (text: string) => text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), 'DTD is prohibited'],
  ])('is refused with a fault: %s', async (_what, damage, reason) => {
    const harness = await startHarness();
    const answer = await send(harness, damage(costCentres(harness)));
    expect([answer.status, valueOf(answer, 'faultcode')]).toEqual([500, 'soap:Client']);
    expect(faultOf(answer)).toContain('Server was unable to read request. --->');
    expect(faultOf(answer)).toContain(reason);
  });

  it('may be refused with an empty 400', async () => {
    const harness = await startHarness({ quirks: { malformedXml: '400' } });
    const answer = await send(harness, '<a>');
    expect([answer.status, answer.text]).toEqual([400, '']);
  });

  it('is refused by its media type or method', async () => {
    const harness = await startHarness();
    expect((await send(harness, costCentres(harness), 'application/json')).status).toBe(415);
    expect((await fetch(harness.simulator.endpoints.soap ?? '', { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await fetch(`${harness.simulator.address}/v1/session`)).status).toBe(404);
  });

  it('has a header that must be understood', async () => {
    const harness = await startHarness();
    const header = '<soap:Header><Veilig xmlns="urn:x" soap:mustUnderstand="1"/></soap:Header><soap:Body>';
    const answer = await send(harness, costCentres(harness).replace('<soap:Body>', header));
    expect(faultOf(answer)).toBe('SOAP header Veilig was not understood.');
  });
});

describe('tags', () => {
  it('of another name or namespace are passed over', async () => {
    const { client } = await startHarness();
    const body = envelope('GetRelaties', toXml({ ...client.session, Onbekend: 1, cFilter: { Code: '000123', ID: 0 } }));
    const headers = { 'content-type': XML, soapaction: action('GetRelaties') };
    expect(rowsOf(await client.post(body, headers), 'cRelatie')).toHaveLength(1);
    const elsewhere = await client.post(body.replace(NAMESPACE, 'urn:elders'), headers);
    expect(errorOf(elsewhere)).toBe('E002.1');
  });

  it('may have a prefix, CDATA and references', async () => {
    const { client } = await startHarness();
    const body = envelope('GetRelaties', '')
      .replace(
        `<GetRelaties xmlns="${NAMESPACE}"></GetRelaties>`,
        '<e:GetRelaties xmlns:e="' + NAMESPACE + '">CONTENT</e:GetRelaties>',
      ) // prettier-ignore
      .replace(
        'CONTENT',
        `<e:SessionID>${client.sessionId}</e:SessionID><e:SecurityCode2><![CDATA[${client.credentials.securityCode2}]]></e:SecurityCode2>` +
          '<e:cFilter><e:Trefwoord>Caf&#233;</e:Trefwoord></e:cFilter>',
      );
    const answer = await client.post(body, { 'content-type': XML, soapaction: action('GetRelaties') });
    expect(rowsOf(answer, 'cRelatie').map((row) => row.Bedrijf)).toEqual(['Café Zoë']);
  });

  it('that are missing have the default of their type, as the samples of the manual leave them out', async () => {
    const { client } = await startHarness();
    expect(rowsOf(await client.call('GetArtikelen', { cFilter: {} }), 'cArtikel').length).toBeGreaterThan(40);
    expect(rowsOf(await client.call('GetRelaties'), 'cRelatie').length).toBeGreaterThan(10);
  });

  it('that are missing may be refused', async () => {
    const { client } = await startHarness({ quirks: { missingTags: 'fault' } });
    const whole = { cFilter: { Trefwoord: '', Code: '', ID: 0 } };
    expect(faultOf(await client.call('GetRelaties', whole))).toBe('');
    expect(faultOf(await client.call('GetRelaties', { cFilter: { Trefwoord: '', Code: '' } }))).toContain('<ID xmlns');
  });

  it('count in the order of the WSDL: what comes too late is passed over', async () => {
    const { client } = await startHarness();
    const answer = await client.call('GetRelaties', { cFilter: { ID: 0, Code: '000123' } });
    expect(rowsOf(answer, 'cRelatie').length).toBeGreaterThan(10);
    const { SessionID = '', SecurityCode2 = '' } = client.session;
    const swapped = await client.send('GetRelaties', toXml({ SecurityCode2, SessionID }));
    expect(errorOf(swapped)).toBe('E002.1');
  });

  it.each([
    ['free', ''],
    ['fault', '<Code xmlns'],
  ])('in another order may be %s', async (tagOrder, reason) => {
    const { client } = await startHarness({ quirks: { tagOrder } });
    const answer = await client.call('GetRelaties', { cFilter: { ID: 0, Code: '000123' } });
    expect(faultOf(answer)).toContain(reason);
    expect(rowsOf(answer, 'cRelatie')).toHaveLength(reason === '' ? 1 : 0);
  });

  it.each([
    [{ Datum: '' }, {}, "The string '' is not a valid AllXsd value."],
    [{ Datum: '12-06-2025' }, {}, 'is not a valid AllXsd value.'],
    [{ IncassoMachtigingDatumOndertekening: '2025-02-30' }, {}, 'is not a valid AllXsd value.'],
    [{ PerEmailVerzenden: 'ja' }, {}, "The string 'ja' is not a valid Boolean value."],
    [{ Betalingstermijn: '' }, {}, 'Input string was not in a correct format.'],
    [{}, { Aantal: '1,5' }, 'Input string was not in a correct format.'],
    [{}, { PrijsPerEenheid: '1.234,56' }, 'Input string was not in a correct format.'],
    [{}, { PrijsPerEenheid: '1e300' }, 'too large or too small'],
    [{}, { KostenplaatsID: '' }, 'Input string was not in a correct format.'],
  ])('must have a value of their type: %o %o', async (head, inLine, reason) => {
    const { client, simulator } = await startHarness();
    const answer = await client.call('AddFactuur', invoice(head, [line(inLine)]));
    expect([answer.status, simulator.control.documents()]).toEqual([500, []]);
    expect(faultOf(answer)).toContain(reason);
  });

  it('with a choice take no other word', async () => {
    const { client } = await startHarness();
    expect(faultOf(await client.call('GetOpenPosten', { OpSoort: 'debiteuren' }))).toContain(
      "Instance validation error: 'debiteuren' is not a valid value for enOpenpostenSoort.",
    );
  });
});

describe('the description', () => {
  it('names every call in both bindings, and the address it was asked at', async () => {
    const { simulator } = await startHarness();
    const response = await fetch(`${simulator.endpoints.soap}?WSDL`);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const wsdl = await response.text();
    const read = readXml(wsdl);
    const definitions = 'root' in read ? read.root : undefined;
    expect(definitions?.name).toBe('definitions');
    const portType = find(definitions, 'portType')?.children.map((operation) => operation.attributes.name);
    expect(portType).toEqual(
      expect.arrayContaining([
        'OpenSession',
        'CloseSession',
        'GetRelaties',
        'GetArtikelen',
        'AddFactuur',
        'GetFacturen',
      ]),
    );
    for (const operation of portType ?? []) {
      expect(wsdl.match(new RegExp(`soapAction="${NAMESPACE}/${operation}"`, 'g'))).toHaveLength(2);
    }
    expect(wsdl.match(new RegExp(`location="${simulator.endpoints.soap}"`, 'g'))).toHaveLength(2);
  });

  it('defines every type it uses', async () => {
    const { simulator } = await startHarness();
    const wsdl = await (await fetch(`${simulator.endpoints.soap}?wsdl`)).text();
    const defined = new Set([...wsdl.matchAll(/<s:(?:complex|simple)Type name="(\w+)"/g)].map(([, name]) => name));
    const used = [...wsdl.matchAll(/type="tns:(\w+)"/g)]
      .map(([, name]) => name)
      .filter((name) => name !== 'soapAppSoap');
    expect(used.length).toBeGreaterThan(30);
    for (const name of used) expect(defined).toContain(name);
  });

  it('has a page for people', async () => {
    const { simulator } = await startHarness();
    expect(await (await fetch(simulator.endpoints.soap ?? '')).text()).toContain('<li>AddFactuur</li>');
  });
});
