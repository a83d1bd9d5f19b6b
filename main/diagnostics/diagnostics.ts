/** What support may see of an installation: no secret, no name, no document. Runs in the main process. */
import { statfs } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import type { DiagnosticsFile } from '../../preload/contract/about-app';
import type { Companies } from '../companies/companies';
import type { Company } from '../company/company';
import { redact, redactText } from '../log/redact';
import type { SettingsStore } from '../platform/settings-store';
import type { Connectors, Logger } from '../ports';
import { lastLogLines } from './log-lines';

export interface Diagnostics {
  /** Every file of the bundle, as it would be saved. */
  readonly collect: () => Promise<readonly DiagnosticsFile[]>;
}

export interface DiagnosticsParts {
  readonly companies: Pick<Companies, 'register' | 'opened' | 'summary'>;
  readonly settings: Pick<SettingsStore, 'app'>;
  readonly connectors: Connectors;
  /** Versions of the app and what it runs on. */
  readonly versions: () => Readonly<Record<string, string>>;
  readonly keychain: { readonly available: boolean; readonly detail: string };
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly homeDirectory: string;
  readonly logger: Logger;
}

export function createDiagnostics(parts: DiagnosticsParts): Diagnostics {
  const { companies, settings, connectors, homeDirectory, logger } = parts;
  const json = (name: string, value: unknown): DiagnosticsFile => ({
    name,
    text: `${JSON.stringify(redact(value, homeDirectory), null, 2)}\n`,
  });

  /** Companies are told apart by their place: a name says who it is. */
  const companyFacts = async (id: string, index: number): Promise<unknown> => {
    const store = companies.register.of(id).settings;
    const packageId = store.activePackage();
    const record = packageId === null ? null : store.integration(packageId);
    const company = companies.opened(id);
    return {
      company: index + 1,
      package: packageId,
      pausedByUser: store.pausedByUser(),
      // Which settings are filled in; what is in them may name customers.
      settingsFilled: record === null ? [] : filledKeys(record.settings),
      settingsVersion: record?.settingsVersion ?? null,
      activatedAtMs: record?.activatedAtMs ?? null,
      notOpened: companies.summary(id).problem?.code ?? null,
      ...(company === null ? {} : await dataFacts(company)),
    };
  };
  const dataFacts = async (company: Company): Promise<object> => {
    try {
      const [{ sync, counts, queue, pdfs }, integrity, runs] = await Promise.all([
        company.calls['overview:get'](undefined),
        company.integrity(),
        company.calls['sync:runs']({ search: '', offset: 0, limit: RUNS }),
      ]);
      const { connection, nextRunAtMs, pausedUntilMs, lastGoodCallAtMs, problem, marks } = sync;
      return {
        integrity,
        counts,
        queue,
        pdfs,
        link: { connection, nextRunAtMs, pausedUntilMs, lastGoodCallAtMs, problem: problem?.code ?? null },
        marks: marks.map(({ resource, updatedAtMs, complete }) => ({ resource, updatedAtMs, complete })),
        runs: runs.rows.map(
          ({ trigger, startedAtMs, endedAtMs, result, calls, resources, documents, problem: why }) => ({
            trigger,
            startedAtMs,
            endedAtMs,
            result,
            calls,
            documents,
            problem: why?.code ?? null,
            resources: resources.map((one) => ({ ...one, problem: one.problem?.code ?? null })),
          }),
        ),
      };
    } catch (error) {
      // A bundle about what is broken is wanted most when something is broken.
      return { notRead: logger.bug('diagnostics', error) };
    }
  };

  return {
    collect: async () => {
      const { address, userName, ...proxy } = settings.app().proxy;
      const endpoints = await Promise.all(
        connectors.ids.map(async (id) => [id, await connectors.endpoints(id)] as const),
      );
      return [
        json('versions.json', { ...parts.versions(), keychain: parts.keychain }),
        json('settings.json', {
          ...settings.app(),
          proxy: { ...proxy, hasAddress: address !== '', hasUserName: userName !== '' },
        }),
        json('endpoints.json', Object.fromEntries(endpoints)),
        json('companies.json', await Promise.all(companies.register.ids().map(companyFacts))),
        json('disk.json', await diskFacts(parts.dataFolder)),
        {
          name: 'log.jsonl',
          text: redactText(await lastLogLines(parts.logFolder), homeDirectory),
        },
      ];
    },
  };
}

/** As many as show a week of an office that is asked every five minutes on working hours. */
const RUNS = 500;

const filledKeys = (settings: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(settings)
    .filter(([, value]) => value !== '' && value !== null && value !== false)
    .map(([key]) => key);

async function diskFacts(folder: string): Promise<object> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    return { notRead: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
}

/** The files as one zip. */
export const zipOf = (files: readonly DiagnosticsFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
