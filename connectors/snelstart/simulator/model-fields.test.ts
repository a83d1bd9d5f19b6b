import { expect, it } from 'vitest';
import { articleLine, smallOrder, startHarness } from './simulator-harness';

/**
 * Fields of the vendor's models with their JSON types, written down by hand from the OpenAPI description of B2B API v2.
 * `?` = may be null. Nested models are between braces, lists between brackets.
 */
type Shape = string | { readonly [field: string]: Shape } | readonly [Shape];

const IDENTIFIER = { id: 'uuid', uri: 'string' };
const ADDRESS = {
  contactpersoon: 'string?',
  straat: 'string?',
  postcode: 'string?',
  plaats: 'string?',
  land: IDENTIFIER,
};
const EMAIL = { shouldSend: 'boolean', email: 'string?', ccEmail: 'string?' };

const RELATIE: Shape = {
  relatiesoort: ['string'],
  modifiedOn: 'date-time',
  relatiecode: 'integer',
  naam: 'string',
  vestigingsAdres: ADDRESS,
  correspondentieAdres: ADDRESS,
  telefoon: 'string?',
  mobieleTelefoon: 'string?',
  fax: 'string?',
  email: 'string?',
  btwNummer: 'string?',
  factuurkorting: 'number',
  krediettermijn: 'integer?',
  bankieren: 'boolean',
  nonactief: 'boolean',
  kredietLimiet: 'number?',
  memo: 'string?',
  kvkNummer: 'string?',
  oin: 'string?',
  websiteUrl: 'string?',
  aanmaningsoort: 'string?',
  offerteEmailVersturen: EMAIL,
  bevestigingsEmailVersturen: EMAIL,
  factuurEmailVersturen: EMAIL,
  aanmaningEmailVersturen: EMAIL,
  offerteAanvraagEmailVersturen: EMAIL,
  bestellingEmailVersturen: EMAIL,
  ublBestandAlsBijlage: 'boolean',
  iban: 'string?',
  bic: 'string?',
  incassoSoort: 'string?',
  factuurRelatie: IDENTIFIER,
  inkoopBoekingenUri: 'string',
  verkoopBoekingenUri: 'string',
  documents: [{}],
  id: 'uuid',
  uri: 'string',
  extraVeldenKlant: [{}],
};

const ARTIKEL: Shape = {
  isHoofdartikel: 'boolean',
  subartikelen: [{}],
  artikelcode: 'string',
  omschrijving: 'string',
  artikelOmzetgroep: IDENTIFIER,
  verkoopprijs: 'number',
  inkoopprijs: 'number',
  eenheid: 'string',
  modifiedOn: 'date-time',
  relatie: IDENTIFIER,
  isNonActief: 'boolean',
  voorraadControle: 'boolean',
  technischeVoorraad: 'number',
  vrijeVoorraad: 'number',
  extraVelden: [{}],
  id: 'uuid',
  uri: 'string',
};

const VERKOOPORDER: Shape = {
  relatie: IDENTIFIER,
  procesStatus: 'string',
  nummer: 'integer',
  modifiedOn: 'date-time',
  datum: 'date-time',
  krediettermijn: 'integer?',
  geblokkeerd: 'boolean',
  omschrijving: 'string?',
  betalingskenmerk: 'string?',
  incassomachtiging: IDENTIFIER,
  afleveradres: ADDRESS,
  factuuradres: ADDRESS,
  verkooporderBtwIngaveModel: 'string',
  kostenplaats: IDENTIFIER,
  regels: [
    {
      artikel: IDENTIFIER,
      omschrijving: 'string?',
      stuksprijs: 'number',
      aantal: 'number',
      kortingsPercentage: 'number',
      totaal: 'number',
      extraRegelVelden: [{ veldNummer: 'integer', omschrijving: 'string', waarde: 'string' }],
    },
  ],
  memo: 'string?',
  orderreferentie: 'string?',
  factuurkorting: 'number?',
  verkoopfactuur: IDENTIFIER,
  verkoopordersjabloon: IDENTIFIER,
  verkoopOrderStatus: 'string',
  totaalExclusiefBtw: 'number',
  totaalInclusiefBtw: 'number',
  extraHoofdVelden: [{ veldNummer: 'integer', omschrijving: 'string', waarde: 'string' }],
  id: 'uuid',
  uri: 'string',
};

