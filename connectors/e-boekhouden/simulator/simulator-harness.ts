/** What the tests of this folder share: a simulator that stops by itself, a clock, and a client written from the vendor's manual. */
import { onTestFinished } from 'vitest';
import type { SimulatorOptions } from '../../_kit/simulator/contract';
import { TestClock } from '../../_kit/simulator/testing/test-clock';
import { escapeXml } from '../../_kit/xml/escape-xml';
import { readXml, type XmlElement } from '../../_kit/xml/read-xml';
import { startSimulator, type RunningEBoekhouden } from './index';

export const NAMESPACE = 'http://www.e-boekhouden.nl/soap';
const ENVELOPE_1_1 = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Content by tag; an array repeats its tag, null leaves the tag out. */
export interface Tags {
  readonly [name: string]: string | number | boolean | null | Tags | readonly Tags[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Element inside the body: `OpenSessionResponse` or `Fault`; undefined when the answer is no envelope. */
  readonly element: XmlElement | undefined;
}

export const toXml = (tags: Tags): string =>
  Object.entries(tags)
    .map(([name, value]) => {
      if (value === null) return '';
      const contents =
        typeof value !== 'object' ? [escapeXml(String(value))] : [value].flat().map((inner) => toXml(inner));
      return contents.map((content) => `<${name}>${content}</${name}>`).join('');
    })
    .join('');

/** The envelope of the vendor's operation pages, SOAP 1.1. */
export const envelope = (operation: string, content: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_1_1}"><soap:Body>` +
  `<${operation} xmlns="${NAMESPACE}">${content}</${operation}></soap:Body></soap:Envelope>`;

/** Speaks to e-Boekhouden as its manual describes: OpenSession first, then session and security code 2 with each call. */
export class ManualClient {
  sessionId = '';

  constructor(
    private readonly address: string,
    readonly credentials: Readonly<Record<string, string>>,
  ) {}

  async openSession(changes: Tags = {}): Promise<Answer> {
    const answer = await this.send(
      'OpenSession',
      toXml({
        Username: this.credentials.username ?? '',
        SecurityCode1: this.credentials.securityCode1 ?? '',
        SecurityCode2: this.credentials.securityCode2 ?? '',
        Source: 'Handleiding',
        ...changes,
      }),
    );
    const sessionId = valueOf(answer, 'SessionID');
    if (sessionId !== '') this.sessionId = sessionId;
    return answer;
  }

  /** A call within the session. */
  call(operation: string, parameters: Tags = {}): Promise<Answer> {
    return this.send(operation, toXml({ ...this.session, ...parameters }));
  }

  get session(): Tags {
    return { SessionID: this.sessionId, SecurityCode2: this.credentials.securityCode2 ?? '' };
  }

  /** Any content of the call, in an envelope of SOAP 1.1. */
  send(operation: string, content: string): Promise<Answer> {
    return this.post(envelope(operation, content), {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"${NAMESPACE}/${operation}"`,
    });
  }

  async post(body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const response = await fetch(this.address, { method: 'POST', body, headers });
    const text = await response.text();
    const read = readXml(text);
    const inBody = 'root' in read ? read.root.children.find((child) => child.name === 'Body') : undefined;
    return { status: response.status, headers: response.headers, text, element: inBody?.children[0] };
  }
}

/** First element of this name at any depth; null when there is none. */
export function find(element: XmlElement | undefined, name: string): XmlElement | null {
  if (element === undefined) return null;
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** Text of the first element of this name; empty when it is not there. */
export const valueOf = (answer: Answer, name: string): string => find(answer.element, name)?.text ?? '';

/** The error code of an answer; empty = it succeeded. */
export const errorOf = (answer: Answer): string => valueOf(answer, 'LastErrorCode');

/** Text of a fault, of either version of SOAP; empty when there is none. */
export const faultOf = (answer: Answer): string => valueOf(answer, 'faultstring') || valueOf(answer, 'Text');

/** The rows of a list, as texts by tag. */
export const rowsOf = (answer: Answer, item: string): Record<string, string>[] => {
  const rows: Record<string, string>[] = [];
  const collect = (element: XmlElement | undefined): void => {
    for (const child of element?.children ?? []) {
      if (child.name === item) rows.push(Object.fromEntries(child.children.map((field) => [field.name, field.text])));
      else collect(child);
    }
  };
  collect(answer.element);
  return rows;
};

export interface Harness {
  readonly simulator: RunningEBoekhouden;
  readonly client: ManualClient;
  readonly clock: TestClock;
}

/** Starts a simulator on a turned clock, with a session, and stops it when the test ends. */
export async function startHarness(options: SimulatorOptions = {}): Promise<Harness> {
  const clock = new TestClock();
  const simulator = await startSimulator({ seed: 7, books: 'small', now: clock.now, ...options });
  onTestFinished(() => simulator.close());
  const client = new ManualClient(simulator.endpoints.soap ?? '', simulator.credentials);
  await client.openSession();
  simulator.control.clearRequests();
  return { simulator, client, clock };
}

/** A line with an article of the practice books, every tag in the order of the WSDL. */
export const line = (changes: Tags = {}): Tags => ({
  Aantal: 1,
  Eenheid: 'Uur',
  Code: 'ARBEID',
  Omschrijving: 'Arbeidsuur monteur',
  PrijsPerEenheid: '62.50',
  BTWCode: 'HOOG_VERK_21',
  TegenrekeningCode: '8010',
  KostenplaatsID: 0,
  ...changes,
});

/** An invoice (oFact) for Café Zoë, every tag in the order of the WSDL. */
export const invoice = (changes: Tags = {}, lines: readonly Tags[] = [line()]): Tags => ({
  oFact: {
    Factuurnummer: '',
    Relatiecode: '000123',
    Datum: '2025-06-12',
    Betalingstermijn: 30,
    Factuursjabloon: 'Standaard factuur',
    PerEmailVerzenden: false,
    EmailOnderwerp: '',
    EmailBericht: '',
    EmailVanAdres: '',
    EmailVanNaam: '',
    AutomatischeIncasso: false,
    IncassoIBAN: '',
    IncassoMachtigingSoort: '',
    IncassoMachtigingID: '',
    IncassoMachtigingDatumOndertekening: '2025-06-12',
    IncassoMachtigingFirst: false,
    IncassoRekeningNummer: '',
    IncassoTnv: '',
    IncassoPlaats: '',
    IncassoOmschrijvingRegel1: '',
    IncassoOmschrijvingRegel2: '',
    IncassoOmschrijvingRegel3: '',
    InBoekhoudingPlaatsen: false,
    BoekhoudmutatieOmschrijving: '',
    Regels: { cFactuurRegel: lines },
    ...changes,
  },
});

/** A filter of GetFacturen over all days, every tag in the order of the WSDL. */
export const invoiceFilter = (changes: Tags = {}): Tags => ({
  cFilter: { Factuurnummer: '', Relatiecode: '', DatumVan: '1980-01-01', DatumTm: '2049-12-31', ...changes },
});
