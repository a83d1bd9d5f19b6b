import { describe, expect, it } from 'vitest';
import { reportOf, shortcomings, type TestReport } from '../../contract/report/conformance';

const IDS = ['billit', 'visma', 'visma-net'];
const FIELDS = [{ key: 'workArticle' }, { key: 'remarks' }];

type Assertion = TestReport['testResults'][number]['assertionResults'][number];
const test = (fullName: string, more: Partial<Assertion> = {}): Assertion => ({ fullName, status: 'passed', ...more });
const file = (name: string, ...assertionResults: readonly Assertion[]): TestReport['testResults'][number] => ({
  name: `/x/test/contract/${name}`,
  status: assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
  message: '',
  assertionResults,
});
const of = (id: string, ...testResults: TestReport['testResults']) => reportOf(id, IDS, FIELDS, { testResults });

const GOOD = file(
  'visma-net-settings.test.ts',
  test('what goes there setting workArticle: 120 minutes are 2'),
  test('setting remarks: both'),
  test('setting remarks: none'),
);

describe('the report of the contract tests', () => {
  it('counts cases per setting, also those named by the describe around them', () => {
    const report = of('visma-net', GOOD);
    expect(report).toMatchObject({ passed: 3, failed: 0, skipped: [] });
    expect(report.settings).toEqual([
      { key: 'workArticle', cases: 1 },
      { key: 'remarks', cases: 2 },
    ]);
    expect(shortcomings(report)).toEqual([]);
  });

  it('gives a file to the connector with the longest name that it begins with', () => {
    expect(of('visma', GOOD).passed).toBe(0);
    expect(of('visma', file('visma.test.ts', test('a'))).passed).toBe(1);
    expect(of('billit', GOOD, file('suite.test.ts', test('a'))).passed).toBe(0);
  });

  it('falls short by a failed case, which counts for no setting', () => {
    const failed = file(
      'billit.test.ts',
      test('setting remarks: x', { status: 'failed', failureMessages: ['No\nat'] }),
    );
    const report = of('billit', failed);
    expect(report).toMatchObject({ failed: 1, failures: [{ case: 'setting remarks: x', message: 'No' }] });
    expect(shortcomings(report)).toContain('failed: setting remarks: x');
    expect(shortcomings(report)).toContain('no case for the setting remarks');
  });

  it('falls short by a case that was left out without a reason, not by one with a reason', () => {
    const reasoned = test('a', { status: 'skipped', meta: { skipReason: 'The package has no such call.' } });
    const report = of('visma-net', GOOD, file('visma-net.test.ts', reasoned, test('b', { status: 'skipped' })));
    expect(report.skipped).toEqual([
      { case: 'a', reason: 'The package has no such call.' },
      { case: 'b', reason: '' },
    ]);
    expect(shortcomings(report)).toEqual(['skipped without a reason: b']);
  });

  it('falls short when a file could not even be loaded, or when nothing was run', () => {
    const broken = { ...file('visma-net-push.test.ts'), status: 'failed', message: 'Cannot find module' };
    expect(shortcomings(of('visma-net', GOOD, broken))).toEqual(['failed: visma-net-push.test.ts']);
    expect(shortcomings(of('billit'))).toContain('no case passed');
  });
});
