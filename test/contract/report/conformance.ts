/** What the contract tests show of each connector, read from Vitest's JSON report. Pure. */
import type { SettingField } from '../../../connectors/_kit/settings';

/** The part of Vitest's JSON report that is read: https://vitest.dev/guide/reporters.html#json-reporter */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly meta?: { readonly skipReason?: string };
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

export interface ConnectorReport {
  readonly passed: number;
  readonly failed: number;
  /** Cases that the package cannot have, each with why. */
  readonly skipped: readonly { readonly case: string; readonly reason: string }[];
  /** Every setting of the manifest, with the number of cases that passed and assert what was sent or pulled. */
  readonly settings: readonly { readonly key: string; readonly cases: number }[];
  readonly failures: readonly { readonly case: string; readonly message: string }[];
  /** Titles of the cases that passed, for the list. */
  readonly cases: readonly string[];
}

interface Case {
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly reason: string;
  readonly message: string;
}

/** Cases of a setting begin their title so, in `it` or the `describe` around it. */
const SETTING = /(?:^| )setting ([A-Za-z]+):/;

/** A connector's cases are in the files whose name begins with its own: `visma-net-push.test.ts`. */
export function reportOf(
  id: string,
  ids: readonly string[],
  fields: readonly Pick<SettingField, 'key'>[],
  report: TestReport,
): ConnectorReport {
  const cases = report.testResults
    .filter(({ name }) => ownerOf(name, ids) === id)
    .flatMap((file): readonly Case[] =>
      file.assertionResults.length === 0 && file.status === 'failed'
        ? [{ title: fileName(file.name), status: 'failed', reason: '', message: file.message }]
        : file.assertionResults.map(caseOf),
    );
  const passed = cases.filter(({ status }) => status === 'passed');
  const failures = cases.filter(({ status }) => status === 'failed');
  return {
    passed: passed.length,
    failed: failures.length,
    skipped: cases.flatMap(({ status, title, reason }) => (status === 'skipped' ? [{ case: title, reason }] : [])),
    settings: fields.map(({ key }) => ({
      key,
      cases: passed.filter(({ title }) => SETTING.exec(title)?.[1] === key).length,
    })),
    failures: failures.map(({ title, message }) => ({ case: title, message })),
    cases: passed.map(({ title }) => title),
  };
}

/** What keeps a connector from conforming, in words; empty when nothing does. */
export function shortcomings({ failures, skipped, settings, passed }: ConnectorReport): readonly string[] {
  return [
    ...(passed === 0 ? ['no case passed'] : []),
    ...failures.map((one) => `failed: ${one.case}`),
    ...skipped.filter(({ reason }) => reason === '').map((one) => `skipped without a reason: ${one.case}`),
    ...settings.filter(({ cases }) => cases === 0).map(({ key }) => `no case for the setting ${key}`),
  ];
}

function caseOf(test: TestReport['testResults'][number]['assertionResults'][number]): Case {
  const status = test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped';
  return {
    title: test.fullName.trim(),
    status,
    reason: test.meta?.skipReason ?? '',
    message: test.failureMessages?.[0]?.split('\n')[0] ?? '',
  };
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function ownerOf(path: string, ids: readonly string[]): string | undefined {
  const name = fileName(path);
  return ids
    .filter((id) => name === `${id}.test.ts` || name.startsWith(`${id}-`))
    .sort((a, b) => b.length - a.length)[0];
}