const PATTERNS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?$/,
  string: /^/,
};

/** Paths where the value is not of the shape; models may be null as a whole, never with a field too many or too few. */
function misfits(value: unknown, shape: Shape, path: string): string[] {
  if (typeof shape === 'string') {
    if (value === null) return shape.endsWith('?') ? [] : [`${path} is null`];
    const type = shape.replace('?', '');
    const fits =
      type === 'integer'
        ? Number.isInteger(value)
        : type in PATTERNS
          ? typeof value === 'string' && PATTERNS[type]?.test(value)
          : typeof value === type;
    return fits === true ? [] : [`${path} is ${JSON.stringify(value)}, not ${shape}`];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) => misfits(item, shape[0] as Shape, `${path}[${index}]`));
  }
  if (value === null) return [];
  const fields = shape as Record<string, Shape>;
  const object = value as Record<string, unknown>;
  return [
    ...Object.keys(object)
      .filter((name) => !(name in fields))
      .map((name) => `${path}.${name} is not the vendor's`),
    ...Object.entries(fields).flatMap(([name, part]) =>
      name in object ? misfits(object[name], part, `${path}.${name}`) : [`${path}.${name} is missing`],
    ),
  ];
}

it.each([
  ['relaties', RELATIE, 268 + 18 + 1],
  ['verkooporders', VERKOOPORDER, 12],
])('every row of /%s has exactly the fields and types of the vendor', async (resource, shape, count) => {
  const { client } = await startHarness({ books: 'practice' });
  const rows = (await client.get(`/${resource}`)).json;
  expect(rows).toHaveLength(count);
  expect(misfits(rows, [shape], resource)).toEqual([]);
});

it('every row of /artikelen has exactly the fields and types of the vendor', async () => {
  const { client } = await startHarness({ books: 'practice', quirks: { artikelenTop: '500' } });
  const rows = (await client.get('/artikelen', { $top: 500 })).json;
  expect(rows).toHaveLength(425);
  expect(misfits(rows, [ARTIKEL], 'artikelen')).toEqual([]);
});

it('a created order has them too, with an address, extra fields and a text line', async () => {
  const { simulator, client } = await startHarness();
  const template = (await client.get('/verkoopordersjablonen')).json.find((row) => row.omschrijving === 'Werkbon met monteur'); // prettier-ignore
  const created = await client.send('POST', '/verkooporders', {
    ...smallOrder(simulator),
    verkoopordersjabloon: { id: template?.id },
    extraHoofdVelden: [{ veldNummer: 1, waarde: 'Bram' }],
    afleveradres: { straat: 'Dorpsstraat 1' },
    regels: [
      articleLine(simulator, 'ARBEID', { extraRegelVelden: [{ veldNummer: 1, waarde: 'Keuken' }] }),
      { omschrijving: 'Tekst' },
    ],
  });
  expect(created.status, created.text).toBe(201);
  expect(misfits(created.json, VERKOOPORDER, 'verkooporder')).toEqual([]);
});

it('an object that the office distorted leaves as it was told, so that readers of bad records can be tried', async () => {
  const { simulator, client } = await startHarness();
  const { id } = simulator.control.books.article('SPOED');
  simulator.control.books.distort(id, { verkoopprijs: 'gratis', omschrijving: 12 });
  const row = (await client.get('/artikelen')).json.find((article) => article.id === id);
  expect(misfits(row, ARTIKEL, 'artikel')).toEqual([
    'artikel.omschrijving is 12, not string',
    'artikel.verkoopprijs is "gratis", not number',
  ]);
});
