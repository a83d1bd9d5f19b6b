/**
 * What becomes of PDFs that are put beside a booked document, played by the real engine on the package's simulator, for each
 * way in which a call can go: each PDF once, the document once, and the office sees of each what became of it.
 */
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../connectors/_kit/connector';
import type { Settings } from '../../connectors/_kit/settings';
import type { RunningSimulator, SimulatorOptions } from '../../connectors/_kit/simulator/contract';
import type { Fault, FaultMatch } from '../../connectors/_kit/simulator/faults';
import { LinkedCompany, openBooks } from './linked-company';

export interface PdfOutcomesFixture<Books> {
  readonly connector: Connector;
  readonly start: (options: SimulatorOptions) => Promise<RunningSimulator<Books>>;
  /** Name of the document, for a package that makes more than one kind; else empty. */
  readonly kind?: string;
  readonly settings: Settings;
  /** The calls that put one PDF there, in order. */
  readonly put: readonly FaultMatch[];
  /** Names of all files that are there, as often as each is there. */
  readonly files: (books: Books) => readonly string[];
}

const NAMES = ['Formulieren 1001.pdf', 'Werkbon 1001.pdf'];
const REFUSAL = { body: '{}', headers: { 'content-type': 'application/json' } };

const PASSING: readonly [string, Omit<Fault, 'match'>][] = [
  ['its answer was lost', { kind: 'reset-after-commit' }],
  ['it was lost on its way', { kind: 'reset-before' }],
  ['it arrived late', { kind: 'late-commit', delayMs: 100_000 }],
  ['its answer never came', { kind: 'timeout-after-commit' }],
  ['its answer was cut off', { kind: 'truncated' }],
  ['the package broke down after it', { kind: 'status', status: 500, afterCommit: true }],
  ['the package asked to wait', { kind: 'rate-limited', retryAfterSeconds: 90 }],
  ['a right lacked for a while', { kind: 'status', status: 403, ...REFUSAL }],
];

export function pdfOutcomes<Books>(fixture: PdfOutcomesFixture<Books>): void {
  const { connector, put } = fixture;
  const name = fixture.kind === undefined ? connector.manifest.label : `${connector.manifest.label}, ${fixture.kind}`;

  const deliver = async (fault: Fault | null) => {
    const shared = await openBooks(connector, fixture.start);
    const settings = { ...fixture.settings, exclusionWord: '', pdfs: 'both' };
    const company = await LinkedCompany.open(connector, shared, { settings });
    if (fault !== null) shared.simulator.control.fault(fault);
    const id = await company.archive();
    await company.settle();
    return { company, id, files: [...fixture.files(shared.simulator.control.books)].sort() };
  };

  describe(`${name}: PDFs beside the document`, () => {
    it.each(PASSING.flatMap(([how, fault]) => put.map((match, call) => [how, call + 1, { ...fault, match }] as const)))(
      'are there once each when %s (call %i of the first one)',
      async (_how, _call, fault) => {
        const { company, id, files } = await deliver(fault);
        expect(files).toEqual(NAMES);
        const { state, pdfs } = company.entry(id);
        expect([state, ...pdfs.map((pdf) => pdf.state)]).toEqual(['booked', 'done', 'done']);
        expect(company.documents()).toHaveLength(1);
      },
    );

    it('are held with what to do when the package refuses one, and the other one goes', async () => {
      const match = put.at(-1) ?? {};
      const { company, id, files } = await deliver({ kind: 'status', status: 400, ...REFUSAL, match });
      expect(files).toEqual(['Formulieren 1001.pdf']);
      const { state, pdfs } = company.entry(id);
      expect([state, ...pdfs.map((pdf) => pdf.state)]).toEqual(['booked', 'held', 'done']);
      expect(company.messages().some((message) => message.includes('Werkbon 1001.pdf'))).toBe(true);
      expect(company.documents()).toHaveLength(1);
    });
  });
}
