import type { Manifest } from '../../connectors/_kit/manifest';
import type { Resource } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { LogLevel, WorkOrderDetail } from '../../preload/contract/views';
import type { LogEntry, RemoteStore } from '../db/store';
import { storageProblem } from '../db/storage-problem';
import { knownText, textOf, type LogSentence, type TextValues } from '../log/catalogue';
import { createOfficeLog, type WorkOrderRef } from '../log/office-log';
import { describe } from '../log/problem-text';
import type { Logger, Time } from '../ports';

/**
 * What the office decided, and what Simon did about it, in the log on screen; the engine logs what a run does. A disk
 * that refuses a message never undoes or hides what was done: then the technical log says so.
 */
export interface CompanyLog {
  /** A decision about the link with one package, by the package's name. */
  readonly link: (sentence: LogSentence, level: LogLevel, label: string, values?: TextValues) => Promise<void>;
  /** Settings of a package that were saved. */
  readonly settings: (sentence: LogSentence, of: Pick<Manifest, 'id' | 'label'>, values: TextValues) => Promise<void>;
  /** A decision about one work order. One that is taken twice stands there twice. */
  readonly workOrder: (sentence: LogSentence, level: LogLevel, of: WorkOrderRef, values?: TextValues) => Promise<void>;
  /** A work order that is not sent, in the words of the engine, so that both fold into one row. */
  readonly notSent: (
    manifest: Manifest,
    outcome: 'blocked' | 'skipped',
    of: WorkOrderRef,
    problem: Problem,
  ) => Promise<void>;
  /** The office keeps everything that a clean-up would remove. */
  readonly cleanUpRefused: (resource: Resource, rows: number) => Promise<void>;
  /** How an import ended. */
  readonly imported: (imported: number, refused: number) => Promise<void>;
  /** A file of the folder that Simon keeps an eye on. */
  readonly dropped: (sentence: LogSentence, level: LogLevel, file: string, values?: TextValues) => Promise<void>;
  /** That folder cannot be worked with. */
  readonly folderTrouble: (problem: Problem) => Promise<void>;
  /** Something about the data as a whole and their backups. The same message of one day is one row. */
  readonly data: (sentence: LogSentence, level: LogLevel, values?: TextValues) => Promise<void>;
  /** The backup of the day could not be made. */
  readonly backupFailed: (problem: Problem) => Promise<void>;
  /** A record of a file that did not come in. */
  readonly notImported: (line: number, record: string, problem: Problem) => Promise<void>;
}

export interface CompanyLogParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly logger: Logger;
}

export const workOrderRef = ({ id, number, customer }: WorkOrderDetail): WorkOrderRef => ({
  id,
  number,
  customerName: customer?.name ?? '',
});

export function createCompanyLog({ store, time, logger }: CompanyLogParts): CompanyLog {
  const add = async (entry: LogEntry): Promise<void> => {
    try {
      await store.log.add([entry]);
    } catch (error) {
      const refusal = storageProblem(error);
      if (refusal === null) throw error;
      logger.warn('company', 'a message for the office log was not stored', { code: refusal.code });
    }
  };
  const write = (
    sentence: LogSentence,
    about: Pick<LogEntry, 'level' | 'table' | 'recordId' | 'record' | 'place'>,
    values: TextValues = {},
  ): Promise<void> =>
    add({
      ...about,
      atMs: time.nowMs(),
      runId: null,
      message: knownText(`log.${sentence}.message`, values),
      action: textOf(`log.${sentence}.action`, values),
      fold: null,
    });

  const aboutData = (
    sentence: LogSentence,
    level: LogLevel,
    values: TextValues = {},
    settings = 'backups',
  ): Promise<void> =>
    add({
      level,
      table: 'link',
      recordId: null,
      record: '',
      atMs: time.nowMs(),
      runId: null,
      message: knownText(`log.${sentence}.message`, values),
      action: textOf(`log.${sentence}.action`, values),
      fold: `data:${sentence}`,
      place: { what: 'screen', view: 'settings', detail: settings },
    });

  return {
    data: (sentence, level, values) => aboutData(sentence, level, values),
    backupFailed: (problem) => {
      const { message, action } = describe(problem, '');
      return aboutData('daily-backup-failed', 'error', { reason: message, action: action ?? '' });
    },
    link: (sentence, level, label, values) =>
      write(sentence, { level, table: 'link', recordId: null, record: label }, { package: label, ...values }),
    settings: (sentence, { id, label }, values) => {
      const place = { what: 'setting', package: id, key: null } as const;
      return write(
        sentence,
        { level: 'approval', table: 'link', recordId: null, record: label, place },
        { package: label, ...values },
      );
    },
    workOrder: (sentence, level, { id, number, customerName }, values) =>
      write(sentence, { level, table: 'workOrder', recordId: id, record: `${number} ${customerName}`.trim() }, values),
    notSent: (manifest, outcome, of, problem) =>
      add(createOfficeLog(manifest)[outcome]({ atMs: time.nowMs(), runId: null }, of, problem)),
    cleanUpRefused: (resource, rows) =>
      write(
        'clean-up-refused',
        { level: 'info', table: 'link', recordId: null, record: '' },
        { resource: knownText(`log.resource.${resource}`), rows },
      ),
    imported: (imported, refused) =>
      write(
        'imported',
        { level: refused === 0 ? 'approval' : 'warning', table: 'workOrder', recordId: null, record: '' },
        { imported, refused },
      ),
    dropped: (sentence, level, file, values) =>
      write(sentence, { level, table: 'workOrder', recordId: null, record: file }, { file, ...values }),
    folderTrouble: (problem) => {
      const { message, action } = describe(problem, '');
      return aboutData('folder-drop-trouble', 'error', { reason: message, action: action ?? '' }, 'company');
    },
    notImported: (line, record, problem) => {
      const { message, action } = describe(problem, '');
      return add({
        atMs: time.nowMs(),
        runId: null,
        level: 'error',
        table: 'workOrder',
        recordId: null,
        record,
        message: knownText('log.import-refused.message', { line, reason: message }),
        action,
        fold: `import-refused:${problem.code}:${line}:${record}`,
      });
    },
  };
}
