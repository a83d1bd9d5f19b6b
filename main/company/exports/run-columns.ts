import type { Language, RunCounts, RunRow } from '../../../preload/contract/views';
import { describe } from '../../log/problem-text';
import type { ListColumn, Words } from './list-columns';

/** A run with the name of its package as people know it; empty when that was not kept. */
export interface NamedRun extends RunRow {
  readonly packageLabel: string;
}

const COUNTS = ['read', 'written', 'unchanged', 'removed', 'parked'] as const satisfies readonly (keyof RunCounts)[];

const total = ({ resources }: NamedRun, count: keyof RunCounts): number =>
  resources.reduce((sum, { counts }) => sum + counts[count], 0);

/** What became of each table, in a sentence: a run has as many tables as were asked for. */
const tables = ({ resources }: NamedRun, words: Words): string =>
  resources
    .map(({ resource, counts }) => {
      const parts = COUNTS.filter((count) => count === 'read' || counts[count] > 0);
      const figures = parts.map((count) => `${counts[count]} ${words(`export.runCount.${count}`)}`);
      return `${words(`ui.resource.${resource}`)}: ${figures.join(', ')}`;
    })
    .join('; ');

const durationSeconds = ({ startedAtMs, endedAtMs }: NamedRun): number | null =>
  endedAtMs === null ? null : Math.round((endedAtMs - startedAtMs) / 1_000);

/** Totals of the run first, so that they can be added up; its tables apart in one text. */
export const runColumns = (language: Language): readonly ListColumn<NamedRun>[] => [
  { name: 'startedAt', kind: 'moment', value: (row) => row.startedAtMs },
  { name: 'package', kind: 'text', value: (row) => row.packageLabel },
  {
    name: 'trigger',
    kind: 'text',
    value: (row, words) => words(`ui.run.triggers.${row.occasion ?? row.trigger}`),
  },
  { name: 'outcome', kind: 'text', value: (row, words) => words(`ui.run.result.${row.result ?? 'running'}`) },
  { name: 'seconds', kind: 'number', value: durationSeconds },
  { name: 'calls', kind: 'number', value: (row) => row.calls },
  ...COUNTS.map(
    (count) =>
      ({ name: `${count}Rows`, kind: 'number', value: (row) => total(row, count) }) satisfies ListColumn<NamedRun>,
  ),
  { name: 'booked', kind: 'number', value: (row) => row.documents.booked },
  { name: 'skipped', kind: 'number', value: (row) => row.documents.skipped },
  { name: 'blocked', kind: 'number', value: (row) => row.documents.blocked },
  { name: 'unsure', kind: 'number', value: (row) => row.documents.unsure },
  { name: 'tables', kind: 'text', width: 60, value: tables },
  {
    name: 'reason',
    kind: 'text',
    width: 40,
    value: (row) => (row.problem === null ? '' : describe(row.problem, row.packageLabel).message[language]),
  },
];
