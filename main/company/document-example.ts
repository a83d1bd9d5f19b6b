import type { Connector } from '../../connectors/_kit/connector';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { SettingField, Settings } from '../../connectors/_kit/settings';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { EXAMPLE_WORKS, type DocumentExample, type ExampleWork } from '../../preload/contract/package-settings';
import type { Language } from '../../preload/contract/views';
import type { ArticleForDocument, RemoteStore, WorkOrderForDocument } from '../db/store';
import { exampleOf } from '../documents/example-work-order';
import type { PdfMaker } from '../documents/pdf-maker';
import { buildDocument, settingArticleCodes } from '../domain/build-document';
import type { Time } from '../ports';
import { createFreezer, previewOf } from '../sync/freeze';
import type { ChosenAdministration } from './chosen-administration';
import type { Packages } from './packages';
import { isVisible, localProblem, tidy } from './setting-rules';

export interface DocumentExampleParts {
  readonly store: RemoteStore;
  readonly packages: Packages;
  readonly chosenAdministration: Pick<ChosenAdministration, 'known'>;
  readonly pdfs: Pick<PdfMaker, 'fileName'>;
  readonly time: Time;
  readonly language: () => Language;
}

export interface ExampleRequest {
  readonly package: ConnectorId;
  readonly settings: Settings;
  readonly workOrderId: number | null;
}

/** Codes of `localProblem` for values that no document can be built with; another value that is wrong is only not right. */
const UNUSABLE = new Set(['setting-wrong-kind', 'setting-choice-unknown']);

/**
 * The document of a work order under settings that are not saved, made by the code that makes what is sent. Asks nothing of
 * the package: an administration that was not checked yet is refused (`setting-administration-first`).
 *
 * Problems: those of `stepProblem`, `work-order-gone`, and `UNUSABLE`.
 */
export function createDocumentExample(parts: DocumentExampleParts) {
  const { store, packages, pdfs, time } = parts;

  return async ({ package: id, settings: entered, workOrderId }: ExampleRequest): Promise<Result<DocumentExample>> => {
    const found = await packages.forStep(id, 'settings');
    if (!found.ok) return found;
    const { connector } = found.value;
    const { settings: fields } = connector.manifest;
    const settings = tidy(fields, entered);
    const unusable = firstUnusable(fields, settings);
    if (unusable !== null) return fail(unusable);
    const administration = await parts.chosenAdministration.known(found.value, settings);
    if (administration === null) return fail(problem('invalid-input', 'setting-administration-first'));

    const link = { settings, administration, version: found.value.record.settingsVersion };
    const work = await workOf(workOrderId);
    if (!work.ok) return work;
    if (work.value !== null) {
      const freezer = createFreezer({ store, connector, link: () => link, pdfs, time });
      const preview = await freezer.preview(work.value.id);
      return preview.ok ? ok({ work: work.value, unknownArticles: [], preview: preview.value }) : preview;
    }
    const made = await madeUp(connector, settings);
    return ok({
      work: null,
      unknownArticles: made.unknown,
      preview: previewOf(made.outcome, { connector, pdfs, ...link }),
    });
  };

  /** The newest with a customer when none was chosen: one without shows no document. Null: there is none to choose from. */
  async function workOf(workOrderId: number | null): Promise<Result<ExampleWork | null>> {
    const recent = await store.recentWork.list(EXAMPLE_WORKS);
    if (workOrderId === null) return ok(recent.find(({ customerName }) => customerName !== '') ?? recent[0] ?? null);
    const chosen = recent.find(({ id }) => id === workOrderId);
    return chosen === undefined ? fail(problem('invalid-input', 'work-order-gone')) : ok(chosen);
  }

  /** Articles that the settings name and Simon did not pull yet stand in it by their code alone. */
  async function madeUp(connector: Connector, settings: Settings) {
    const extra = connector.push.exampleArticleExtra ?? null;
    const settingArticles = new Map<string, ArticleForDocument>();
    const unknown: string[] = [];
    for (const code of settingArticleCodes(settings)) {
      const pulled = await store.articles.byCode(code);
      if (pulled === null) unknown.push(code);
      settingArticles.set(code, pulled ?? { ...NAMELESS, externalId: code, code, description: code, extra });
    }
    const [{ markerTag }, { hourPolicy }] = await Promise.all([store.info.identity(), store.companySettings.get()]);
    const nowMs = time.nowMs();
    const workOrder = { ...madeUpWork(parts.language()), articles: madeUpArticles(parts.language(), extra) };
    const outcome = buildDocument({ workOrder, settings, hourPolicy, settingArticles, markerTag, archivedAtMs: nowMs });
    return { outcome, unknown };
  }
}

function firstUnusable(fields: readonly SettingField[], settings: Settings) {
  return (
    fields
      .filter((field) => isVisible(fields, settings, field))
      .map((field) => localProblem(field, settings[field.key] ?? field.default))
      .find((found) => found !== null && UNUSABLE.has(found.code)) ?? null
  );
}

const NAMELESS = { id: 0, unit: '', unitPrice: null, vatRate: null, active: true } as const;

/** The work order of the example papers, as the builder of documents reads one. */
function madeUpWork(language: Language): Omit<WorkOrderForDocument, 'articles'> {
  const { workOrder, employeeNames } = exampleOf(language);
  const { customer, times } = workOrder;
  if (customer === null) throw new Error('The example work order has a customer');
  const minutesOf = (kind: 'work' | 'travel'): number =>
    times.filter((time) => time.kind === kind).reduce((sum, { minutes }) => sum + minutes, 0);
  const { street, postcode, city } = customer;
  return {
    // No record has it, so that nothing of Simon is found by it.
    id: 0,
    number: workOrder.number,
    version: workOrder.version,
    status: workOrder.status,
    description: workOrder.description,
    customerReference: workOrder.customerReference,
    customer: { externalId: '1', number: customer.number, name: customer.name, active: true, extra: null },
    workAddress: { name: '', street, postcode, city, country: 'NL' },
    employee: [...employeeNames.values()].map((name) => ({ id: 0, name }))[0] ?? null,
    hasForms: true,
    workMinutes: minutesOf('work'),
    travelMinutes: minutesOf('travel'),
    workDay: times[0]?.date ?? null,
    maybeSent: false,
    nextRevision: 1,
  };
}

function madeUpArticles(language: Language, extra: ArticleForDocument['extra']): WorkOrderForDocument['articles'] {
  const { workOrder } = exampleOf(language);
  return workOrder.articles.flatMap(({ articleId, quantity }) =>
    workOrder.articleRows
      .filter(({ id }) => id === articleId)
      .map(({ id, code, description, unit, unitPrice, vatRate }) => ({
        ...{ id, externalId: code, code, description, unit, unitPrice, vatRate, active: true, extra },
        ...{ quantity, priceOverride: null, descriptionOverride: null },
      })),
  );
}
