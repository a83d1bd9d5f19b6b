import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../connectors/_kit/settings';
import type { ArticleForDocument, WorkOrderForDocument } from '../../../main/db/store';
import { buildDocument, settingArticleCodes, type BuildOutcome } from '../../../main/domain/build-document';
import { DEFAULT_HOUR_POLICY, type HourPolicy } from '../../../preload/contract/hour-policy';

const article = (code: string, more: Partial<ArticleForDocument> = {}): ArticleForDocument => ({
  id: 1,
  externalId: `id-${code}`,
  code,
  description: `Omschrijving ${code}`,
  unit: 'uur',
  unitPrice: '62.50',
  vatRate: '21',
  active: true,
  extra: null,
  ...more,
});
const booked = (
  code: string,
  more: Partial<WorkOrderForDocument['articles'][number]> = {},
): WorkOrderForDocument['articles'][number] => ({
  ...article(code),
  quantity: '2.000',
  priceOverride: null,
  descriptionOverride: null,
  ...more,
});

const CUSTOMER = { externalId: 'c-1', number: '10025', name: 'Jansen', active: true, extra: { payDays: 14 } };
const WORK_ORDER: WorkOrderForDocument = {
  id: 7,
  number: '1042',
  version: 3,
  status: 'ready',
  description: ' Ketel vervangen ',
  customerReference: 'PO 4711',
  customer: CUSTOMER,
  workAddress: { name: '', street: 'Kade 1', postcode: '1234 AB', city: 'Zwolle', country: 'NL' },
  employee: null,
  hasForms: false,
  workMinutes: 120,
  travelMinutes: 15,
  articles: [booked('BUIS'), booked('KRAAN')],
  nextRevision: 1,
  workDay: null,
  maybeSent: false,
};
const SETTINGS: Settings = {
  workArticle: 'ARBEID',
  travelArticle: ' REIS ',
  standardArticle: 'VOORRIJ',
  firstLineDescription: true,
  exclusionWord: 'garantie',
};
const KNOWN = ['ARBEID', 'REIS', 'VOORRIJ'];

function build(
  workOrder: Partial<WorkOrderForDocument> = {},
  settings: Settings = SETTINGS,
  known: readonly (string | ArticleForDocument)[] = KNOWN,
  hourPolicy: HourPolicy = DEFAULT_HOUR_POLICY,
): BuildOutcome {
  const articles = known.map((one) => (typeof one === 'string' ? article(one) : one));
  return buildDocument({
    workOrder: { ...WORK_ORDER, ...workOrder },
    settings,
    hourPolicy,
    settingArticles: new Map(articles.map((one) => [one.code, one])),
    markerTag: '7Q4M2X',
    archivedAtMs: Date.parse('2026-01-15T23:30:00Z'),
  });
}

function built(outcome: BuildOutcome): Extract<BuildOutcome, { kind: 'document' }>['document'] {
  if (outcome.kind !== 'document') throw new Error(JSON.stringify(outcome));
  return outcome.document;
}

const problemsOf = (outcome: BuildOutcome): readonly string[] =>
  outcome.kind === 'blocked' ? outcome.problems.map((one) => one.code) : [];

