/** Work orders of an installer's ordinary week, as the text of an import file. Pure. */
import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';

interface Example {
  readonly description: string;
  readonly customerReference?: string;
  readonly notes?: string;
  readonly employee?: string;
  /** Typed over from a note on which nobody wrote whose it is. */
  readonly withoutCustomer?: true;
  /** Working days from today, and hours of the wall clock; absent: not planned yet. */
  readonly planned?: { readonly workingDay: number; readonly from: string; readonly until: string };
  readonly travelMinutes?: number;
  readonly workMinutes?: number;
  readonly articles?: readonly { readonly code: string; readonly quantity: string; readonly unitPrice?: string }[];
  readonly forms?: readonly object[];
  readonly ready?: true;
}

const EXAMPLES: readonly Example[] = [
  {
    description: 'Jaarlijkse onderhoudsbeurt cv-ketel',
    employee: 'Daan Visser',
    planned: { workingDay: -1, from: '08:00', until: '10:00' },
    travelMinutes: 15,
    workMinutes: 120,
    articles: [{ code: 'ONDERHOUD-CV', quantity: '1' }],
    forms: [
      {
        title: 'Onderhoudsrapport cv',
        answers: [
          { question: 'CO-meting in orde?', answer: 'Ja, 12 ppm' },
          { question: 'Waterdruk na bijvullen', answer: '1,8 bar' },
        ],
      },
    ],
    ready: true,
  },
  {
    description: 'Lekkende kraan keuken, leertje en rubberring vervangen',
    customerReference: 'Melding 2214',
    employee: 'Fatima El Amrani',
    planned: { workingDay: -1, from: '10:30', until: '11:30' },
    travelMinutes: 20,
    workMinutes: 45,
    articles: [
      { code: '000123', quantity: '2' },
      { code: '007', quantity: '1' },
    ],
    ready: true,
  },
  {
    description: 'Buitenkraan afgesloten en laten leeglopen voor de winter',
    notes: 'Van wie was deze ook weer? Navragen bij Joris.',
    employee: 'Joris de Boer',
    planned: { workingDay: -1, from: '14:00', until: '14:30' },
    workMinutes: 30,
    withoutCustomer: true,
    ready: true,
  },
  {
    description: 'Storing verwarming, ketel valt steeds in storing',
    employee: 'Daan Visser',
    planned: { workingDay: 0, from: '08:30', until: '10:00' },
    notes: 'Bewoner is vanaf 8.30 uur thuis.',
  },
  {
    description: 'Rookmelders plaatsen, begane grond en twee verdiepingen',
    employee: 'Joris de Boer',
    planned: { workingDay: 0, from: '13:00', until: '15:30' },
    articles: [{ code: 'ROOKM-3', quantity: '1' }],
  },
  {
    description: 'Thermostaatkraan opnieuw afstellen (garantie)',
    notes: 'Terugkomwerk van vorige maand, niet berekenen.',
    employee: 'Fatima El Amrani',
    planned: { workingDay: 0, from: '15:30', until: '16:15' },
    travelMinutes: 10,
    workMinutes: 30,
  },
  {
    description: 'Vloerverwarming inregelen na oplevering badkamer',
    customerReference: 'Project badkamer',
    employee: 'Sjoerd Hoekstra',
    planned: { workingDay: 1, from: '09:00', until: '12:00' },
  },
  {
    description: 'Radiator vervangen op de overloop en leidingwerk aanpassen',
    employee: 'Joris de Boer',
    planned: { workingDay: 1, from: '13:00', until: '17:00' },
    articles: [{ code: 'DIVERS', quantity: '1', unitPrice: '42.50' }],
  },
  {
    description: 'Groepenkast uitbreiden met twee groepen voor inductiekookplaat',
    employee: 'Sjoerd Hoekstra',
    planned: { workingDay: 2, from: '08:00', until: '12:30' },
  },
  {
    description: 'Toiletreservoir loopt door',
    customerReference: 'Spoed',
  },
  {
    description: 'Offerte opnemen: warmtepomp met buitenunit op plat dak',
    notes: 'Foto’s maken van de meterkast en de opstelplaats.',
    employee: 'Daan Visser',
    planned: { workingDay: 3, from: '10:00', until: '11:00' },
  },
];

export const EXAMPLE_COUNT = EXAMPLES.length;

/** One example for each customer, in their order; `externalId` keeps a second import from making doubles. */
export function exampleImportText(customerNumbers: readonly string[], nowMs: number): string {
  const workOrders = EXAMPLES.map(({ planned, travelMinutes, workMinutes, withoutCustomer, ...example }, index) => ({
    externalId: `practice-${index + 1}`,
    customerNumber: withoutCustomer ? null : (customerNumbers[index % customerNumbers.length] ?? null),
    ...example,
    ...(planned === undefined ? {} : moments(planned, nowMs)),
    times: [
      ...(travelMinutes === undefined ? [] : [{ kind: 'travel', minutes: travelMinutes }]),
      ...(workMinutes === undefined ? [] : [{ kind: 'work', minutes: workMinutes }]),
    ],
  }));
  return JSON.stringify(workOrders);
}

function moments({ workingDay, from, until }: NonNullable<Example['planned']>, nowMs: number) {
  const day = addWorkingDays(DateTime.fromMillis(nowMs, { zone: OFFICE_ZONE }), workingDay).toISODate() ?? '';
  return { plannedStart: `${day}T${from}`, plannedEnd: `${day}T${until}` };
}

/** Skips the weekend, so that nobody is planned on Sunday. */
function addWorkingDays(day: DateTime, count: number): DateTime {
  const step = count < 0 ? -1 : 1;
  let moved = day;
  for (let left = Math.abs(count); left > 0; left -= moved.weekday <= 5 ? 1 : 0) moved = moved.plus({ days: step });
  return moved;
}
