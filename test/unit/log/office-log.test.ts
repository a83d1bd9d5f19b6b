import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { manifest as snelstart } from '../../../connectors/snelstart/manifest';
import { createOfficeLog } from '../../../main/log/office-log';

const log = createOfficeLog(snelstart);
const AT = { atMs: 1_000, runId: 3 };
const WORK_ORDER = { id: 7, number: '1042', customerName: 'Jansen' };

describe('a message in the office log', () => {
  it('names the work order, the document and its number', () => {
    expect(log.booked(AT, WORK_ORDER, '2026-0012')).toEqual({
      atMs: 1_000,
      runId: 3,
      level: 'approval',
      table: 'workOrder',
      recordId: 7,
      record: '1042 Jansen',
      message: {
        nl: 'Geboekt in SnelStart als verkooporder 2026-0012.',
        en: 'Booked in SnelStart as sales order 2026-0012.',
      },
      action: null,
      fold: 'booked:work-order-7',
      place: { what: 'delivery' },
    });
  });

  it('names the document without a number when the package gives one only later', () => {
    const cuts = [{ field: { nl: 'Memo', en: 'Memo' }, length: 1200, allowed: 1000 }];
    expect(log.booked(AT, WORK_ORDER, '').message.nl).toBe('Geboekt in SnelStart als verkooporder.');
    expect(log.textCut(AT, WORK_ORDER, '', cuts).action?.en).toBe('Read the text on sales order in SnelStart.');
  });

  it('says why a work order is blocked and what to do, folded per cause and work order', () => {
    const entry = log.blocked(AT, WORK_ORDER, problem('blocked', 'no-customer'));
    expect(entry.level).toBe('error');
    expect(entry.message.nl).toBe('Niet verzonden naar SnelStart. Er staat geen klant op de werkbon.');
    expect(entry.action?.nl).toContain('Archiefwachtrij');
    expect(entry.fold).toBe('blocked:no-customer:work-order-7');
    expect(log.blocked(AT, { ...WORK_ORDER, id: 8 }, problem('blocked', 'no-customer')).fold).not.toBe(entry.fold);
  });

  it('is a warning when it passes by itself and an error when the office must act', () => {
    expect(log.runFailed(AT, problem('offline', 'no-network')).level).toBe('warning');
    expect(log.runFailed(AT, problem('needs-login', 'login-refused')).level).toBe('error');
    expect(log.tableFailed(AT, 'articles', problem('offline', 'no-network'))).toMatchObject({
      table: 'article',
      message: { nl: 'Ophalen van artikelen uit SnelStart is niet afgemaakt. Er is geen internetverbinding.' },
    });
  });

  it('lists the texts that were cut', () => {
    const cuts = [
      { field: { nl: 'Memo', en: 'Memo' }, length: 1200, allowed: 1000 },
      { field: { nl: 'Omschrijving', en: 'Description' }, length: 60, allowed: 50 },
    ];
    expect(log.textCut(AT, WORK_ORDER, '2026-0012', cuts).message.en).toBe(
      'Text that was too long has been shortened: Memo (1200 characters, room for 1000); Description (60 characters, room for 50).',
    );
  });

  it('never leaves a place of a sentence open', () => {
    const reason = problem('blocked', 'no-customer');
    const counts = { read: 1, written: 1, unchanged: 0, removed: 0, parked: 0 };
    const documents = { booked: 1, skipped: 0, blocked: 0, unsure: 0 };
    const record = { table: 'customer', id: 1, name: '10025 Jansen', key: 'customer-1' } as const;
    const all = [
      log.runFinished(AT, counts, documents),
      log.runCancelled(AT),
      log.linkStopped(AT, reason),
      log.linkRestored(AT),
      log.sendingStopped(AT, reason),
      log.sendingRestored(AT),
      log.parked(AT, record, reason),
      log.keptInUse(AT, record),
      log.workOrderCreated(AT, WORK_ORDER, '2026-0003'),
      log.cleanUpDone(AT, 'customers', 4),
      log.cleanUpFailed(AT, 'customers', reason),
      log.adopted(AT, WORK_ORDER, '2026-0012'),
      log.skipped(AT, WORK_ORDER, reason),
      log.unsure(AT, WORK_ORDER, reason),
      log.held(AT, WORK_ORDER, reason),
      log.released(AT, WORK_ORDER),
      log.frozenAnew(AT, WORK_ORDER),
      log.totalDiffers(AT, WORK_ORDER, { number: '2026-0012', ours: '10.00', theirs: '10.01' }),
      log.waitingLong(AT, WORK_ORDER, { isUnsure: true, problem: null }),
      log.waitingLong(AT, WORK_ORDER, { isUnsure: false, problem: reason }),
    ];
    expect(JSON.stringify(all)).not.toMatch(/\{\{|undefined|\[object/);
  });

  it('tells where the office acts: at a setting, in the queue, or at the run', () => {
    const gone = { ...problem('blocked', 'work-article-gone'), field: 'workArticle' };
    const setting = { what: 'setting', package: 'snelstart' };
    expect(log.blocked(AT, WORK_ORDER, gone).place).toEqual({ ...setting, key: 'workArticle' });
    expect(log.skipped(AT, WORK_ORDER, problem('blocked', 'filter-word')).place).toEqual({
      ...setting,
      key: snelstart.settings.find(({ filterWord }) => filterWord === 'holds-back')?.key,
    });
    expect(log.blocked(AT, WORK_ORDER, problem('blocked', 'no-customer')).place).toEqual({ what: 'delivery' });
    expect(log.runFailed(AT, problem('offline', 'offline')).place).toEqual({ what: 'run' });
    expect(log.stillAsking(AT, [WORK_ORDER], '2026-11-22').place).toEqual({ what: 'screen', view: 'queue' });
    expect(log.workOrderCreated(AT, WORK_ORDER, 'VO-1').place).toBeUndefined();
  });
});