describe('the document of a work order', () => {
  it('has the lines in the fixed order with hours of the chosen articles', () => {
    expect(built(build()).lines.map((line) => [line.kind, line.article?.code ?? null, line.quantity])).toEqual([
      ['work-description', null, '0'],
      ['work-time', 'ARBEID', '2'],
      ['travel-time', 'REIS', '0.25'],
      ['article', 'BUIS', '2'],
      ['article', 'KRAAN', '2'],
      ['standard-article', 'VOORRIJ', '1'],
    ]);
  });

  it('carries what the package and the office need to recognise it', () => {
    expect(built(build({ nextRevision: 2 }))).toMatchObject({
      marker: 'SK-7Q4M2X-1042-2',
      revision: 2,
      date: '2026-01-16',
      customer: { externalId: 'c-1', number: '10025', extra: { payDays: 14 } },
      workAddress: { street: 'Kade 1' },
      workDescription: ' Ketel vervangen ',
      customerReference: 'PO 4711',
      totals: { exclVat: '453.13', inclVat: '548.29' },
    });
  });

  it('takes price and description from the article unless the office changed them', () => {
    const lines = built(
      build({
        articles: [
          booked('BUIS', { priceOverride: '0', descriptionOverride: 'Koperen buis' }),
          booked('KRAAN', { descriptionOverride: '  ' }),
        ],
      }),
    ).lines.filter((line) => line.kind === 'article');
    expect(lines[0]).toMatchObject({
      description: 'Koperen buis',
      descriptionChanged: true,
      unitPrice: '0',
      priceChanged: true,
      totalExclVat: '0.00',
    });
    expect(lines[1]).toMatchObject({
      description: 'Omschrijving KRAAN',
      descriptionChanged: false,
      unitPrice: '62.50',
      priceChanged: false,
      totalExclVat: '125.00',
    });
  });

  it('leaves out what the settings leave empty and what was not booked', () => {
    expect(built(build({}, {})).lines.map((line) => line.kind)).toEqual(['article', 'article']);
    expect(built(build({ workMinutes: 0, description: ' ' })).lines.map((line) => line.kind)).toEqual([
      'travel-time',
      'article',
      'article',
      'standard-article',
    ]);
  });

  it('rounds work and travel time as the company chose, each on its sum, and tells the minutes behind them', () => {
    const policy: HourPolicy = {
      work: { stepMinutes: 15, direction: 'up', minimumMinutes: 0 },
      travel: { stepMinutes: null, direction: 'up', minimumMinutes: 30 },
    };
    const { lines } = built(build({ workMinutes: 70, travelMinutes: 15, articles: [] }, SETTINGS, KNOWN, policy));
    expect(lines.filter((line) => line.minutes !== null)).toMatchObject([
      { kind: 'work-time', minutes: 70, quantity: '1.25', totalExclVat: '78.13' },
      { kind: 'travel-time', minutes: 15, quantity: '0.5', totalExclVat: '31.25' },
    ]);
  });

  it('has no line for time that the company rounds to nothing', () => {
    const nearest = { stepMinutes: 30, direction: 'nearest', minimumMinutes: 0 } as const;
    const policy: HourPolicy = { work: nearest, travel: nearest };
    const { lines } = built(build({ workMinutes: 15, travelMinutes: 14 }, SETTINGS, KNOWN, policy));
    expect(lines.map(({ kind }) => kind)).toContain('work-time');
    expect(lines.map(({ kind }) => kind)).not.toContain('travel-time');
  });

  it('does not ask for the article of a kind of time that was not booked', () => {
    expect(build({ workMinutes: 0, travelMinutes: 0 }, SETTINGS, ['VOORRIJ']).kind).toBe('document');
  });

  it('may be a description line alone', () => {
    const document = built(build({ articles: [] }, { firstLineDescription: true }));
    expect(document.lines.map((line) => [line.kind, line.description])).toEqual([
      ['work-description', 'Ketel vervangen'],
    ]);
    expect(document.totals.exclVat).toBe('0.00');
  });
});

describe('a work order that is held back', () => {
  it('is skipped when its description holds the filter word, also when something else is wrong', () => {
    const outcome = build({ description: 'Onder GARANTIE hersteld', customer: null });
    expect(outcome).toMatchObject({ kind: 'skipped', reason: { code: 'filter-word', params: { word: 'garantie' } } });
  });

  it('is blocked without a customer of the package', () => {
    expect(problemsOf(build({ customer: null }))).toEqual(['no-customer']);
    expect(problemsOf(build({ customer: { ...CUSTOMER, externalId: null, number: '' } }))).toEqual([
      'customer-made-in-simon',
    ]);
    expect(problemsOf(build({ customer: { ...CUSTOMER, active: false } }))).toEqual(['customer-inactive']);
  });

  it('is blocked with every problem at once, each article once', () => {
    const outcome = build(
      {
        customer: null,
        articles: [
          booked('EIGEN', { externalId: null }),
          booked('OUD', { active: false }),
          booked('OUD', { active: false }),
        ],
      },
      SETTINGS,
      [article('ARBEID', { active: false })],
    );
    expect(problemsOf(outcome)).toEqual([
      'no-customer',
      'work-article-gone',
      'travel-article-gone',
      'article-made-in-simon',
      'article-inactive',
      'standard-article-gone',
    ]);
    expect(outcome).toMatchObject({
      problems: [
        {},
        { params: { article: 'ARBEID' }, field: 'workArticle' },
        { params: { article: 'REIS' } },
        {},
        {},
        {},
      ],
    });
  });

  it('is blocked when nothing would stand on the document', () => {
    expect(problemsOf(build({ articles: [] }, {}))).toEqual(['no-lines']);
  });
});

describe('articles that the settings name', () => {
  it('are looked up once each', () => {
    expect(settingArticleCodes({ workArticle: 'UUR', travelArticle: 'UUR', standardArticle: '' })).toEqual(['UUR']);
  });
});
