/**
 * Every call from the screens to the main process, declared once: channel `area:verb` -> schema of the input and type of
 * the output. The preload offers them as `window.app.<area>.<verb>(input)`, main registers one handler each; a missing,
 * extra or misspelt one does not compile.
 */
import { z } from 'zod';
import type { SettingCheck } from '../../connectors/_kit/connector';
import type { DocumentPage } from '../../connectors/_kit/document-page';
import type { Manifest } from '../../connectors/_kit/manifest';
import type { Problem } from '../../connectors/_kit/problem';
import type { Result } from '../../connectors/_kit/result';
import type { Choice } from '../../connectors/_kit/settings';
import type { Json } from '../../connectors/_kit/text';
import { adoptedTable, certainty, type AdoptionRow, type AdoptionState } from './adoption';
import { MOST_TOGETHER, type ArchiveCheck } from './archiving';
import type { DiagnosticsFile, Licence, PullPace } from './about-app';
import { appSettings } from './app-settings';
import type { CompanyRemoved, RemovalPreview } from './company-removal';
import { companySettings, type CompanySettings } from './company-settings';
import type { HostCheck } from './connection-check';
import { formAnswers, formTitle, questions, type CustomFormRow } from './custom-forms';
import { VIEWS } from './events';
import { exportedList, exportFormat, type ExportOutcome } from './exports';
import type { OverviewFigures } from './figures';
import type { FirstRun } from './first-run';
import { listed, logFilter, queueFilter, runFilter, supportSubject, workOrderFilter } from './listing';
import {
  queueCorrection,
  queueTarget,
  type Corrected,
  type CorrectionChoices,
  type QueueGroups,
  type QueueRehearsal,
} from './queue-decisions';
import {
  COLUMN_CHOICES,
  type FolderDropState,
  type ImportOnDesk,
  type ImportResult,
  type OpenedImport,
} from './imports';
import type { LongWork } from './long-work';
import { companyLogo, paperRequest, printJob, type CompanyLogo, type Paper } from './papers';
import type { DocumentExample, ExampleWork, FilterWordCounts, SettingsVersion } from './package-settings';
import { LONGEST_BOARD_MS } from './planning';
import type * as view from './views';
import { MAX_FILES, newFile, type WorkOrderFile } from './work-order-files';
import { newSignature } from './work-order-signature';
import { templateName, type TemplateRow, type WorkOrderMade } from './work-order-templates';

declare const output: unique symbol;

/** A declared call: the schema travels at run time, the output only as a type. */
export interface Call<I extends z.ZodType, O> {
  readonly input: I;
  readonly [output]?: O;
}

const call =
  <O>() =>
  <I extends z.ZodType>(input: I): Call<I, O> => ({ input });

