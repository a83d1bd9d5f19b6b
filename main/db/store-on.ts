import { applyPage } from './intake/apply-page';
import { guarded, type Connection } from './connection';
import { copyDatabase } from './copy-database';
import { adoptRows } from './intake/adopt-rows';
import * as adoption from './repos/adoption';
import * as articles from './repos/articles';
import * as cleanUp from './repos/clean-up';
import * as cleanUpQuestions from './repos/clean-up-questions';
import { identity } from './repos/company';
import * as companyLogo from './repos/company-logo';
import * as companySettings from './repos/company-settings';
import * as customForms from './repos/custom-forms';
import * as bookedTimes from './repos/booked-times';
import * as customers from './repos/customers';
import * as deliveries from './repos/deliveries';
import * as employees from './repos/employees';
import * as imports from './repos/imports';
import * as figures from './repos/figures';
import * as lateDeliveries from './repos/late-deliveries';
import * as limits from './repos/limits';
import * as log from './repos/log';
import * as logAttention from './repos/log-attention';
import { personalOf } from './repos/log-personal';
import * as marks from './repos/marks';
import * as outbox from './repos/outbox';
import * as outboxCauses from './repos/outbox-causes';
import * as outboxChanges from './repos/outbox-changes';
import * as outboxCorrections from './repos/outbox-corrections';
import * as pdfChanges from './repos/outbox-pdf-changes';
import { pdfTask } from './repos/outbox-pdf-task';
import * as pdfs from './repos/outbox-pdfs';
import * as planning from './repos/planning';
import * as restore from './repos/restore';
import * as trace from './repos/trace';
import * as recentWork from './repos/recent-work';
import * as settingsVersions from './repos/settings-versions';
import * as runs from './repos/runs';
import * as wipe from './repos/wipe';
import * as workOrderAgain from './repos/work-order-again';
import * as workOrderChanges from './repos/work-order-changes';
import * as workOrderFiles from './repos/work-order-files';
import * as signing from './repos/work-order-signing';
import { timesElsewhere } from './repos/times-elsewhere';
import { forDocument } from './repos/work-order-document';
import { findAddresses } from './repos/work-addresses';
import * as templates from './repos/work-order-templates';
import * as workOrders from './repos/work-orders';
import type { Store } from './store';
import { undoneUnless } from './undone-write';

