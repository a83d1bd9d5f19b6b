/** What a cell means in the terms of an import record (docs/import-format.md). What is not understood stays as it is written, so that the check of the record refuses it. Pure. */
import { Decimal } from '../../../connectors/_kit/decimal';
import { shown, type Cell } from './table';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** A cell with only a time of the day lies on the day 0 of Excel (30 December 1899), or of a Mac (1 January 1904). */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const MAC_DAY_ZERO_MS = Date.UTC(1904, 0, 1);
const FIRST_DATE_MS = Date.UTC(1904, 0, 2);

const YES = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', 'x', '1']);
const NO = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0', '']);
const WORK = new Set(['werk', 'werktijd', 'w', 'work', 'worktime', 'arbeid']);
const TRAVEL = new Set(['reis', 'reistijd', 'r', 'travel', 'traveltime', 't']);

/** `2026-12-31` of any usual way to write a day with a year of four digits. */
export function dayOf(cell: Cell): string {
  if (cell.kind === 'moment') return isoOf(cell.wallMs).slice(0, 10);
  return isoDay(shown(cell)) ?? shown(cell);
}

/** `2026-12-31T08:15`; a day alone has no moment. */
export function momentOf(cell: Cell): string {
  if (cell.kind === 'moment') return isoOf(cell.wallMs).slice(0, 16);
  const text = shown(cell);
  const [, day = '', time = ''] = /^(\S+?)(?:T|,?\s+)(\S.*)$/u.exec(text) ?? [];
  const date = isoDay(day);
  const clock = clockText(time);
  return date === null || clock === null ? text : `${date}T${clock}`;
}

/** `08:15` of `8:15`, `8.15`, `8u15`, `08:15:00` and of a cell with a time. */
export function clockOf(cell: Cell): string {
  if (cell.kind === 'moment') return isoOf(cell.wallMs).slice(11, 16);
  return clockText(shown(cell)) ?? shown(cell);
}

/** Whole minutes as a number, else the text. */
export function minutesOf(cell: Cell): number | string {
  if (cell.kind === 'moment') return durationMinutes(cell.wallMs);
  const text = shown(cell);
  if (/^\d{1,6}(?:[.,]0+)?$/u.test(text)) return Number.parseInt(text, 10);
  return clockMinutes(text) ?? text;
}

/** Minutes of hours as a decimal (`1,5`) or as hours and minutes (`1:30`), else the text. */
export function minutesOfHours(cell: Cell): number | string {
  if (cell.kind === 'moment') return durationMinutes(cell.wallMs);
  const text = shown(cell);
  const clock = clockMinutes(text);
  if (clock !== null) return clock;
  const written = text.replace(/\s*(?:uur|u|h)$/iu, '');
  if (!/^\d{1,4}(?:[.,]\d{1,4})?$/u.test(written)) return text;
  const minutes = new Decimal(written.replace(',', '.')).times(60);
  // A third of an hour is written 0,33: what is not whole within the rounding of two digits is told.
  const whole = minutes.toDecimalPlaces(0);
  return whole.minus(minutes).abs().lessThanOrEqualTo('0.3') ? whole.toNumber() : text;
}

export function kindOf(cell: Cell): string {
  const text = shown(cell).toLowerCase().replace(/\s/gu, '');
  if (text === '' || WORK.has(text)) return 'work';
  return TRAVEL.has(text) ? 'travel' : shown(cell);
}

export function yesNoOf(cell: Cell): boolean | string {
  if (cell.kind === 'yes-no') return cell.value;
  const text = shown(cell).toLowerCase();
  if (YES.has(text)) return true;
  return NO.has(text) ? false : shown(cell);
}

/** Which signs the numbers of a column are written with, as far as they tell. */
export type DecimalSign = 'comma' | 'point' | 'unclear';

/** `1.234` alone may be either; another number of the same column can tell. */
export function decimalSignOf(cells: readonly Cell[]): DecimalSign {
  const told = new Set<DecimalSign>();
  for (const cell of cells) {
    const sign = cell.kind === 'text' ? signIn(bare(cell.text)) : null;
    if (sign !== null) told.add(sign);
  }
  const [only, another] = told;
  return only === undefined || another !== undefined ? 'unclear' : only;
}

/**
 * An exact decimal with a point, or the text when it is none. Null: it may mean two numbers (`1.234` in a column that
 * does not tell its decimal sign). A comma before three digits is a decimal sign, unless the column says otherwise.
 */
export function decimalOf(cell: Cell, sign: DecimalSign): string | null {
  if (cell.kind !== 'text') return shown(cell);
  const text = bare(cell.text);
  const own = signIn(text);
  if (own === 'comma') return unsigned(text, '.', ',');
  if (own === 'point') return unsigned(text, ',', '.');
  if (/^-?\d+$/u.test(text)) return text;
  if (/^-?\d{1,3}(?:\.\d{3})$/u.test(text)) {
    if (sign === 'unclear') return null;
    return sign === 'comma' ? unsigned(text, '.', ',') : text;
  }
  if (/^-?\d{1,3}(?:,\d{3})$/u.test(text)) return sign === 'point' ? unsigned(text, ',', '.') : text.replace(',', '.');
  return cell.text;
}

const bare = (text: string): string => text.replace(/[\s€]|EUR/gu, '').replace('\u2212', '-');
const unsigned = (text: string, group: string, decimal: string): string =>
  text
    .replaceAll(group, '')
    .replace(decimal, '.')
    .replace(/^(-?)\./u, '$10.');

/** The decimal sign that this number surely has; null when it has none, or it may be either, or it is no number. */
function signIn(text: string): 'comma' | 'point' | null {
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/u.test(text) || /^-?\d{1,3}(?:\.\d{3}){2,}$/u.test(text)) return 'comma';
  if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/u.test(text) || /^-?\d{1,3}(?:,\d{3}){2,}$/u.test(text)) return 'point';
  const [, whole = '', sign = '', fraction = ''] = /^-?(\d*)([.,])(\d+)$/u.exec(text) ?? [];
  if (sign === '') return null;
  // Three digits may be thousands, unless a group cannot stand before them.
  if (fraction.length === 3 && whole.length <= 3 && !/^0|^$/u.test(whole)) return null;
  return sign === ',' ? 'comma' : 'point';
}

function isoDay(text: string): string | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text);
  if (iso !== null) return dayText(iso[1], iso[2], iso[3]);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  return dutch === null ? null : dayText(dutch[3], dutch[2], dutch[1]);
}

const dayText = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function clockText(text: string): string | null {
  const match = /^(\d{1,2})[:.uh](\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s*uur)?$/iu.exec(text);
  return match === null ? null : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`;
}

/** `1:30` is 90; a point stands for decimals here. */
function clockMinutes(text: string): number | null {
  const match = /^(\d{1,4})[:u](\d{2})(?::\d{2})?$/iu.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

const isoOf = (wallMs: number): string => new Date(Math.round(wallMs / MINUTE_MS) * MINUTE_MS).toISOString();

/** A duration in a cell counts from day 0, so that 26 hours is 1 day and 2 hours. */
function durationMinutes(wallMs: number): number {
  const zeroMs = wallMs >= MAC_DAY_ZERO_MS && wallMs < FIRST_DATE_MS ? MAC_DAY_ZERO_MS : DAY_ZERO_MS;
  return wallMs < DAY_ZERO_MS + 1_000 * DAY_MS || zeroMs === MAC_DAY_ZERO_MS
    ? Math.round((wallMs - zeroMs) / MINUTE_MS)
    : Number.NaN;
}
