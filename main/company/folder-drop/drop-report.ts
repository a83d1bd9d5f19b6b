/** The text beside a file that was taken in, or was not. Pure. */
import type { Problem } from '../../../connectors/_kit/problem';
import { countOf, type ImportResult, type ImportRow } from '../../../preload/contract/imports';
import type { Language } from '../../../preload/contract/views';
import { knownText } from '../../log/catalogue';
import { describe } from '../../log/problem-text';
import { outcomeOf, whatOf } from '../import/import-tables';

export interface ReportParts {
  readonly file: string;
  /** On the clock of the office. */
  readonly at: string;
  readonly language: Language;
}

/** Of a file that could not be read at all. */
export function unreadReport(problem: Problem, { file, at, language }: ReportParts): string {
  const { message, action } = describe(problem, '');
  return lines([heading(file, at, language), say('nothing', language), message[language], action?.[language] ?? '']);
}

/** Of a file whose rows were looked at. `isTaken`: false when it was left out as a whole because of some of them. */
export function rowsReport(result: ImportResult, isTaken: boolean, { file, at, language }: ReportParts): string {
  const counted = (['new', 'added', 'there', 'refused'] as const).map(
    (outcome) => `${outcomeOfKind(outcome, language)}: ${countOf(result, outcome)}`,
  );
  const shown = isTaken ? result.rows : result.rows.filter(({ outcome }) => outcome === 'refused');
  return lines([
    heading(file, at, language),
    isTaken ? '' : say('whole', language),
    counted.join(', '),
    '',
    ...shown.map((row) => lineOf(row, language)),
  ]);
}

const lineOf = (row: ImportRow, language: Language): string =>
  [
    `${say('line', language, { line: row.line })} (${row.label}): ${outcomeOf(row, language)}`,
    row.workOrder === null ? '' : ` ${row.workOrder}`,
    whatOf(row, language) === '' ? '' : `. ${whatOf(row, language)}`,
  ].join('');

const outcomeOfKind = (outcome: ImportRow['outcome'], language: Language): string =>
  knownText(`import.outcome.${outcome}`)[language];
const heading = (file: string, at: string, language: Language): string => say('heading', language, { file, at });
const say = (key: string, language: Language, values: Record<string, string | number> = {}): string =>
  knownText(`import.drop.${key}`, values)[language];

/** With the line ends and the mark that Notepad needs. */
const lines = (texts: readonly string[]): string =>
  `\uFEFF${texts.filter((text, index) => text !== '' || index > 2).join('\r\n')}\r\n`;
