/** One work order, sent under the settings that a test chooses: the same one for every package. */
import { expect } from 'vitest';
import type { SettingCheck } from '../../connectors/_kit/connector';
import type { PulledArticle, PulledCustomer } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import type { SimulatedDocument } from '../../connectors/_kit/simulator/contract';
import type { ArticleForDocument, WorkOrderForDocument } from '../../main/db/store';
import { buildDocument, settingArticleCodes, type BuildOutcome } from '../../main/domain/build-document';
import { DEFAULT_HOUR_POLICY } from '../../preload/contract/hour-policy';
import { pdfOf } from './documents';
import { valueOf, type Session } from './session';

export const DESCRIPTION = 'Ketel vervangen en leidingen nagekeken';
export const WORK_ADDRESS_LINE = 'Markt 12, 3811 AB Amersfoort';
const WORK_ADDRESS = { name: '', street: 'Markt 12', postcode: '3811 AB', city: 'Amersfoort', country: 'NL' };

/** What a work order is made of: Café Zoë, and articles by their code. */
interface Pulled {
  readonly customer: PulledCustomer;
  readonly article: (code: string) => PulledArticle;
}

export async function pulled<Books>(session: Session<Books>): Promise<Pulled> {
  const customers = [...(await session.pull('customers')).present.values()];
  const articles = [...(await session.pull('articles')).present.values()];
  return {
    customer: found(customers.find((one) => one.name === 'Café Zoë')),
    article: (code) => found(articles.find((one) => one.code === code)),
  };
}

/** The document of a work order with 15 minutes of travel, 120 of work, two lamps and filled-in forms. */
export function built(
  { customer, article }: Pulled,
  settings: Settings,
  more: Partial<WorkOrderForDocument> = {},
): BuildOutcome {
  const lamp = forDocument(article('DIVERS'), 2);
  return buildDocument({
    workOrder: {
      id: 1,
      number: '1042',
      version: 1,
      status: 'ready',
      description: DESCRIPTION,
      customerReference: 'PO 4711',
      customer: { ...customer, active: true },
      workAddress: WORK_ADDRESS,
      employee: null,
      hasForms: true,
      workMinutes: 120,
      travelMinutes: 15,
      articles: [{ ...lamp, quantity: '2', priceOverride: '12.34567', descriptionOverride: 'Lamp op zolder' }],
      nextRevision: 1,
      workDay: null,
      maybeSent: false,
      ...more,
    },
    settings,
    hourPolicy: DEFAULT_HOUR_POLICY,
    settingArticles: new Map(settingArticleCodes(settings).map((code) => [code, forDocument(article(code))])),
    markerTag: 'TEST01',
    archivedAtMs: Date.parse('2026-11-22T23:30:00Z'),
  });
}

/** What arrived in the package when the work order was sent with its PDFs; the document itself comes first. */
export async function arrivedIn<Books>(
  session: Session<Books>,
  settings: Settings,
  more: Partial<WorkOrderForDocument> = {},
): Promise<readonly [SimulatedDocument, ...SimulatedDocument[]]> {
  const outcome = built(await pulled(session), settings, more);
  if (outcome.kind !== 'document') throw new Error(`Not a document: ${JSON.stringify(outcome)}`);
  const { document } = outcome;
  const { push, manifest } = session.connector;
  const request = push.toRequest(document, settings, await session.administration());
  const ctx = await session.context(settings, undefined, 'push');
  const pdfs = document.pdfs.map((kind) => pdfOf(kind));
  const inCreate = manifest.capabilities.attachments?.how === 'in-create';
  const remote = valueOf(await push.create(ctx, request.variants[0] ?? null, inCreate ? pdfs : []));
  for (const attachment of inCreate ? [] : pdfs) {
    const task = { attachment, remote, document, sentAtMs: session.time.nowMs() };
    expect(await push.attaching?.put(ctx, task)).toEqual({ ok: true, value: null });
  }
  const [made, ...others] = session.simulator.control.documents();
  if (made === undefined) throw new Error('Nothing arrived');
  return [made, ...others];
}

/** As `arrivedIn`, for a package in which a work order becomes one document and nothing beside it. */
export async function onlyOneIn<Books>(
  session: Session<Books>,
  settings: Settings,
  more: Partial<WorkOrderForDocument> = {},
): Promise<SimulatedDocument> {
  const [made, ...others] = await arrivedIn(session, settings, more);
  expect(others).toEqual([]);
  return made;
}

/** Controleer refused a value: why, in words that name what is wrong, and with something to do. */
export function expectWrong(check: SettingCheck, problem: Partial<Problem>, message: RegExp): void {
  expect(check).toMatchObject({ ok: false, problem });
  if (check.ok) return;
  expect(check.problem.text?.message.nl).toMatch(message);
  expect(check.problem.text?.action?.nl).toMatch(/\w/);
}

const forDocument = (article: PulledArticle, id = 1): ArticleForDocument => ({ ...article, id, active: true });

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not in these books');
  return value;
}
