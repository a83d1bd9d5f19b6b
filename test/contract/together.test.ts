/**
 * Several work orders on one document, and a further document of one of them, played by the real engine on the simulator of
 * each package: every line and PDF once, whatever happens to the create.
 */
import { describe, expect, it } from 'vitest';
import type { RunningSimulator } from '../../connectors/_kit/simulator/contract';
import type { Fault } from '../../connectors/_kit/simulator/faults';
import type { WorkOrderDraft } from '../../preload/contract/views';
import type { Office } from '../chaos/offices/office';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { LinkedCompany, openBooks } from './linked-company';

const STANDARD_ARTICLE = 'VOORRIJ';
const WORK = 'ARBEID';
const HOURS = ['2', '1', '0.5'];

const work = (day: string, minutes: number, description: string): Partial<WorkOrderDraft> => ({
  description,
  times: [{ employeeId: null, kind: 'work', date: day, startMinute: null, minutes, note: '' }],
});
const THREE = [
  work('2026-11-20', 120, 'Ketel vervangen'),
  work('2026-11-21', 60, 'Kraan vervangen'),
  work('2026-11-22', 30, 'Afvoer ontstopt'),
];

const FAULTS: readonly [string, Omit<Fault, 'match'> | null][] = [
  ['all goes well', null],
  ['its answer is lost', { kind: 'reset-after-commit' }],
  ['its answer never comes', { kind: 'timeout-after-commit' }],
  ['it is lost on its way', { kind: 'reset-before' }],
  ['the package breaks down after it', { kind: 'status', status: 500, afterCommit: true }],
];

describe.each(Object.entries(CHAOS_PACKAGES))('%s', (_id, chaos) => {
  const { connector } = chaos;
  const { attachments } = connector.manifest.capabilities;

  const open = async () => {
    let office: Office | null = null;
    const shared = await openBooks(connector, async (options): Promise<RunningSimulator> => {
      const started = await chaos.start(options);
      office = started.office;
      return started.simulator;
    });
    const company = await LinkedCompany.open(connector, shared, { settings: chaos.settings });
    /** Of the PDFs that Simon makes. */
    const filesOf = (): readonly string[] =>
      [...(office?.files() ?? [])].filter((name) => /^(Werkbon|Formulieren) /.test(name)).sort();
    return { shared, company, filesOf };
  };
  const quantitiesOf = (company: LinkedCompany<unknown>, code: string, at = 0) =>
    company
      .documents()
      [at]?.lines.filter(({ articleCode }) => articleCode === code)
      .map(({ quantity }) => String(Number(quantity)));

  it.each(FAULTS)('three work orders become one document when %s', async (_when, fault) => {
    const { shared, company, filesOf } = await open();
    const [match] = chaos.calls.create;
    if (fault !== null && match !== undefined) shared.simulator.control.fault({ ...fault, match });

    const id = await company.archiveTogether(THREE);
    await company.settle();

    const entry = company.entry(id);
    expect(entry).toMatchObject({ state: 'booked', together: [{ number: '1002' }, { number: '1003' }] });
    expect(company.documents()).toHaveLength(1);
    expect(quantitiesOf(company, WORK)).toEqual(HOURS);
    expect(quantitiesOf(company, STANDARD_ARTICLE)).toEqual(['1', '1', '1']);
    for (const { number } of [{ number: '1001' }, { number: '1002' }, { number: '1003' }]) {
      const workOrderId = company.store.workOrders.idByNumber(number) ?? 0;
      expect(company.store.workOrders.get(workOrderId)).toMatchObject({ status: 'archived', queueEntryId: id });
    }
    if (attachments !== null) {
      expect(filesOf()).toEqual([
        ...['1001', '1002', '1003'].map((number) => `Formulieren ${number}.pdf`),
        ...['1001', '1002', '1003'].map((number) => `Werkbon ${number}.pdf`),
      ]);
    }
  });

  it('names each work order above or in front of its lines, and totals them', async () => {
    const { company } = await open();
    const id = await company.archiveTogether(THREE);
    await company.settle();

    const [document] = company.documents();
    const texts = document?.lines.map(({ description }) => description) ?? [];
    const headings = ['Werkbon 1001, 20-11-2026', 'Werkbon 1002, 21-11-2026', 'Werkbon 1003, 22-11-2026'];
    const places = headings.map((heading) => texts.findIndex((text) => text.includes(heading)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    const { totalExclVat } = company.entry(id);
    expect(Number(document?.totalExclVat)).toBeCloseTo(Number(totalExclVat), 2);
  });

  it('a further document of one of them has a marker of its own, and is not taken for the first one', async () => {
    const { shared, company } = await open();
    const first = await company.archiveTogether(THREE);
    await company.settle();
    const [match] = chaos.calls.create;
    if (match !== undefined) shared.simulator.control.fault({ kind: 'reset-after-commit', match });

    const second = await company.archiveAgain(company.store.workOrders.idByNumber('1002') ?? 0);
    await company.settle();

    expect(company.documents()).toHaveLength(2);
    expect(quantitiesOf(company, WORK, 1)).toEqual(['1']);
    const [one, other] = [company.entry(first), company.entry(second)];
    expect(other).toMatchObject({ state: 'booked', revision: 2, together: [], workOrderNumber: '1002' });
    expect(other.marker).toMatch(/-1002-2$/);
    expect(other.documentNumber).not.toBe(one.documentNumber);
  });
});