const nothing = z.void();
const id = z.number().int().positive();
const ids = z.array(id).min(1).max(10_000);
const shortText = z.string().max(500);
const longText = z.string().max(20_000);
const decimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const atMs = z.number().int();
const count = z.number().int().min(0);
/** SHA-256 of a paper that was made. */
const paperId = z.string().regex(/^[0-9a-f]{64}$/);
const minuteOfDay = z.number().int().min(0).max(1_439);
const companyId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const companyName = z.string().max(100);
const screen = z.enum(VIEWS);
const packageId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const resource = z.enum(['customers', 'articleGroups', 'articles', 'orders']);
const json: z.ZodType<Json> = z.json();
const settings = z.record(z.string().max(60), json);
const credentials = z.record(z.string().max(60), z.string().max(5_000));
const list = listed.extend({
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
const textToFind = z.object({ text: shortText, limit: z.number().int().min(1).max(500) });
const address = z.object({
  name: shortText,
  street: shortText,
  postcode: shortText,
  city: shortText,
  country: z.string().max(2),
});
export const workOrderDraft = z.object({
  customerId: id.nullable(),
  workAddressId: id.nullable(),
  description: longText,
  customerReference: shortText,
  notes: longText,
  employeeId: id.nullable(),
  plannedStartAtMs: atMs.nullable(),
  plannedEndAtMs: atMs.nullable(),
  times: z
    .array(
      z.object({
        employeeId: id.nullable(),
        kind: z.enum(['work', 'travel']),
        date: day,
        startMinute: minuteOfDay.nullable(),
        minutes: z.number().int().min(0).max(6_000),
        note: shortText,
      }),
    )
    .max(1_000),
  articles: z
    .array(
      z.object({
        articleId: id,
        quantity: decimalText,
        unitPrice: decimalText.nullable(),
        description: longText.nullable(),
      }),
    )
    .max(1_000),
  forms: z
    .array(
      z.union([
        z.object({ formVersionId: id, title: shortText, answers: formAnswers }),
        z.object({
          formVersionId: z.undefined().optional(),
          title: shortText,
          answers: z.array(z.object({ question: longText, answer: longText })).max(500),
        }),
      ]),
    )
    .max(50),
});

export const calls = {
  'app:state': call<view.AppState>()(nothing),
  'app:save-settings': call<view.AppSettings>()(appSettings),
  /** The page has saved what it could, and may end. */
  'app:saved-all': call<null>()(nothing),
  'app:open-practice-books': call<Result<null>>()(nothing),
  /** Shows a notification as an example; false: this computer shows none. */
  'app:test-notification': call<{ readonly shown: boolean }>()(nothing),
  /** How often the package of each linked company may be asked. */
  'app:pull-paces': call<readonly PullPace[]>()(nothing),
  'app:licences': call<readonly Licence[]>()(nothing),

  /** Asks each service of the packages whether it can be reached; takes up to half a minute. */
  'network:check': call<readonly HostCheck[]>()(nothing),
  /** The password itself never comes back. Problem: `keychain-refuses`. */
  'network:password-is-set': call<Result<boolean>>()(nothing),
  /** Null takes it away. Problem: `keychain-refuses`. */
  'network:save-password': call<Result<null>>()(z.object({ password: z.string().max(500).nullable() })),

  /** Every file of the bundle for support, as it would be saved. */
  'diagnostics:collect': call<readonly DiagnosticsFile[]>()(nothing),
  /** Keeps what was collected last as one zip; main asks where. Null: cancelled, or nothing was collected. */
  'diagnostics:save': call<Result<{ readonly file: string }> | null>()(nothing),

  /** A new company, empty and unlinked; its page takes the place of this one. */
  'companies:add': call<Result<null>>()(z.object({ name: companyName })),
  /** What would go with a company. Problems: `company-gone`, `company-is-last`, `company-is-shown`, `company-is-sending`. */
  'companies:removal': call<Result<RemovalPreview>>()(z.object({ id: companyId })),
  /**
   * Removes it for good, after a last backup: in the standard folder, or where main asks (`chooseFolder`; null: cancelled).
   * Problems besides: `company-name-differs`, `backup-failed`, `storage-*`.
   */
  'companies:remove': call<Result<CompanyRemoved> | null>()(
    z.object({ id: companyId, name: companyName, chooseFolder: z.boolean() }),
  ),
  'companies:rename': call<Result<null>>()(z.object({ id: companyId, name: companyName })),
  /** The page of this company takes the place of this one; its data are opened first when they were not. */
  'companies:choose': call<Result<null>>()(z.object({ id: companyId, view: screen })),

  /** Also of a company whose data cannot be opened. */
  'backups:list': call<Result<view.BackupList>>()(nothing),
  /**
   * Puts a backup of the list in the place of the company's data, after a backup of the present state. The data are closed
   * meanwhile: afterwards the page must be shown anew.
   */
  'backups:restore': call<Result<view.BackupRestored>>()(z.object({ name: z.string().max(300) })),

  'company-settings:get': call<CompanySettings>()(nothing),
  /** Keeps the keys that are given, each as a whole; they count for what is made from then on. */
  'company-settings:save': call<Result<CompanySettings>>()(companySettings.omit({ folderDrop: true }).partial()),

  'company-logo:get': call<CompanyLogo | null>()(nothing),
  /** Takes the place of the one that was there. Problems: `logo-too-large`, `logo-not-readable`. */
  'company-logo:save': call<Result<null>>()(companyLogo),
  'company-logo:remove': call<Result<null>>()(nothing),

  /** Null outside the practice administration. */
  'first-run:get': call<FirstRun | null>()(nothing),
  /** Puts the guided first run away, or shows it again. */
  'first-run:put-away': call<Result<FirstRun>>()(z.object({ away: z.boolean() })),

  'overview:get': call<view.Overview>()(nothing),
  /** Amounts and charts; they may take a moment when there are thousands of open work orders. */
  'overview:figures': call<OverviewFigures>()(nothing),
  /**
   * The office has seen a message that Simon cannot know the end of: it does not ask any more. One about a work order that
   * is blocked goes on asking.
   */
  'overview:seen': call<Result<null>>()(id),

  'customers:list': call<view.ListPage<view.CustomerRow>>()(list),
  /** To choose from while typing: see `CustomersToChoose`. */
  'customers:find': call<view.CustomersToChoose>()(textToFind),
  /** The work addresses of a customer that hold what was typed; all of them without a text. */
  'customers:find-work-addresses': call<readonly view.WorkAddressRow[]>()(
    z.object({ customerId: id, text: shortText }),
  ),
  'customers:get': call<view.CustomerDetail | null>()(id),
  'customers:add': call<Result<view.CustomerDetail>>()(z.object({ name: shortText.min(1), address })),
  'customers:add-work-address': call<Result<view.WorkAddressRow>>()(z.object({ customerId: id, address })),

  'articles:list': call<view.ListPage<view.ArticleRow>>()(list),
  /** To choose from while typing: by code or description, also with typing errors when nothing holds what was typed. */
  'articles:find': call<readonly view.ArticleRow[]>()(textToFind),
  /** Those with these codes, whatever the case; for rows out of a spreadsheet. */
  'articles:with-codes': call<readonly view.ArticleRow[]>()(z.array(shortText).max(1_000)),

  'employees:list': call<readonly view.EmployeeRow[]>()(nothing),
  'employees:add': call<Result<view.EmployeeRow>>()(z.object({ name: shortText.min(1) })),
  /** Another name, or whether somebody works here. Problems: `employee-without-name`, `employee-exists`, `employee-not-found`. */
  'employees:save': call<Result<view.EmployeeRow>>()(z.object({ id, name: shortText, active: z.boolean() })),
  /** The order in which they are shown everywhere; who is not named comes after them, by name. */
  'employees:order': call<Result<readonly view.EmployeeRow[]>>()(z.array(id).max(1_000)),

  /** Also those that were put away. */
  'custom-forms:list': call<readonly CustomFormRow[]>()(nothing),
  /** Id null: a new one. Problems: `form-gone`, `form-title-taken`, `form-design`. */
  'custom-forms:save': call<Result<CustomFormRow>>()(z.object({ id: id.nullable(), title: formTitle, questions })),
  /** Puts it away or takes it back into use. Problems: `form-gone`, `form-title-taken`. */
  'custom-forms:set-active': call<Result<CustomFormRow>>()(z.object({ id, active: z.boolean() })),
  /** Problem: `form-in-use`. */
  'custom-forms:delete': call<Result<null>>()(id),

  'work-orders:list': call<view.ListPage<view.WorkOrderRow>>()(list.extend(workOrderFilter.shape)),
  'work-orders:get': call<view.WorkOrderDetail | null>()(id),
  /** What these employees booked on other work orders on these days, both included. */
  'work-orders:times-elsewhere': call<readonly view.TimeElsewhere[]>()(
    z.object({ exceptId: id.nullable(), employeeIds: z.array(id).max(1_000), fromDay: day, toDay: day }),
  ),
  'work-orders:create': call<Result<view.WorkOrderDetail>>()(workOrderDraft),
  'work-orders:save': call<Result<view.WorkOrderDetail>>()(
    z.object({ id, version: z.number().int(), draft: workOrderDraft }),
  ),
  'work-orders:delete': call<Result<null>>()(id),
  /** A new one like it, also of one that is archived: without times, plan, answers, files and signature. */
  'work-orders:duplicate': call<Result<WorkOrderMade>>()(id),
  'work-orders:report-ready': call<Result<view.WorkOrderDetail>>()(id),
  'work-orders:reopen': call<Result<view.WorkOrderDetail>>()(id),
  /** The customer's signature, under the work order as it stands. Problems: `work-order-archived`, `work-order-changed-elsewhere`. */
  'work-orders:sign': call<Result<view.WorkOrderDetail>>()(newSignature),
  'work-orders:unsign': call<Result<view.WorkOrderDetail>>()(id),
  /** What archiving would find in these work orders now. */
  'work-orders:check': call<readonly ArchiveCheck[]>()(ids),
  /** Each becomes a document of its own. */
  'work-orders:archive': call<view.ArchiveOutcome>()(ids),
  /** One document of all of them, or none is archived. Problem besides: `cannot-be-together`. */
  'work-orders:archive-together': call<view.ArchiveOutcome>()(z.array(id).min(2).max(MOST_TOGETHER)),
  /**
   * A further document of a work order that has one: it is reported ready again, to be corrected and archived. Problem:
   * `work-order-not-booked`.
   */
  'work-orders:choose-again': call<Result<view.WorkOrderDetail>>()(id),
  /** No further document after all: archived again. Problem: `work-order-not-chosen-again`. */
  'work-orders:keep-document': call<Result<view.WorkOrderDetail>>()(id),
  'work-orders:preview': call<Result<view.DocumentPreview>>()(id),

  /** Main asks for a file with work orders or hours, and reads it; null when the office cancels. Nothing is taken in. */
  'imports:open': call<Result<OpenedImport> | null>()(nothing),
  /** Reads the open file again: another sheet, or with what its columns hold, in their order (null: as recognised). */
  'imports:reread': call<Result<OpenedImport>>()(
    z.object({ sheet: z.string().max(500).nullable(), choices: z.array(z.enum(COLUMN_CHOICES).nullable()).max(1_000) }),
  ),
  'imports:on-desk': call<ImportOnDesk>()(nothing),
  /** The same, once what is being done has ended. */
  'imports:settled': call<ImportOnDesk>()(nothing),
  /** What would become of every record of the open file. Problem: `import-none-open`. */
  'imports:check': call<Result<ImportResult>>()(nothing),
  /** Takes in what the last check showed. Problem: `import-none-open`. */
  'imports:run': call<Result<ImportResult>>()(nothing),
  /** Stops a check or an import before its next record; what was taken in stays. */
  'imports:stop': call<null>()(nothing),
  /** The rows of the last check or import as a file; main asks where. Null: cancelled, or there are none. */
  'imports:save-result': call<Result<{ readonly file: string }> | null>()(z.object({ format: exportFormat })),
  /** A file with the right columns, to fill in; main asks where. Null: cancelled. */
  'imports:save-example': call<Result<{ readonly file: string }> | null>()(z.object({ format: exportFormat })),

  'folder-drop:state': call<FolderDropState>()(nothing),
  /** Main asks for a folder, and tells how many files in it would be taken in; nothing is done with it yet. */
  'folder-drop:choose': call<Result<{ readonly folder: string; readonly files: number }> | null>()(nothing),
  /** On: the folder that was just chosen. */
  'folder-drop:use': call<Result<null>>()(z.object({ on: z.boolean() })),

  'work-order-templates:list': call<view.ListPage<TemplateRow>>()(list),
  /** Keeps a work order as a template. Problems: `work-order-not-found`, `template-name-taken` unless one may be replaced. */
  'work-order-templates:keep': call<Result<TemplateRow>>()(
    z.object({ workOrderId: id, name: templateName, replace: z.boolean() }),
  ),
  /** Problems: `template-gone`, `template-name-taken`. */
  'work-order-templates:rename': call<Result<TemplateRow>>()(z.object({ id, name: templateName })),
  'work-order-templates:remove': call<Result<null>>()(id),
  /** A new work order of a template. Problem: `template-gone`. */
  'work-order-templates:start': call<Result<WorkOrderMade>>()(id),

  /** Photos, attachments and signatures, without their bytes. */
  'work-order-files:list': call<readonly WorkOrderFile[]>()(id),
  'work-order-files:bytes': call<Uint8Array | null>()(id),
  /** A photo small, where it was made small; else its bytes. */
  'work-order-files:thumbnail': call<Uint8Array | null>()(id),
  /** Problems: `file-too-large`, `file-not-readable`, `too-many-files`, `work-order-archived`. */
  'work-order-files:add': call<Result<WorkOrderFile>>()(newFile),
  'work-order-files:set-caption': call<Result<WorkOrderFile>>()(z.object({ id, caption: shortText })),
  /** Shows them in this order, also on paper; what is not named comes after them. */
  'work-order-files:order': call<Result<readonly WorkOrderFile[]>>()(
    z.object({ workOrderId: id, ids: z.array(id).max(MAX_FILES) }),
  ),
  /** Can be undone for a day. */
  'work-order-files:remove': call<Result<null>>()(id),
  'work-order-files:restore': call<Result<WorkOrderFile>>()(id),
  /** Puts an attachment where the office wants it, and opens it there. The path, or null when the office cancels. */
  'work-order-files:save': call<Result<{ readonly file: string }> | null>()(id),

  /** Planned work orders of which a part lies between these moments. */
  'planning:board': call<readonly view.PlannedWorkOrder[]>()(
    z
      .object({ fromMs: atMs, toMs: atMs })
      .refine(({ fromMs, toMs }) => fromMs < toMs && toMs - fromMs <= LONGEST_BOARD_MS),
  ),
  'planning:unplanned': call<view.ListPage<view.PlanningRow>>()(list),
  /** Changes only who does a work order and when. Problems: `work-order-archived`, `work-order-changed-elsewhere` and those of a draft. */
  'planning:plan': call<Result<view.PlanningRow>>()(
    z.object({
      id,
      version: z.number().int(),
      plan: z.object({ employeeId: id.nullable(), plannedStartAtMs: atMs.nullable(), plannedEndAtMs: atMs.nullable() }),
    }),
  ),

  /** Makes a paper, or takes the one that was sent; nothing is sent. It is kept for a while, for the calls that follow. */
  'papers:make': call<Result<Paper>>()(paperRequest),
  /** Puts one that was made where the office wants it; main asks where. The path, or null when the office cancels. */
  'papers:save': call<Result<{ readonly file: string }> | null>()(paperId),
  /** Opens a copy in the computer's own program for PDFs. */
  'papers:open': call<Result<null>>()(paperId),
  /** Prints after the system's own dialog; false: the office closed that. */
  'papers:print': call<Result<{ readonly printed: boolean }>>()(printJob),

  'queue:list': call<view.ListPage<view.QueueRow>>()(list.extend(queueFilter.shape)),
  'queue:get': call<view.QueueDetail | null>()(id),
  /** What shows when the document is opened in the package's own app; null: it is not there, or the package has none. */
  'queue:document-page': call<DocumentPage['shows'] | null>()(id),
  /** Opens it there, in the system's browser. Problems: `document-not-there`, `no-browser`. */
  'queue:open-document': call<Result<null>>()(id),
  /** What the screen would list, by cause. */
  'queue:groups': call<QueueGroups>()(queueFilter.extend({ search: shortText.default('') })),
  /** What Opnieuw proberen (`retry`) or Niet versturen (`skip`) would do; nothing is changed. Problem: `not-linked` (retry). */
  'queue:rehearse': call<Result<QueueRehearsal>>()(
    z.object({ action: z.enum(['retry', 'skip']), target: queueTarget }),
  ),
  'queue:retry': call<Result<{ readonly retried: number }>>()(ids),
  /** The office chooses not to send what surely is not stored; retrying sends it after all. */
  'queue:skip': call<Result<{ readonly skipped: number }>>()(ids),
  /** What may be chosen anew on the work orders of blocked entries. */
  'queue:correction-choices': call<CorrectionChoices>()(queueTarget),
  /** Chooses it, and tries those entries again. Problems: `not-linked`, and that what was chosen cannot be sent either. */
  'queue:correct': call<Result<Corrected>>()(z.object({ target: queueTarget, correction: queueCorrection })),
  /** Sends the PDFs of booked documents again that were not sent. The number of PDFs. */
  'queue:retry-pdfs': call<Result<{ readonly retried: number }>>()(ids),
  /** Takes a work order that was surely never stored back to reported ready. */
  'queue:take-back': call<Result<null>>()(id),
  /** The office's answer for a held entry: it is there (with its number), or it is not and may be sent again. */
  'queue:answer-unsure': call<Result<null>>()(
    z.discriminatedUnion('answer', [
      z.object({ id, answer: z.literal('there'), documentNumber: shortText.min(1) }),
      z.object({ id, answer: z.literal('not-there') }),
    ]),
  ),

  /** Keeps the record of one entry as a file, to read and print or for the helpdesk; main asks where. Null: cancelled. */
  'queue:export': call<Result<{ readonly file: string }> | null>()(z.object({ id, format: z.enum(['pdf', 'json']) })),

  'integrations:list':
    call<readonly { readonly manifest: Manifest; readonly stage: view.IntegrationStage }[]>()(nothing),
  'integrations:accept-terms': call<Result<view.IntegrationStage>>()(packageId),
  'integrations:wipe-preview': call<Result<view.WipePreview>>()(packageId),
  'integrations:wipe': call<Result<view.WipeOutcome>>()(
    z.object({ package: packageId, parts: z.array(z.enum(['customers', 'articles', 'workOrders', 'log'])) }),
  ),
  'integrations:link': call<Result<view.IntegrationStage>>()(z.object({ package: packageId, credentials })),
  /**
   * Koppel with a package whose link is a login: opens its login page in the browser (event `login:page`) and answers when
   * the office has logged in, or has not. A new login takes the place of one that still waits.
   */
  'integrations:login': call<Result<view.IntegrationStage>>()(z.object({ package: packageId, credentials })),
  /** The address that the browser ended at, pasted because it did not come back by itself. */
  'integrations:login-answer': call<Result<null>>()(z.object({ package: packageId, address: z.string().max(10_000) })),
  'integrations:login-cancel': call<null>()(packageId),
  /** What is kept of the fields that hold no secret, so that it can be looked over and mended. */
  'integrations:kept-values': call<Result<Readonly<Record<string, string>>>>()(packageId),
  /** The practice administration's own key, so that it need not be typed. Null outside practice. */
  'integrations:practice-credentials': call<Readonly<Record<string, string>> | null>()(packageId),
  'integrations:check-setting': call<Result<SettingCheck>>()(
    z.object({ package: packageId, key: z.string().max(60), settings }),
  ),
  'integrations:choices': call<Result<readonly Choice[]>>()(
    z.object({ package: packageId, key: z.string().max(60), settings }),
  ),
  /** Checks every visible setting again and saves only when all are right; activates and starts the first pull the first time. */
  'integrations:save-settings': call<
    Result<{
      readonly stage: view.IntegrationStage;
      readonly refused: readonly { readonly key: string; readonly problem: Problem }[];
    }>
  >()(z.object({ package: packageId, settings })),
  /** What was saved before, newest first. */
  'integrations:settings-history': call<readonly SettingsVersion[]>()(packageId),
  /** Work orders to try settings on. */
  'integrations:example-works': call<readonly ExampleWork[]>()(nothing),
  /**
   * The document of a work order under settings that are not saved, built as it would be sent; null: of the newest one that
   * is done. Asks nothing of the package. Problems: those of `stepProblem`, `setting-administration-first`,
   * `work-order-gone`, and those of a value that no setting can have.
   */
  'integrations:document-example': call<Result<DocumentExample>>()(
    z.object({ package: packageId, settings, workOrderId: id.nullable() }),
  ),
  /** How many work orders hold this filter word. */
  'integrations:filter-word': call<FilterWordCounts>()(z.object({ word: shortText })),
  /** Activates a deactivated integration with the data, link and settings of then; every setting is checked again. */
  'integrations:go-on': call<
    Result<{
      readonly stage: view.IntegrationStage;
      readonly refused: readonly { readonly key: string; readonly problem: Problem }[];
    }>
  >()(packageId),
  /** Stops what was activated since the last wipe; its data come back with `backups:restore` of the backup it names. */
  'integrations:take-back-wipe': call<Result<{ readonly backup: string }>>()(packageId),
  /** Takes the data of the former package along instead of wiping them; carried out by `adoption-finish`. */
  'integrations:adopt': call<Result<view.IntegrationStage>>()(packageId),
  /** Reads the package's list and compares it; answers when that is done. */
  'integrations:adoption-read': call<Result<AdoptionState>>()(packageId),
  'integrations:adoption-state': call<AdoptionState>()(nothing),
  'integrations:adoption-rows': call<view.ListPage<AdoptionRow>>()(
    list.extend({ table: adoptedTable, certainty: certainty.optional(), undecided: z.boolean().optional() }),
  ),
  /** `externalId` null: it is not taken along. Problems: `adoption-changed`, `adoption-taken`. */
  'integrations:adoption-decide': call<Result<null>>()(z.object({ id, externalId: z.string().max(200).nullable() })),
  /** All that are undecided: the best candidate that is free, or none. */
  'integrations:adoption-decide-all': call<Result<{ readonly decided: number }>>()(
    z.object({ table: adoptedTable, how: z.enum(['best', 'none']) }),
  ),
  'integrations:adoption-finish': call<Result<view.IntegrationStage>>()(packageId),
  'integrations:deactivate': call<Result<view.IntegrationStage>>()(packageId),

  /** What takes long now. A page asks this when it starts. */
  'work:list': call<readonly LongWork[]>()(nothing),
  /** Stops it for a while. False: it cannot, or it is over. */
  'work:pause': call<boolean>()(z.object({ id: shortText })),
  /** Stops it; what was done stays. False: it cannot, or it is over. */
  'work:cancel': call<boolean>()(z.object({ id: shortText })),
  /** How far the page is with archiving many work orders; null: that is over. */
  'work:report': call<null>()(z.object({ done: count, total: count }).nullable()),

  'sync:status': call<view.SyncStatus>()(nothing),
  'sync:now': call<Result<null>>()(z.object({ resources: z.array(resource), cleanUp: z.boolean() })),
  'sync:cancel': call<Result<null>>()(nothing),
  'sync:pause': call<Result<null>>()(z.object({ paused: z.boolean() })),
  /** What a clean-up that waits for the office would remove; nothing when it was answered or asked anew since. */
  'sync:clean-up-rows': call<view.ListPage<view.CleanUpRow>>()(list.extend({ id })),
  /**
   * Carries it out, after a backup when much would go. Problems: `clean-up-not-asked` (answered or asked anew since),
   * `backup-failed`, and what the package says when the list is read again.
   */
  'sync:confirm-clean-up': call<Result<view.CleanUpConfirmed>>()(z.object({ id })),
  /** Keeps everything; the question comes back when something changes. Problem: `clean-up-not-asked`. */
  'sync:refuse-clean-up': call<Result<null>>()(z.object({ id })),
  /** The history of runs, newest first. */
  'sync:runs': call<view.ListPage<view.RunRow>>()(list.extend(runFilter.shape)),
  'sync:run': call<view.RunRow | null>()(id),

  'log:list': call<{ readonly rows: readonly view.LogRow[]; readonly more: boolean }>()(
    z.object({
      filter: logFilter,
      before: z.object({ lastAtMs: atMs, id }).optional(),
      limit: z.number().int().min(1).max(500),
    }),
  ),

  /** A window of what the filter lets through, newest first. */
  'log:window': call<view.ListPage<view.LogRow>>()(
    z.object({ filter: logFilter, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  ),
  /** Messages as a text for the helpdesk, with a token in the place of whatever may be personal. */
  'log:support-text': call<string>()(supportSubject),
  /** When a repeated message came, newest first; fewer than its count when older moments were not kept. */
  'log:moments': call<readonly view.LogMoment[]>()(z.object({ id, limit: z.number().int().min(1).max(500) })),

  /**
   * Makes a file of all rows that a list shows; main asks where to save it, and tells how far it is (event
   * `export:progress`). Null: the office cancels. Problems: `export-under-way`, `too-many-rows-for-excel`,
   * `file-not-written`.
   */
  'exports:save': call<Result<ExportOutcome> | null>()(z.object({ what: exportedList, format: exportFormat })),
  /** Ends the one that is under way; nothing is left of its file. */
  'exports:cancel': call<null>()(nothing),
} as const;

export type Calls = typeof calls;
export type Channel = keyof Calls;
export type Input<C extends Channel> = z.input<Calls[C]['input']>;
export type ParsedInput<C extends Channel> = z.output<Calls[C]['input']>;
export type Output<C extends Channel> = Calls[C] extends Call<z.ZodType, infer O> ? O : never;

/**
 * What a call answers on the wire: a bug in main comes back as data, with an id that stands in the log file; so does a
 * computer that refuses (`storage`), which any call may meet.
 */
export type Reply<O> =
  | { readonly ok: true; readonly value: O }
  | { readonly ok: false; readonly bug: { readonly id: string } }
  | { readonly ok: false; readonly refusal: Problem };
