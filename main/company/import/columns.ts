/** Which column of a table holds what. Pure. */
import { problem, type Problem } from '../../../connectors/_kit/problem';
import type { ColumnChoice, ImportColumn, ImportField } from '../../../preload/contract/imports';
import { fold } from '../../db/search-text';
import { isEmptyRow, shown, type Table, type TableRow } from './table';

/** Names that programs and people give a column, folded; the first are those of the example file. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  workOrderNumber: [
    'werkbonnummer',
    'werkbon',
    'werkbonnr',
    'bonnummer',
    'nummer',
    'workordernumber',
    'workorder',
    'number',
  ],
  externalId: ['kenmerk', 'externid', 'externnummer', 'externalid', 'externkenmerk', 'reference', 'externalreference'],
  customerNumber: [
    'klantnummer',
    'klantnr',
    'debiteurnummer',
    'debiteurnr',
    'relatienummer',
    'relatiecode',
    'customernumber',
    'customerno',
  ],
  workAddress: ['werkadres', 'workaddress'],
  street: ['straat', 'straatenhuisnummer', 'adres', 'street', 'address'],
  postcode: ['postcode', 'postalcode', 'zip', 'zipcode'],
  city: ['plaats', 'woonplaats', 'city', 'town'],
  description: ['werkzaamheden', 'omschrijvingwerk', 'omschrijvingwerkzaamheden', 'workdescription', 'description'],
  customerReference: ['klantreferentie', 'referentieklant', 'uwreferentie', 'customerreference'],
  notes: ['notities', 'notitie', 'notes'],
  employee: ['ingeplandop', 'geplandop', 'plannedemployee', 'plannedon', 'assignedto'],
  plannedStart: ['geplandvan', 'gepland', 'geplandbegin', 'plannedstart', 'plannedfrom', 'planned'],
  plannedEnd: ['geplandtot', 'geplandeinde', 'plannedend', 'planneduntil'],
  date: ['datum', 'date', 'dag', 'day', 'datumuren'],
  kind: ['soorttijd', 'soort', 'urensoort', 'soorturen', 'kind', 'timekind', 'hourtype'],
  start: ['van', 'begin', 'begintijd', 'start', 'starttijd', 'from', 'starttime'],
  end: ['tot', 'einde', 'eind', 'eindtijd', 'until', 'to', 'end', 'endtime'],
  minutes: ['minuten', 'aantalminuten', 'min', 'minutes'],
  hours: ['uren', 'aantaluren', 'uur', 'hours', 'duur', 'duration'],
  timeEmployee: ['medewerker', 'monteur', 'naammedewerker', 'employee', 'engineer'],
  timeNote: ['opmerkingtijd', 'opmerkinguren', 'opmerking', 'toelichting', 'timenote', 'note', 'remark'],
  articleCode: ['artikelcode', 'artikel', 'artikelnummer', 'artikelnr', 'articlecode', 'article', 'itemcode'],
  quantity: ['aantal', 'hoeveelheid', 'quantity', 'qty'],
  unitPrice: ['prijs', 'stukprijs', 'prijsexclbtw', 'unitprice', 'price'],
  articleDescription: ['artikelomschrijving', 'omschrijvingartikel', 'articledescription'],
  ready: ['gereed', 'gereedgemeld', 'ready', 'reportedready'],
};
const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as ImportField] as const)),
);

/** A title or an address may stand above the names of the columns. */
const LOOKED_AT_ROWS = 20;
const SAMPLES = 3;
const LONGEST_SAMPLE = 40;

export interface TableColumn extends ImportColumn {
  /** Place in the row, counted from 0. */
  readonly index: number;
  /** What a choice is remembered under. */
  readonly key: string;
}

export interface TableWithColumns {
  readonly columns: readonly TableColumn[];
  /** The rows below the names. */
  readonly rows: readonly TableRow[];
}

/** Choices of the office by the keys of columns. */
export type KnownColumns = Readonly<Record<string, ColumnChoice>>;

/**
 * The row with the names is the first of those on top in which most are recognised. A column without a name and without
 * a value is left out. What the office chose goes before what its name says.
 */
export function withColumns({ rows }: Table, known: KnownColumns): TableWithColumns {
  const header = headerOf(rows, known);
  const below = rows.slice(rows.indexOf(header) + 1).filter((row) => !isEmptyRow(row));
  const hasTimes = header.cells.some((cell) =>
    ['minutes', 'hours', 'start'].includes(choiceOf(shown(cell), known) ?? ''),
  );
  const width = below.reduce((widest, { cells }) => Math.max(widest, cells.length), header.cells.length);
  const seen = new Map<string, number>();
  const columns: TableColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const name = shown(header.cells[index]);
    const samples = samplesOf(below, index);
    if (name === '' && samples.length === 0) continue;
    const base = name === '' ? `#${letterOf(index)}` : essence(name);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    const key = times === 1 ? base : `${base}#${times}`;
    const chosen = chosenFor(key, known);
    const own = chosen ?? (times === 1 ? choiceOf(name, known) : null);
    columns.push({
      index,
      key,
      name: name === '' ? letterOf(index) : name,
      // Without hours a column "Medewerker" says on whom the work is planned.
      choice: own === 'timeEmployee' && !hasTimes && chosen === null ? 'employee' : own,
      samples,
    });
  }
  return { columns, rows: below };
}

/** Why the columns do not tell what to do; null when they do. */
export function columnsProblem(columns: readonly TableColumn[]): Problem | null {
  const unknown = columns.filter(({ choice }) => choice === null).map(({ name }) => name);
  if (unknown.length > 0) {
    return problem('invalid-input', 'import-columns-unknown', { columns: listed(unknown) });
  }
  const taken = columns.filter(({ choice }) => choice !== 'skip');
  const second = taken.find(({ choice }, index) => taken.findIndex((other) => other.choice === choice) !== index);
  if (second === undefined) return null;
  const twice = taken.filter(({ choice }) => choice === second.choice).map(({ name }) => name);
  return problem('invalid-input', 'import-column-twice', { columns: listed(twice) });
}

/** Ten names say enough. */
const listed = (names: readonly string[]): string =>
  [...names.slice(0, 10).map((name) => `‘${name.slice(0, LONGEST_SAMPLE)}’`), ...(names.length > 10 ? ['…'] : [])].join(
    ', ',
  );

function headerOf(rows: readonly TableRow[], known: KnownColumns): TableRow {
  const [first] = rows;
  if (first === undefined) throw new Error('A table without rows');
  const recognised = ({ cells }: TableRow): number =>
    cells.filter((cell) => choiceOf(shown(cell), known) !== null).length;
  return rows.slice(0, LOOKED_AT_ROWS).reduce((best, row) => (recognised(row) > recognised(best) ? row : best), first);
}

const choiceOf = (name: string, known: KnownColumns): ColumnChoice | null =>
  chosenFor(essence(name), known) ?? FIELD_OF.get(essence(name)) ?? null;

/** A column may be called `constructor`. */
const chosenFor = (key: string, known: KnownColumns): ColumnChoice | null =>
  Object.hasOwn(known, key) ? (known[key] ?? null) : null;

/** Small letters and figures: `Klant-nr.` and `KLANTNR` are one name. */
const essence = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

function samplesOf(rows: readonly TableRow[], index: number): readonly string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const text = shown(cells[index]);
    if (text !== '') samples.add(text.slice(0, LONGEST_SAMPLE));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** As spreadsheets name columns: A, B, … Z, AA. */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : letterOf(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
