/**
 * Prints what the contract tests show of each connector; the last step of `npm run conformance`.
 *
 *   program REPORT [--only NAME] [--json]
 *
 * Exit code 1 when a connector falls short: a failed case, one left out without a reason, a setting without a case.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectorIds, loadConnector } from '../../../connectors/registry';
import { reportOf, shortcomings, type ConnectorReport, type TestReport } from './conformance';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, json: { type: 'boolean' } },
});
const [reportFile = ''] = positionals;
const report = JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport;
const wanted = connectorIds.filter((id) => values.only === undefined || id === values.only);

const reports: (readonly [string, ConnectorReport])[] = [];
for (const id of wanted) {
  const { manifest } = await loadConnector(id);
  reports.push([id, reportOf(id, connectorIds, manifest.settings, report)]);
}

if (values.json === true) {
  const connectors = Object.fromEntries(
    reports.map(([id, { passed, failed, skipped, settings, failures }]) => [
      id,
      { passed, failed, skipped, settings, failures },
    ]),
  );
  console.log(JSON.stringify({ connectors }));
} else {
  for (const [id, one] of reports) {
    console.log(`\n${id}: ${one.passed} passed, ${one.failed} failed, ${one.skipped.length} left out`);
    for (const title of one.cases) console.log(`  ok      ${title}`);
    for (const left of one.skipped) console.log(`  left out ${left.case}: ${left.reason}`);
    for (const { key, cases } of one.settings) console.log(`  setting ${key}: ${cases}`);
    for (const short of shortcomings(one)) console.log(`  WRONG   ${short}`);
  }
}
const short = reports.flatMap(([id, one]) => shortcomings(one).map((text) => `${id}: ${text}`));
for (const line of short) console.error(line);
process.exitCode = short.length > 0 ? 1 : 0;
