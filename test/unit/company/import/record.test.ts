import { describe, expect, it } from 'vitest';
import { checkImportRecord, labelOf } from '../../../../main/company/import/record';

const accepted = (record: object) => {
  const checked = checkImportRecord({ description: 'Ketel', ...record });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return checked.value;
};

describe('a work order of an import file', () => {
  it('needs a description only', () => {
    expect(accepted({})).toEqual({
      description: 'Ketel',
      customerReference: '',
      notes: '',
      times: [],
      articles: [],
      forms: [],
      ready: false,
    });
  });

  it('takes numbers of customers and articles as text and as number', () => {
    expect(accepted({ customerNumber: 1042 }).customerNumber).toBe('1042');
    expect(accepted({ customerNumber: ' 01042 ' }).customerNumber).toBe('01042');
    expect(accepted({ articles: [{ code: 7, quantity: 1 }] }).articles[0]?.code).toBe('7');
  });

  it('keeps decimals exact', () => {
    const [article] = accepted({ articles: [{ code: 'A', quantity: 0.1, unitPrice: '12.34567' }] }).articles;
    expect(article).toMatchObject({ quantity: '0.1', unitPrice: '12.34567' });
  });

  it('reads moments with their zone, else by the clock of Amsterdam', () => {
    expect(accepted({ plannedStart: '2026-07-01T08:00' }).plannedStart).toBe(Date.parse('2026-07-01T06:00Z'));
    expect(accepted({ plannedStart: '2026-12-01T08:00:00' }).plannedStart).toBe(Date.parse('2026-12-01T07:00Z'));
    expect(accepted({ plannedStart: '2026-07-01T08:00Z' }).plannedStart).toBe(Date.parse('2026-07-01T08:00Z'));
    expect(accepted({ plannedStart: '2026-07-01T08:00-05:00' }).plannedStart).toBe(Date.parse('2026-07-01T13:00Z'));
  });

  it.each([
    [{ description: undefined }, 'import-field-missing', 'description'],
    [{ description: ' ' }, 'import-field-empty', 'description'],
    [{ description: 7 }, 'import-field-text', 'description'],
    [{ customernumber: '1' }, 'import-field-unknown', 'customernumber'],
    [{ customerNumber: true }, 'import-field-text', 'customerNumber'],
    [{ notes: 'x'.repeat(20_001) }, 'import-field-long', 'notes'],
    [{ workAddress: { city: 'Utrecht' } }, 'import-field-address', 'workAddress'],
    [{ plannedStart: '2026-07-01' }, 'import-field-moment', 'plannedStart'],
    [{ plannedStart: '01-07-2026 08:00' }, 'import-field-moment', 'plannedStart'],
    [{ plannedEnd: '2026-07-01T08:00' }, 'planned-end-before-start', 'plannedEnd'],
    [
      { plannedStart: '2026-07-01T08:00', plannedEnd: '2026-07-01T07:59+02:00' },
      'planned-end-before-start',
      'plannedEnd',
    ],
    [{ times: {} }, 'import-field-list', 'times'],
    [{ times: [{ kind: 'werk', minutes: 15 }] }, 'import-field-kind', 'times[0].kind'],
    [{ times: [{ minutes: 15 }] }, 'import-field-missing', 'times[0].kind'],
    [{ times: [{ kind: 'work', minutes: 7.5 }] }, 'import-field-minutes', 'times[0].minutes'],
    [{ times: [{ kind: 'work', minutes: -1 }] }, 'import-field-minutes', 'times[0].minutes'],
    [{ times: [{ kind: 'work', minutes: 15, date: '2026-02-30' }] }, 'import-field-day', 'times[0].date'],
    [{ times: [{ kind: 'work', minutes: 15, start: '8:00' }] }, 'import-field-time', 'times[0].start'],
    [{ times: [{ kind: 'work', minutes: 15, start: '24:00' }] }, 'import-field-time', 'times[0].start'],
    [{ articles: [{ code: 'A', quantity: '1,5' }] }, 'import-field-decimal', 'articles[0].quantity'],
    [{ articles: [{ code: 'A', quantity: 1 }, { code: 'B' }] }, 'import-field-missing', 'articles[1].quantity'],
    [{ articles: [{ code: 'A', quantity: 1e20 }] }, 'import-field-decimal', 'articles[0].quantity'],
    [{ forms: [{ answers: [{ answer: 'ja' }] }] }, 'import-field-missing', 'forms[0].answers[0].question'],
    [{ ready: 'ja' }, 'import-field-yes-no', 'ready'],
    [{ times: [{ kind: 'work', minutes: 15, date: '31-12-26' }] }, 'import-field-year', 'times[0].date'],
    [{ times: [{ kind: 'work', start: '08:00' }] }, 'import-field-missing', 'times[0].minutes'],
    [{ times: [{ kind: 'work', end: '08:00' }] }, 'import-field-missing', 'times[0].start'],
    [
      { times: [{ kind: 'work', start: '08:00', end: '09:00', minutes: 59 }] },
      'import-time-differs',
      'times[0].minutes',
    ],
  ])('%#: is refused with the field that is wrong', (change, code, field) => {
    const checked = checkImportRecord({ description: 'Ketel', ...change });
    expect(checked).toMatchObject({ ok: false, problem: { kind: 'invalid-input', code, field, params: { field } } });
  });

  it.each([
    ['08:15', '10:00', 105],
    ['22:30', '01:00', 150],
    ['08:00', '08:00', 0],
  ])('takes the minutes from %s until %s', (start, end, minutes) => {
    expect(accepted({ times: [{ kind: 'work', start, end }] }).times).toMatchObject([{ minutes }]);
  });

  it('needs no description to add hours to a work order that is there', () => {
    const times = [{ kind: 'work', minutes: 15, date: '2026-11-30' }];
    expect(checkImportRecord({ workOrderNumber: '2026-0012', times }).ok).toBe(true);
    expect(checkImportRecord({ externalId: 'PLAN-1', times }).ok).toBe(true);
  });

  it('must be an object', () => {
    expect(checkImportRecord('Ketel')).toMatchObject({ ok: false, problem: { code: 'import-field-object' } });
  });

  it.each([
    [{ customerNumber: 12, description: ' Ketel\nhangt' }, '12 · Ketel'],
    [{ customerNumber: null, description: 'Ketel' }, 'Ketel'],
    [{ description: 3 }, ''],
    [null, ''],
  ])('%#: has a name that people know it by, whatever is wrong with it', (record, label) => {
    expect(labelOf(record)).toBe(label);
  });
});
