import {
  choice,
  day,
  decimal,
  double,
  flag,
  list,
  optionalWhole,
  part,
  text,
  untyped,
  whole,
  type Sequence,
} from './elements';

/**
 * What the service offers: types and calls as in the vendor's WSDL (soap.e-boekhouden.nl/soap.asmx?wsdl), lengths as in
 * its "Manual Soap Version 5.5", chapter 3. Where the two differ the manual wins, as the manual says itself.
 */
export const NAMESPACE = 'http://www.e-boekhouden.nl/soap';

const ENTRY_KINDS = [
  'OpeningsSaldo',
  'FactuurOntvangen',
  'FactuurVerstuurd',
  'FactuurbetalingOntvangen',
  'FactuurbetalingVerstuurd',
  'GeldOntvangen',
  'GeldUitgegeven',
  'Memoriaal',
];

/** Every complex type by name. */
export const TYPES: Readonly<Record<string, Sequence>> = {
  cError: [text('LastErrorCode'), text('LastErrorDescription')],

  cResultOpenSession: [part('ErrorMsg', 'cError'), text('SessionID')],
  cResultAutoLogin: [part('ErrorMsg', 'cError'), text('Token')],

  cResultGetAdministraties: [part('ErrorMsg', 'cError'), list('Administraties', 'cAdministratie')],
  cAdministratie: [text('Bedrijf'), text('Plaats'), text('Guid'), text('StartBoekjaar')],

  cRelatieFilter: [text('Trefwoord'), text('Code', 15), whole('ID')],
  cResultGetRelaties: [part('ErrorMsg', 'cError'), list('Relaties', 'cRelatie')],
  cRelatie: [
    whole('ID'),
    day('AddDatum'),
    text('Code', 15),
    text('Bedrijf', 100),
    text('Contactpersoon', 150),
    text('Geslacht', 1),
    text('Adres', 150),
    text('Postcode', 50),
    text('Plaats', 50),
    text('Land', 50),
    text('Adres2', 150),
    text('Postcode2', 50),
    text('Plaats2', 50),
    text('Land2', 50),
    text('Telefoon', 50),
    text('GSM', 50),
    text('FAX', 50),
    text('Email', 150),
    text('Site', 50),
    text('Notitie'),
    text('Bankrekening', 50),
    text('Girorekening', 50),
    text('BTWNummer', 50),
    text('KvkNummer', 50),
    text('Aanhef', 50),
    text('IBAN', 50),
    text('BIC', 50),
    text('BP', 1),
    ...Array.from({ length: 10 }, (_none, index) => text(`Def${index + 1}`, 100)),
    text('LA', 1),
    whole('Gb_ID'),
    whole('GeenEmail'),
    whole('NieuwsbriefgroepenCount'),
  ],

  cArtikelFilter: [
    optionalWhole('ArtikelID'),
    text('ArtikelOmschrijving'),
    text('ArtikelCode', 20),
    text('GroepOmschrijving', 50),
    text('GroepCode', 50),
  ],
  cResultGetArtikelen: [part('ErrorMsg', 'cError'), list('Artikelen', 'cArtikel')],
  cArtikel: [
    whole('ArtikelID'),
    text('ArtikelOmschrijving'),
    text('ArtikelCode', 20),
    text('GroepOmschrijving', 50),
    text('GroepCode', 50),
    text('Eenheid', 50),
    decimal('InkoopprijsExclBTW'),
    decimal('VerkoopprijsExclBTW'),
    decimal('VerkoopprijsInclBTW'),
    text('BTWCode', 12),
    text('TegenrekeningCode', 10),
    decimal('BtwPercentage'),
    whole('KostenplaatsID'),
    flag('Actief'),
  ],

  cFactuur: [
    text('Factuurnummer', 50),
    text('Relatiecode', 15),
    day('Datum'),
    whole('Betalingstermijn'),
    text('Factuursjabloon', 50),
    flag('PerEmailVerzenden'),
    text('EmailOnderwerp'),
    text('EmailBericht'),
    text('EmailVanAdres', 150),
    text('EmailVanNaam', 150),
    flag('AutomatischeIncasso'),
    text('IncassoIBAN', 150),
    text('IncassoMachtigingSoort', 1),
    text('IncassoMachtigingID', 50),
    day('IncassoMachtigingDatumOndertekening'),
    flag('IncassoMachtigingFirst'),
    text('IncassoRekeningNummer', 150),
    text('IncassoTnv', 150),
    text('IncassoPlaats', 150),
    text('IncassoOmschrijvingRegel1', 50),
    text('IncassoOmschrijvingRegel2', 50),
    text('IncassoOmschrijvingRegel3', 50),
    flag('InBoekhoudingPlaatsen'),
    text('BoekhoudmutatieOmschrijving', 200),
    list('Regels', 'cFactuurRegel'),
  ],
  cFactuurRegel: [
    double('Aantal'),
    text('Eenheid', 50),
    text('Code', 50),
    text('Omschrijving'),
    double('PrijsPerEenheid'),
    text('BTWCode', 12),
    text('TegenrekeningCode', 10),
    whole('KostenplaatsID'),
  ],
  cResultAddFactuur: [part('ErrorMsg', 'cError'), text('Factuurnummer')],
  cFactuurFilter: [text('Factuurnummer', 50), text('Relatiecode', 15), day('DatumVan'), day('DatumTm')],
  cResultGetFacturen: [part('ErrorMsg', 'cError'), list('Facturen', 'cFactuurList')],
  cFactuurList: [
    text('Factuurnummer', 50),
    untyped('Relatiecode'),
    day('Datum'),
    whole('Betalingstermijn'),
    double('TotaalExclBTW'),
    double('TotaalBTW'),
    double('TotaalInclBTW'),
    double('TotaalOpenstaand'),
    text('URLPDFBestand'),
    list('Regels', 'cFactuurRegel'),
  ],

  cMutatieFilter: [
    whole('MutatieNr'),
    optionalWhole('MutatieNrVan'),
    optionalWhole('MutatieNrTm'),
    text('Factuurnummer', 50),
    day('DatumVan'),
    day('DatumTm'),
  ],
  cResultGetMutaties: [part('ErrorMsg', 'cError'), list('Mutaties', 'cMutatieList')],
  cMutatieList: [
    whole('MutatieNr'),
    choice('Soort', 'enMutatieSoorten', ENTRY_KINDS),
    day('Datum'),
    text('Rekening', 10),
    text('RelatieCode', 15),
    text('Factuurnummer', 50),
    text('Boekstuk', 50),
    text('Omschrijving', 200),
    text('Betalingstermijn', 4),
    text('InExBTW', 2),
    list('MutatieRegels', 'cMutatieListRegel'),
  ],
  cMutatieListRegel: [
    decimal('BedragInvoer'),
    decimal('BedragExclBTW'),
    decimal('BedragBTW'),
    decimal('BedragInclBTW'),
    text('BTWCode', 12),
    decimal('BTWPercentage'),
    text('Factuurnummer', 50),
    text('TegenrekeningCode', 10),
    whole('KostenplaatsID'),
  ],

  cResultGetOpenPosten: [part('ErrorMsg', 'cError'), list('Openposten', 'cOpenPost')],
  cOpenPost: [
    day('MutDatum'),
    text('MutFactuur'),
    text('RelCode'),
    text('RelBedrijf'),
    double('Bedrag'),
    double('Voldaan'),
    double('Openstaand'),
  ],

  cGrootboekrekeningFilter: [whole('ID'), text('Code', 10), text('Categorie', 10)],
  cResultGetGrootboekrekeningen: [part('ErrorMsg', 'cError'), list('Rekeningen', 'cGrootboekrekening')],
  cGrootboekrekening: [whole('ID'), text('Code', 10), text('Omschrijving', 50), text('Categorie', 10), text('Groep')],

  cKostenplaatsFilter: [
    optionalWhole('KostenplaatsID'),
    optionalWhole('KostenplaatsParentID'),
    text('Omschrijving', 50),
  ],
  cResultGetKostenplaatsen: [part('ErrorMsg', 'cError'), list('Kostenplaatsen', 'cKostenplaats')],
  // The names end in Id here and in ID in the filter: so it is in the WSDL.
  cKostenplaats: [whole('KostenplaatsId'), text('Omschrijving', 50), whole('KostenplaatsParentId')],
};

