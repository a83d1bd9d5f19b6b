import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { findingsOf, type Checked } from '../../../main/domain/archive-findings';

const CHECKED: Checked = {
  workOrder: {
    number: '1042',
    status: 'ready',
    description: 'Ketel vervangen',
    times: [{ employeeId: null, kind: 'work', date: '2026-11-22', startMinute: null, minutes: 60, note: '' }],
    articles: [],
    forms: [],
    formVersions: [],
    chosenAgainAtMs: null,
  },
  preview: { kind: 'blocked', problems: [] },
  package: 'snelstart',
  cutProblem: () => problem('blocked', 'text-will-be-cut'),
  pdfProblems: [],
  firstDocument: null,
};
const found = (change: Partial<Checked>) =>
  findingsOf({ ...CHECKED, ...change }).map(({ severity, problem: { code }, place }) => [severity, code, place]);
const refusing = (...problems: readonly ReturnType<typeof problem>[]): Partial<Checked> => ({
  preview: { kind: 'blocked', problems },
});
const workOrder = (change: Partial<Checked['workOrder']>): Partial<Checked> => ({
  workOrder: { ...CHECKED.workOrder, ...change },
});

describe('what is found before archiving', () => {
  it('is nothing when nothing is wrong', () => {
    expect(found({})).toEqual([]);
  });

  it('leads each refusal of freezing to where it is mended', () => {
    const refusals = [
      problem('blocked', 'customer-inactive'),
      problem('blocked', 'article-inactive', {}, { field: 'articles[3]' }),
      problem('blocked', 'travel-article-gone', {}, { field: 'travelArticle' }),
      problem('blocked', 'no-lines'),
    ];
    expect(found(refusing(...refusals)).map(([, , place]) => place)).toEqual([
      { screen: 'work-order', field: 'customer' },
      { screen: 'work-order', field: 'articles[3]' },
      { screen: 'integration', package: 'snelstart', field: 'travelArticle' },
      { screen: 'work-order', field: 'times' },
    ]);
  });

  it('names every required question that is open, with its place in the form', () => {
    const asked = { required: true, visibleWhen: null };
    const version = {
      id: 7,
      formId: 1,
      version: 1,
      title: 'Oplevering',
      questions: [
        { ...asked, id: 'tight', label: 'Lekvrij?', kind: 'yes-no' as const },
        { ...asked, id: 'bar', label: 'Druk?', kind: 'number' as const },
      ],
    };
    const forms = [{ formVersionId: 7, title: 'Oplevering', answers: { tight: true } }];
    expect(found(workOrder({ forms, formVersions: [version] }))).toEqual([
      ['stops', 'form-answer-missing', { screen: 'work-order', field: 'forms[0].bar' }],
    ]);
  });

  it('puts what stops before what warns', () => {
    const again = { ...workOrder({ chosenAgainAtMs: 1 }), firstDocument: { entryId: 9, number: 'VO 1' } };
    expect(found({ ...again, ...refusing(problem('blocked', 'no-customer')) }).map(([severity]) => severity)).toEqual([
      'stops',
      'warns',
    ]);
  });

  it('warns that it waits while nothing is linked, and stops one that is archived or only planned', () => {
    expect(found({ preview: null, package: null })).toEqual([
      ['warns', 'waits-for-link', { screen: 'integration', package: null, field: null }],
    ]);
    expect(found(workOrder({ status: 'planned' }))).toEqual([['stops', 'work-order-not-ready', null]]);
    expect(found(workOrder({ status: 'archived' }))).toContainEqual(['stops', 'work-order-archived', null]);
  });
});
