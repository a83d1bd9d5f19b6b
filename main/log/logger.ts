import { join } from 'node:path';
import winston from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';
import type { Clock } from '../../connectors/_kit/clock';
import type { Logger, Random } from '../ports';
import { redact } from './redact';

const KEPT_DAYS = 14;
const MAX_FILE_SIZE = '20m';
const BUG_ID_LENGTH = 6;

export interface LoggerOptions {
  /** Folder of the files; made when it is not there. */
  readonly folder: string;
  readonly homeDirectory: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** The technical log: one JSON object a line, one file a day, two weeks are kept, redacted when it is written. */
export interface FileLogger extends Logger {
  /** Resolves when everything that was logged is in the file. */
  readonly close: () => Promise<void>;
}

export function createLogger({ folder, homeDirectory, clock, random }: LoggerOptions): FileLogger {
  const file = new DailyRotateFile({
    dirname: folder,
    filename: 'simon-koppel-%DATE%.log',
    datePattern: 'YYYY-MM-DD',
    auditFile: join(folder, '.rotation.json'),
    maxFiles: `${KEPT_DAYS}d`,
    maxSize: MAX_FILE_SIZE,
    utc: true,
  });
  const sink = winston.createLogger({
    level: 'info',
    format: winston.format.printf(({ level, message, ...rest }) => {
      const fields = { time: new Date(clock.nowMs()).toISOString(), level, message, ...rest };
      return JSON.stringify(redact(fields, homeDirectory));
    }),
    transports: [file],
  });
  // A full disk or a folder without rights must never stop the work that is being logged.
  const ignore = (): void => undefined;
  sink.on('error', ignore);
  file.on('error', ignore);
  file.logStream.on('error', ignore);
  const log = (entry: winston.LogEntry): void => {
    try {
      sink.log(entry);
    } catch {
      // The next file of the rotation could not be opened; the entry is lost, the work goes on.
    }
  };

  const write =
    (level: 'info' | 'warn') =>
    (area: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      log({ level, area, message, ...(Object.keys(fields).length > 0 ? { fields } : {}) });
    };

  return {
    info: write('info'),
    warn: write('warn'),
    bug: (area, error, fields = {}) => {
      const id = bugId(random);
      log({ level: 'error', area, message: `Bug ${id}`, bugId: id, fields, error: describeError(error) });
      return id;
    },
    close: () =>
      new Promise((resolve) => {
        // First everything reaches the transport, then its stream reaches the disk.
        file.once('finish', () => file.logStream.end(resolve));
        sink.end();
      }),
  };
}

/** Short enough to read over the telephone; without letters that are mistaken for digits. */
function bugId(random: Random): string {
  const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return Array.from({ length: BUG_ID_LENGTH }, () => signs.charAt(Math.floor(random() * signs.length))).join('');
}

interface ErrorReport {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: ErrorReport;
}

function describeError(error: unknown): ErrorReport {
  if (!(error instanceof Error)) return { name: 'NotAnError', message: String(error), stack: '' };
  const report = { name: error.name, message: error.message, stack: error.stack ?? '' };
  return error.cause === undefined ? report : { ...report, cause: describeError(error.cause) };
}
