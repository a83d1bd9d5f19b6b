import { createHmac } from 'node:crypto';
import type { Language, LogRow, RunRow } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import { knownText } from '../log/catalogue';
import { wallClock } from '../log/wall-clock';
import { withoutPersonalData, type KnownData } from '../log/without-personal-data';
import type { CompanyCalls } from './company';

export interface SupportTextParts {
  readonly store: RemoteStore;
  readonly language: () => Language;
  /** Name of this company. */
  readonly name: () => string;
  /** Names of all packages. */
  readonly packageLabels: () => Promise<readonly string[]>;
}

/** As many messages of a run as somebody reads. */
const MOST_MESSAGES = 500;
const TOKEN_LENGTH = 5;

/**
 * Messages of the log for the helpdesk. Ids, codes and times stay, whatever may be personal becomes a token: a hash with a
 * key that never leaves this database, so that the same name is the same token and nobody can try names on it.
 */
export function createSupportText(parts: SupportTextParts): CompanyCalls['log:support-text'] {
  const { store } = parts;
  return async (about) => {
    const run = 'runId' in about ? ((await store.wholeLists.runs([about.runId]))[0] ?? null) : null;
    const rows =
      'ids' in about
        ? await store.log.byIds(about.ids)
        : (await store.log.list({ filter: { runId: about.runId }, limit: MOST_MESSAGES })).rows;
    const { databaseId } = await store.info.identity();
    const token = (words: string): string => {
      const hash = createHmac('sha256', databaseId)
        .update(words.toLowerCase().replace(/\s+/gu, ' '))
        .digest('base64url');
      return `[${hash.replace(/[-_]/g, '').slice(0, TOKEN_LENGTH).toUpperCase()}]`;
    };
    const articles = rows.filter(({ table }) => table === 'article' || table === 'articleGroup');
    const labels = [...(await parts.packageLabels()), ...articles.map(({ record }) => record)];
    const known: KnownData = {
      personal: [...(await store.log.personalOf(rows)), parts.name()],
      harmless: ['Simon', 'Koppel', ...labels.flatMap((label) => label.split(/[^\p{L}\p{N}]+/u))],
    };
    const language = parts.language();
    const clean = (text: string): string => withoutPersonalData(text, known, token);
    return [
      ...(run === null ? [] : [runLine(run, language)]),
      ...rows.map((row) => message(row, language, clean)),
    ].join('\n\n');
  };
}

function message(row: LogRow, language: Language, clean: (text: string) => string): string {
  const words = (key: string, values = {}): string => knownText(key, values)[language];
  const head = [
    `#${row.id}`,
    wallClock(row.lastAtMs),
    words(`ui.log.level.${row.level}`),
    words(`ui.log.table.${row.table}`),
    ...(row.recordId === null ? [] : [`id ${row.recordId}`]),
    ...(row.runId === null ? [] : [`run ${row.runId}`]),
    ...(row.count === 1 ? [] : [`${row.count}× (${wallClock(row.firstAtMs)})`]),
  ];
  return [
    head.join(' | '),
    ...(row.record === '' ? [] : [clean(row.record)]),
    clean(row.message[language]),
    ...(row.action === null ? [] : [`${words('ui.log.column.action')}: ${clean(row.action[language])}`]),
  ].join('\n');
}

/** Only facts of Simon's own. */
function runLine(run: RunRow, language: Language): string {
  const words = (key: string): string => knownText(key)[language];
  const { booked, skipped, blocked, unsure } = run.documents;
  const tables = run.resources.map(
    ({ resource, counts, problem }) =>
      `${resource} ${Object.entries(counts)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}${problem === null ? '' : ` | ${problem.code}`}`,
  );
  return [
    [
      `run ${run.id}`,
      run.package ?? '',
      `${wallClock(run.startedAtMs)} - ${run.endedAtMs === null ? '' : wallClock(run.endedAtMs)}`,
      words(`ui.run.triggers.${run.occasion ?? run.trigger}`),
      words(`ui.run.result.${run.result ?? 'running'}`),
      `calls ${run.calls}`,
      ...(run.problem === null ? [] : [run.problem.code]),
    ].join(' | '),
    `booked ${booked}, skipped ${skipped}, blocked ${blocked}, unsure ${unsure}`,
    ...tables,
  ].join('\n');
}