/** The store on an open, migrated database: each method is one transaction. `now`: wall clock, UTC ms. */
export function storeOn({ read, write, handle, close }: Connection, now: () => number): Store {
  return {
    info: {
      identity: () => read(identity),
      backup: (file) => guarded(() => copyDatabase(handle, file)),
      integrityCheck: () =>
        guarded(() => {
          const findings = handle.pragma('integrity_check(20)') as readonly { readonly integrity_check: string }[];
          const detail = findings.map((finding) => finding.integrity_check).join('\n');
          return { ok: detail === 'ok', detail };
        }),
      trace: () => read(trace.trace),
      takeTrace: (traceId) => write((db) => trace.takeTrace(db, traceId)),
      doubt: (atMs) => write((db) => trace.doubt(db, atMs)),
      takeOver: (to, atMs) => write((db) => trace.takeOver(db, to, atMs)),
      untoldRestore: () => read(restore.untold),
      restoreTold: (id) => write((db) => restore.told(db, id)),
      overviewCounts: () =>
        read((db) => {
          const { customers: customerCount, articles: articleCount } = wipe.counts(db);
          return { customers: customerCount, articles: articleCount, ...workOrders.countsByStatus(db) };
        }),
    },
    companySettings: {
      get: () => read(companySettings.get),
      save: (changes) => write((db) => companySettings.save(db, changes)),
    },
    companyLogo: {
      get: () => read(companyLogo.get),
      save: (logo) => write((db) => companyLogo.save(db, logo)),
    },
    customForms: {
      list: () => read(customForms.list),
      currentByTitle: (title) => read((db) => customForms.currentByTitle(db, title)),
      save: (id, design, atMs) => write((db) => customForms.save(db, id, design, atMs)),
      setActive: (id, active) => write((db) => customForms.setActive(db, id, active)),
      remove: (id) => write((db) => customForms.remove(db, id)),
    },
    workOrderFiles: {
      list: (workOrderId) => read((db) => workOrderFiles.list(db, workOrderId)),
      get: (id) => read((db) => workOrderFiles.get(db, id)),
      bytes: (id) => read((db) => workOrderFiles.bytes(db, id)),
      thumbnail: (id) => read((db) => workOrderFiles.thumbnail(db, id)),
      order: (workOrderId, ids) => write((db) => workOrderFiles.order(db, workOrderId, ids)),
      add: (file, atMs) => write((db) => workOrderFiles.add(db, file, atMs)),
      setCaption: (id, caption) => write((db) => workOrderFiles.setCaption(db, id, caption)),
      remove: (id, atMs) => write((db) => workOrderFiles.remove(db, id, atMs)),
      restore: (id) => write((db) => workOrderFiles.restore(db, id)),
    },
    pull: {
      mark: (link, resource) => read((db) => marks.mark(db, link, resource)),
      marks: (link) => read((db) => marks.marks(db, link)),
      applyPage: (page) => write((db) => applyPage(db, page)),
      resetMarks: (link, resources) => write((db) => marks.resetMarks(db, link, resources)),
    },
    cleanUp: {
      begin: (link, resource) => write((db) => cleanUp.begin(db, link, resource)),
      addIds: (link, resource, page) => write((db) => cleanUp.addIds(db, link, resource, page)),
      compare: (link, resource) => read((db) => cleanUp.compare(db, link, resource)),
      ask: (link, resource, request) => write((db) => cleanUp.ask(db, link, resource, request)),
      apply: (link, resource, request) => write((db) => cleanUp.apply(db, link, resource, request)),
      keep: (link, resource, atMs) => write((db) => cleanUp.keep(db, link, resource, atMs)),
      lastEndedAtMs: (link, resource) => read((db) => cleanUp.lastEndedAtMs(db, link, resource)),
      questions: (link) => read((db) => cleanUpQuestions.waiting(db, link)),
      question: (id) => read((db) => cleanUpQuestions.get(db, id)),
      questionRows: (request) => read((db) => cleanUpQuestions.rows(db, request)),
      refuse: (id, atMs) => write((db) => cleanUpQuestions.refuse(db, id, atMs)),
    },
    customers: {
      list: (request) => read((db) => customers.list(db, request)),
      find: (text, limit) => read((db) => customers.find(db, text, limit)),
      findAddresses: (customerId, text) => read((db) => findAddresses(db, customerId, text)),
      get: (id) => read((db) => customers.get(db, id)),
      add: (customer) => write((db) => customers.add(db, customer)),
      addWorkAddress: (customerId, address) => write((db) => customers.addWorkAddress(db, customerId, address)),
      byNumber: (number) => read((db) => customers.byNumber(db, number)),
    },
    articles: {
      list: (request) => read((db) => articles.list(db, request)),
      find: (text, limit) => read((db) => articles.find(db, text, limit)),
      withCodes: (codes) => read((db) => articles.withCodes(db, codes)),
      byCode: (code) => read((db) => articles.byCode(db, code)),
    },
    employees: {
      list: () => read(employees.list),
      save: (id, change) => write((db) => employees.save(db, id, change)),
      order: (ids) => write((db) => employees.order(db, ids)),
      add: (name) => write((db) => employees.add(db, name)),
      byName: (name) => read((db) => employees.byName(db, name)),
    },
    workOrders: {
      list: (request) => read((db) => workOrders.list(db, request)),
      get: (id) => read((db) => workOrders.get(db, id)),
      idByNumber: (number) => read((db) => workOrders.idByNumber(db, number)),
      numberByImportId: (importId) => read((db) => workOrders.numberByImportId(db, importId)),
      timesElsewhere: (request) => read((db) => timesElsewhere(db, request)),
      idsByStatus: (status) => read((db) => workOrders.idsByStatus(db, status)),
      create: (draft, atMs, importId) => write((db) => workOrderChanges.create(db, draft, atMs, importId)),
      save: (id, version, draft, atMs) => write((db) => workOrderChanges.save(db, id, version, draft, atMs)),
      remove: (id) => write((db) => workOrderChanges.remove(db, id)),
      reportReady: (id, atMs) => write((db) => workOrderChanges.reportReady(db, id, atMs)),
      reopen: (id) => write((db) => workOrderChanges.reopen(db, id)),
      sign: (signature, atMs) => write((db) => signing.sign(db, signature, atMs)),
      unsign: (id) => write((db) => signing.unsign(db, id)),
      forDocument: (id) => read((db) => forDocument(db, id)),
      archive: (id, version, start, atMs) =>
        write((db) => workOrderChanges.archive(db, [{ id, version }], start, atMs)),
      archiveTogether: (works, start, atMs) => write((db) => workOrderChanges.archive(db, works, start, atMs)),
      chooseAgain: (id, atMs) => write((db) => workOrderAgain.chooseAgain(db, id, atMs)),
      keepDocument: (id) => write((db) => workOrderAgain.keepDocument(db, id)),
    },
    imports: {
      takenFrom: (fileKey) => read((db) => imports.takenFrom(db, fileKey)),
      takenAs: (contentKey) => read((db) => imports.takenAs(db, contentKey)),
      take: (request, atMs) =>
        undoneUnless(
          write,
          (outcome) => outcome.ok,
          (db) => imports.take(db, request, atMs),
        ),
      rehearse: (request, atMs) =>
        undoneUnless(
          write,
          () => false,
          (db) => imports.take(db, request, atMs),
        ),
      columns: () => read(imports.columns),
      keepColumns: (chosen) => write((db) => imports.keepColumns(db, chosen)),
    },
    templates: {
      list: (request) => read((db) => templates.list(db, request)),
      keep: (request, atMs) => write((db) => templates.keep(db, request, atMs)),
      rename: (id, name) => write((db) => templates.rename(db, id, name)),
      remove: (id) => write((db) => templates.remove(db, id)),
      start: (id, atMs) => write((db) => templates.start(db, id, atMs)),
      duplicate: (id, atMs) => write((db) => templates.duplicate(db, id, atMs)),
    },
    planning: {
      board: (span) => read((db) => planning.board(db, span)),
      boardDetails: (span) => read((db) => planning.boardDetails(db, span)),
      unplanned: (request) => read((db) => planning.unplanned(db, request)),
      plan: (id, version, next) => write((db) => planning.plan(db, id, version, next)),
    },
    queue: {
      list: (request) => read((db) => outbox.list(db, request)),
      get: (id) => read((db) => outbox.get(db, id)),
      entry: (id) => read((db) => outbox.entry(db, id)),
      due: (nowMs, limit) => read((db) => outbox.due(db, nowMs, limit)),
      nextDueAtMs: () => read(outbox.nextDueAtMs),
      counts: () => read(outbox.counts),
      freeze: (id, start, atMs) => write((db) => outboxChanges.freeze(db, id, start, atMs)),
      freezeWaiting: (id, start, atMs) => write((db) => outboxChanges.freezeWaiting(db, id, start, atMs)),
      sending: (id, atMs, administrationName) => write((db) => outboxChanges.sending(db, id, atMs, administrationName)),
      booked: (id, remote, step, atMs, how) => write((db) => outboxChanges.booked(db, id, remote, step, atMs, how)),
      notSent: (id, problem, next, atMs, evidence) =>
        write((db) => outboxChanges.notSent(db, id, problem, next, atMs, evidence)),
      blocked: (id, problem, atMs, evidence) => write((db) => outboxChanges.blocked(db, id, problem, atMs, evidence)),
      unsure: (id, problem, atMs, evidence) => write((db) => outboxChanges.unsure(db, id, problem, atMs, evidence)),
      absent: (id, verdict, atMs, evidence) => write((db) => outboxChanges.absent(db, id, verdict, atMs, evidence)),
      notLookedUp: (id, problem, atMs, evidence) =>
        write((db) => outboxChanges.notLookedUp(db, id, problem, atMs, evidence)),
      released: (id, by, atMs) => write((db) => outboxChanges.released(db, id, by, atMs)),
      held: (id, problem, atMs, evidence) => write((db) => outboxChanges.held(db, id, problem, atMs, evidence)),
      recoverInterrupted: (atMs) => write((db) => outboxChanges.recoverInterrupted(db, atMs)),
      retry: (ids, atMs) => write((db) => outboxChanges.retry(db, ids, atMs)),
      groups: (request) => read((db) => outboxCauses.groups(db, request)),
      skip: (id, atMs) => write((db) => outboxChanges.skip(db, id, atMs)),
      skipProblem: (id) => read((db) => outboxChanges.skipProblem(db, id)),
      correctionChoices: (ids) => read((db) => outboxCorrections.choices(db, ids)),
      correct: (id, correction, atMs) => write((db) => outboxCorrections.correct(db, id, correction, atMs)),
      takeBack: (id, atMs) => write((db) => outboxChanges.takeBack(db, id, atMs)),
    },
    figures: {
      unfrozen: (request) => read((db) => figures.unfrozen(db, request)),
      forDocuments: (ids) => read((db) => figures.forDocuments(db, ids)),
      open: () => read(figures.open),
      booked: (span) => read((db) => figures.booked(db, span)),
      bookedSince: (momentsMs) => read((db) => figures.bookedSince(db, momentsMs)),
      minutesByDay: (span) => read((db) => figures.minutesByDay(db, span)),
      readySince: (momentsMs) => read((db) => figures.readySince(db, momentsMs)),
      plannedIn: (span) => read((db) => figures.plannedIn(db, span)),
    },
    wholeLists: {
      customerIds: (list) => read((db) => customers.ids(db, list)),
      customers: (ids) => read((db) => customers.inFull(db, ids)),
      articleIds: (list) => read((db) => articles.ids(db, list)),
      articles: (ids) => read((db) => articles.articleRows(db, ids)),
      workOrderIds: (list) => read((db) => workOrders.ids(db, list)),
      workOrders: (ids) => read((db) => workOrders.rows(db, ids)),
      unplannedIds: (list) => read((db) => planning.unplannedIds(db, list)),
      unplanned: (ids) => read((db) => planning.rows(db, ids)),
      deliveryIds: (list) => read((db) => outbox.ids(db, list)),
      deliveries: (ids) => read((db) => deliveries.rows(db, ids)),
      runIds: (filter) => read((db) => runs.ids(db, filter)),
      runs: (ids) => read((db) => runs.rows(db, ids)),
      timeKeepers: (span) => read((db) => bookedTimes.timeKeepers(db, span)),
      times: (request) => read((db) => bookedTimes.times(db, request)),
      timeParts: (ids) => read((db) => bookedTimes.timeParts(db, ids)),
      timeLines: (ids) => read((db) => bookedTimes.timeLines(db, ids)),
    },
    pdfs: {
      of: (entryId) => read((db) => pdfs.of(db, entryId)),
      ofWorkOrder: (workOrderId, kind) => read((db) => pdfs.ofWorkOrder(db, workOrderId, kind)),
      due: (limit) => read((db) => pdfs.due(db, limit)),
      task: (id) => read((db) => pdfTask(db, id)),
      counts: () => read(pdfs.counts),
      made: (entryId, how, made, atMs) => write((db) => pdfChanges.made(db, entryId, how, made, atMs)),
      notMade: (entryId, problem, nextAtMs, atMs) =>
        write((db) => pdfChanges.notMade(db, entryId, problem, nextAtMs, atMs)),
      sending: (id, atMs) => write((db) => pdfChanges.sending(db, id, atMs)),
      done: (id, step, atMs) => write((db) => pdfChanges.done(db, id, step, atMs)),
      notSent: (id, problem, nextAtMs, atMs) => write((db) => pdfChanges.notSent(db, id, problem, nextAtMs, atMs)),
      unsure: (id, problem, atMs) => write((db) => pdfChanges.unsure(db, id, problem, atMs)),
      released: (id, atMs) => write((db) => pdfChanges.released(db, id, atMs)),
      held: (id, problem, atMs) => write((db) => pdfChanges.held(db, id, problem, atMs)),
      retry: (entryIds, atMs) => write((db) => pdfChanges.retry(db, entryIds, atMs)),
    },
    log: {
      add: (entries) => write((db) => log.add(db, entries)),
      list: (request) => read((db) => log.list(db, request)),
      window: (request) => read((db) => log.window(db, request)),
      moments: (request) => read((db) => log.moments(db, request)),
      byIds: (ids) => read((db) => log.byIds(db, ids)),
      personalOf: (rows) => read((db) => personalOf(db, rows)),
      attention: (limit) => read((db) => log.attention(db, limit)),
      askingCauses: () => read(log.askingCauses),
      settle: (ids) => write((db) => logAttention.settle(db, ids)),
    },
    limits: {
      pauseOf: (id) => read((db) => limits.pauseOf(db, id)),
      keepPause: (id, pause) => write((db) => limits.keepPause(db, id, pause)),
      loginOf: (id) => read((db) => limits.loginOf(db, id)),
      loggedIn: (id, atMs) => write((db) => limits.loggedIn(db, id, atMs)),
      loginRenewed: (id, atMs) => write((db) => limits.loginRenewed(db, id, atMs)),
      loginEndTold: (id, atMs) => write((db) => limits.loginEndTold(db, id, atMs)),
    },
    settingsVersions: {
      add: (id, versions) => write((db) => settingsVersions.add(db, id, versions)),
      last: (id) => read((db) => settingsVersions.last(db, id)),
      list: (id) => read((db) => settingsVersions.list(db, id)),
    },
    recentWork: {
      list: (limit) => read((db) => recentWork.list(db, limit)),
      holding: (word) => read((db) => recentWork.holding(db, word)),
    },
    lateDeliveries: {
      list: () => read(lateDeliveries.list),
      told: (late, atMs) => write((db) => lateDeliveries.told(db, late, atMs)),
    },
    runs: {
      start: (trigger, atMs, about) => write((db) => runs.start(db, trigger, atMs, about)),
      record: (runId, part) => write((db) => runs.record(db, runId, part)),
      finish: (runId, end) => write((db) => runs.finish(db, runId, end)),
      closeInterrupted: (atMs) => write((db) => runs.closeInterrupted(db, atMs)),
      last: () => read(runs.last),
      list: (request) => read((db) => runs.list(db, request)),
    },
    adoption: {
      begin: (link) => write((db) => adoption.begin(db, link)),
      mark: (table) => read((db) => adoption.mark(db, table)),
      stage: (link, table, page) => write((db) => adoption.stage(db, link, table, page)),
      rows: (link, table) => read((db) => adoption.rows(db, link, table)),
      records: (link, table) => read((db) => adoption.records(db, link, table)),
      matched: (table, matches) => write((db) => adoption.matched(db, table, matches)),
      state: () => read(adoption.state),
      list: (filter) => read((db) => adoption.list(db, filter)),
      decide: (matchId, externalId) => write((db) => adoption.decide(db, matchId, externalId)),
      decideAll: (table, how) => write((db) => adoption.decideAll(db, table, how)),
      apply: (link, atMs) => write((db) => adoptRows(db, link, atMs)),
      clear: () => write(adoption.clear),
    },
    wipe: {
      counts: () => read(wipe.counts),
      archivedSince: (atMs) => read((db) => wipe.archivedSince(db, atMs)),
      run: (parts) => write((db) => wipe.run(db, parts, now())),
      runOnNothing: (parts) => write((db) => wipe.runOnNothing(db, parts, now())),
    },
    close,
  };
}
