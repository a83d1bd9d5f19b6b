import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeTime } from '../../fakes/fake-time';
import { ScriptedPackage, type CreateStep, type PutStep } from '../../fakes/scripted-package';
import { EngineHarness } from './engine-harness';

const FORMS = [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }];

/** Trouble that passes by itself, before or after the package took it in. */
const passing = fc.constantFrom('offline', 'rate-limited', 'maintenance', 'outcome-unknown', 'not-allowed' as const);
const lost = fc.constantFrom('maintenance', 'bad-response', 'outcome-unknown', 'cancelled' as const);
/** Shorter than the quiet period of the scripted package: what arrives later than that no app can know of. */
const lateMs = fc.integer({ min: 1_000, max: 140_000 });

const createStep: fc.Arbitrary<CreateStep> = fc.oneof(
  fc.constant<CreateStep>({ does: 'answer' }),
  lost.map((kind): CreateStep => ({ does: 'lose-answer', kind })),
  passing.map((kind): CreateStep => ({ does: 'lose-request', kind })),
  lateMs.map((afterMs): CreateStep => ({ does: 'arrive-late', afterMs })),
  fc.constant<CreateStep>({ does: 'throw' }),
);
const putStep: fc.Arbitrary<PutStep> = fc.oneof(
  fc.constant<PutStep>({ does: 'answer' }),
  lost.map((kind): PutStep => ({ does: 'lose-answer', kind })),
  passing.map((kind): PutStep => ({ does: 'lose-request', kind })),
  lateMs.map((afterMs): PutStep => ({ does: 'arrive-late', afterMs })),
  fc.constant<PutStep>({ does: 'throw' }),
);
const findStep = fc.constantFrom('answer', 'answer', 'offline', 'maintenance', 'bad-response' as const);

const scenario = fc.record({
  how: fc.constantFrom('in-create', 'after-create' as const),
  workOrders: fc.integer({ min: 1, max: 2 }),
  creates: fc.array(createStep, { maxLength: 4 }),
  finds: fc.array(findStep, { maxLength: 4 }),
  puts: fc.array(putStep, { maxLength: 6 }),
  pdfFinds: fc.array(findStep, { maxLength: 6 }),
  printFailures: fc.integer({ min: 0, max: 2 }),
  stopAfterMs: fc.option(fc.integer({ min: 0, max: 600_000 })),
});

it('whatever passing trouble there is: one document, and each PDF once, with the bytes that were made', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const time = new FakeTime();
      const books = new ScriptedPackage(time);
      books.attachments = { how: given.how, place: { nl: 'Documenten', en: 'Documents' }, maxBytes: 1_000_000 };
      books.createSteps.push(...given.creates);
      books.findSteps.push(...given.finds);
      books.putSteps.push(...given.puts);
      books.findPdfSteps.push(...given.pdfFinds);
      const company = new EngineHarness(books, time);
      company.settings = { ...company.settings, pdfs: 'both' };
      const { print } = company;
      let printed = 0;
      company.print = (html) => {
        printed += 1;
        if (printed <= given.printFailures) throw new Error('The printer fails');
        return print(`${printed} ${html}`);
      };
      const ids: number[] = [];
      for (let count = 0; count < given.workOrders; count += 1) ids.push(await company.archive({ forms: FORMS }));
      if (given.stopAfterMs !== null) {
        company.engine.nudge();
        await time.advance(given.stopAfterMs);
        await company.restart();
      }
      expect(await company.settle()).toEqual({ open: 0 });

      expect(books.documents).toHaveLength(given.workOrders);
      for (const id of ids) {
        const { externalId, pdfs } = company.detail(id);
        expect(pdfs.map(({ state }) => state)).toEqual(['done', 'done']);
        const there = books.pdfs.filter(({ documentId }) => documentId === externalId);
        const kept = company.store.pdfs.of(id).map(({ sha256 }) => sha256);
        expect(there.map(({ sha256 }) => sha256).toSorted()).toEqual(kept.toSorted());
      }
      await company.finish(company.engine.stop());
    }),
    { numRuns: 40 },
  );
}, 120_000);