/** The elements of a complex type. */
export function typeNamed(name: string): Sequence {
  const type = TYPES[name];
  if (type === undefined) throw new Error(`The description has no type ${name}`);
  return type;
}

export interface OperationDescription {
  readonly name: OperationName;
  readonly input: Sequence;
  /** Type of the element `<name>Result`; null = the answer is empty. */
  readonly result: string | null;
}

const session = [text('SessionID', 50), text('SecurityCode2', 50)];
const login = [text('Username', 55), text('SecurityCode1', 50), text('SecurityCode2', 50), text('Source', 15)];

const CALLS = {
  GetAdministraties: { input: session, result: 'cResultGetAdministraties' },
  AddFactuur: { input: [...session, part('oFact', 'cFactuur')], result: 'cResultAddFactuur' },
  GetFacturen: { input: [...session, part('cFilter', 'cFactuurFilter')], result: 'cResultGetFacturen' },
  GetMutaties: { input: [...session, part('cFilter', 'cMutatieFilter')], result: 'cResultGetMutaties' },
  GetGrootboekrekeningen: {
    input: [...session, part('cFilter', 'cGrootboekrekeningFilter')],
    result: 'cResultGetGrootboekrekeningen',
  },
  GetRelaties: { input: [...session, part('cFilter', 'cRelatieFilter')], result: 'cResultGetRelaties' },
  GetOpenPosten: {
    input: [...session, choice('OpSoort', 'enOpenpostenSoort', ['Debiteuren', 'Crediteuren'])],
    result: 'cResultGetOpenPosten',
  },
  OpenSession: { input: login, result: 'cResultOpenSession' },
  OpenSessionSub: { input: [...login, text('AdministratieGUID', 50)], result: 'cResultOpenSession' },
  CloseSession: { input: [text('SessionID', 38)], result: null },
  AutoLogin: {
    input: [text('Username', 55), text('SessionID', 50), text('SecurityCode2', 50)],
    result: 'cResultAutoLogin',
  },
  GetKostenplaatsen: {
    input: [...session, part('cFilter', 'cKostenplaatsFilter')],
    result: 'cResultGetKostenplaatsen',
  },
  GetArtikelen: { input: [...session, part('cFilter', 'cArtikelFilter')], result: 'cResultGetArtikelen' },
} as const satisfies Readonly<Record<string, { readonly input: Sequence; readonly result: string | null }>>;

export type OperationName = keyof typeof CALLS;

/** The calls that are served, in the order of the vendor's WSDL. */
export const OPERATIONS: readonly OperationDescription[] = Object.entries(CALLS).map(([name, call]) => ({
  name: name as OperationName,
  ...call,
}));
