import type { GroupKey } from './article-groups';

/** An article that the practice work orders need, or that has broken a program before. */
export interface NotableArticle {
  readonly code: string;
  readonly description: string;
  readonly group: GroupKey;
  readonly unit: string;
  readonly price: string;
  readonly inactive?: boolean;
}

const LONG_DESCRIPTION =
  'Complete badkamerset bestaande uit wandcloset met inbouwreservoir, wastafelmeubel 80 cm in hoogglans wit met ' +
  'spiegelkast, inloopdouche 120 x 90 cm met thermostatische regendouche, afvoergoot, kit, tegelprofielen en al het ' +
  'benodigde montagemateriaal';
const MAXIMUM_DESCRIPTION = 250;

export const notableArticles: readonly NotableArticle[] = [
  { code: 'ARBEID', description: 'Arbeidsuur monteur', group: 'services', unit: 'uur', price: '62.5' },
  { code: 'REISTIJD', description: 'Reistijd monteur', group: 'services', unit: 'uur', price: '47.5' },
  { code: 'VOORRIJ', description: 'Voorrijkosten', group: 'services', unit: 'st', price: '35' },
  { code: 'ARBEID-W', description: 'Arbeidsuur weekend en feestdagen', group: 'services', unit: 'uur', price: '93.75' },
  { code: 'ARBEID-L', description: 'Arbeidsuur leerling', group: 'services', unit: 'uur', price: '38.4' },
  { code: 'ARBEID9', description: 'Arbeidsuur schilder- en stukadoorswerk, woning > 2 jaar', group: 'servicesOldHomes', unit: 'uur', price: '54.95' }, // prettier-ignore
  { code: 'KM', description: 'Kilometervergoeding', group: 'services', unit: 'km', price: '0.23' },
  { code: 'SPOED', description: 'Spoedtoeslag buiten kantooruren', group: 'services', unit: 'st', price: '85' },
  { code: 'ONDERHOUD-CV', description: 'Onderhoudsbeurt cv-ketel, jaarlijks', group: 'services', unit: 'st', price: '94.21488' }, // prettier-ignore
  { code: '000123', description: 'Rubberring 10 x 2 mm', group: 'sanitary', unit: 'st', price: '0.10331' },
  { code: '123', description: 'Rubberring 12 x 2 mm', group: 'sanitary', unit: 'st', price: '0.11157' },
  { code: '0045', description: 'Hennep, streng 100 gram', group: 'material', unit: 'st', price: '3.95' },
  { code: '007', description: "Loodgieterskit 't Hechtsterk, koker 310 ml", group: 'sanitary', unit: 'koker', price: '8.67769' }, // prettier-ignore
  { code: 'BADSET', description: LONG_DESCRIPTION.padEnd(MAXIMUM_DESCRIPTION, '.').slice(0, MAXIMUM_DESCRIPTION), group: 'sanitary', unit: 'set', price: '2845' }, // prettier-ignore
  { code: 'DIVERS', description: 'Divers materiaal', group: 'material', unit: 'st', price: '0' },
  { code: 'KORTING', description: 'Actiekorting', group: 'material', unit: 'st', price: '-25' },
  { code: 'VWB-KOEL', description: 'Verwijderingsbijdrage koelapparatuur', group: 'deposits', unit: 'st', price: '5' },
  { code: 'SG-GAS', description: 'Statiegeld gasfles', group: 'deposits', unit: 'st', price: '40' },
  {
    code: 'ROOKM-3',
    description: 'Rookmelder gekoppeld, set van 3',
    group: 'electrics',
    unit: 'set',
    price: '96.69421',
  },
  { code: 'CV-20-OUD', description: 'Cv-ketel HR 20 kW (vervallen)', group: 'boilers', unit: 'st', price: '1150', inactive: true }, // prettier-ignore
  { code: 'TL-58', description: 'TL-buis 58 W (niet meer leverbaar)', group: 'electrics', unit: 'st', price: '4.6', inactive: true }, // prettier-ignore
  { code: 'GLOEI-60', description: 'Gloeilamp 60 W', group: 'electrics', unit: 'st', price: '1.1', inactive: true },
  { code: 'LOOD-15', description: 'Bladlood 15 ponds', group: 'roofing', unit: 'kg', price: '4.1', inactive: true },
  { code: 'R22', description: 'Koudemiddel R22 (verboden)', group: 'heatPumps', unit: 'kg', price: '38', inactive: true }, // prettier-ignore
];
