import type { OutgoingDocument, TextCut } from '../../connectors/_kit/document';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { singleLine } from '../../connectors/_kit/single-line';
import type { Finding, FindingPlace } from '../../preload/contract/archiving';
import { missingAnswers } from '../../preload/contract/form-rules';
import type { DocumentPreview, WorkOrderDetail } from '../../preload/contract/views';

/** What is known of a work order when it is checked. */
export interface Checked {
  readonly workOrder: Pick<
    WorkOrderDetail,
    'number' | 'status' | 'description' | 'times' | 'articles' | 'forms' | 'formVersions' | 'chosenAgainAtMs'
  >;
  /** What freezing makes of it now: the same refusals that archiving would meet. Null: nothing refuses, and nothing is linked. */
  readonly preview: DocumentPreview | null;
  /** Of the package that is linked; null: none is. */
  readonly package: string | null;
  /** A text that will be cut, in the words of the catalogue: it names the field of the package in each language. */
  readonly cutProblem: (cut: TextCut) => Problem;
  /** PDFs that the package would not take. */
  readonly pdfProblems: readonly Problem[];
  /** The document that it has already, when a further one was chosen. */
  readonly firstDocument: { readonly entryId: number; readonly number: string } | null;
}

/**
 * Everything that the office should know before a work order is archived, what stops it first. Pure.
 *
 * Stops: not reported ready, archived already, a required answer that is missing, whatever freezing refuses, a PDF that is
 * too large. Warns: nothing is linked, the filter word, no hours and no articles, no work description, a text that will be
 * cut, a further document.
 */
export function findingsOf(checked: Checked): readonly Finding[] {
  const found = [...statusOf(checked), ...answersOf(checked), ...documentOf(checked), ...bookingsOf(checked)];
  return [
    ...found.filter(({ severity }) => severity === 'stops'),
    ...found.filter(({ severity }) => severity === 'warns'),
  ];
}

const stops = (what: Problem, place: FindingPlace | null): Finding => ({ severity: 'stops', problem: what, place });
const warns = (what: Problem, place: FindingPlace | null): Finding => ({ severity: 'warns', problem: what, place });
const field = (name: string): FindingPlace => ({ screen: 'work-order', field: name });

function statusOf({ workOrder: { number, status, chosenAgainAtMs }, firstDocument }: Checked): readonly Finding[] {
  if (status === 'archived') return [stops(problem('blocked', 'work-order-archived', { workOrder: number }), null)];
  return [
    ...(status === 'planned' ? [stops(problem('blocked', 'work-order-not-ready', { workOrder: number }), null)] : []),
    ...(chosenAgainAtMs === null || firstDocument === null
      ? []
      : [
          warns(problem('blocked', 'becomes-second-document', { document: firstDocument.number }), {
            screen: 'queue',
            entryId: firstDocument.entryId,
          }),
        ]),
  ];
}

const answersOf = ({ workOrder: { number, forms, formVersions } }: Checked): readonly Finding[] =>
  missingAnswers(forms, formVersions).map(({ form, question, field: place }) => {
    const params = { workOrder: number, form, question: question.label };
    return stops(problem('blocked', 'form-answer-missing', params), field(place));
  });

function documentOf({ workOrder, preview, package: id, pdfProblems, cutProblem }: Checked): readonly Finding[] {
  const unlinked =
    id === null
      ? [warns(problem('blocked', 'waits-for-link'), { screen: 'integration', package: null, field: null })]
      : [];
  switch (preview?.kind) {
    case undefined:
      return unlinked;
    case 'skipped':
      return [warns(preview.reason, field('description'))];
    case 'blocked':
      return [...preview.problems.map((one) => stops(one, placeOf(one, id))), ...unlinked];
    case 'document':
      return [
        ...pdfProblems.map((one) => stops(one, field('files'))),
        ...preview.request.cuts.map((cut) => warns(cutProblem(cut), placeOfCut(cut, preview.document))),
        ...(workOrder.description.trim() === ''
          ? [warns(problem('blocked', 'no-work-description'), field('description'))]
          : []),
      ];
  }
}

/** A document of the standard article alone is possible, and seldom meant. */
const bookingsOf = ({ workOrder: { times, articles }, preview }: Checked): readonly Finding[] =>
  preview?.kind === 'document' && times.length === 0 && articles.length === 0
    ? [warns(problem('blocked', 'nothing-booked'), field('times'))]
    : [];

const CUSTOMER = new Set(['no-customer', 'customer-made-in-simon', 'customer-inactive']);

/** Where a refusal of freezing is mended: it names a booked article or a setting itself. */
function placeOf({ code, field: at }: Problem, id: string | null): FindingPlace {
  if (CUSTOMER.has(code)) return field('customer');
  if (code === 'no-lines') return field('times');
  if (at === undefined) return field('description');
  return at.startsWith('articles[') ? field(at) : { screen: 'integration', package: id, field: at };
}

/** Where a text that is too long is typed: of a line the article whose text is as long. */
function placeOfCut(cut: TextCut, { lines }: OutgoingDocument): FindingPlace {
  const articles = lines.filter(({ kind }) => kind === 'article');
  const at = articles.findIndex(({ description }) => singleLine(description).length === cut.length);
  return field(at < 0 ? 'description' : `articles[${at}]`);
}
