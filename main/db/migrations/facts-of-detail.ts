interface NamedFacts {
  readonly name: string;
  readonly facts: object;
}

/** What a step that was written before migration 90 tells, as facts. What it did not tell is null. */
export function factsOfDetail(step: string, detail: string): NamedFacts {
  const unknownTarget = { package: null, administrationId: null, settingsVersion: null, requestSha256: null };
  switch (step) {
    case 'frozen':
      return { name: step, facts: { marker: detail, ...unknownTarget } };
    case 'sending':
      return {
        name: step,
        facts: { marker: detail, ...unknownTarget, attempt: null, variant: null, administrationName: null },
      };
    case 'booked':
      return { name: step, facts: { number: detail, externalId: null, calls: [] } };
    case 'found':
      return { name: step, facts: { number: detail, externalId: null, by: 'look-up', calls: [] } };
    case 'absent':
      return { name: step, facts: { verdict: VERDICTS.has(detail) ? detail : null, calls: [] } };
    case 'released':
      // The office's Opnieuw proberen was written without a word; after a look-up the marker stood there.
      return detail === ''
        ? { name: 'retried', facts: {} }
        : { name: step, facts: { by: detail === 'office' ? 'office' : 'look-up' } };
    case 'withdrawn':
      return { name: step, facts: {} };
    case 'skipped':
      return { name: step, facts: { problem: problemOf('blocked', detail) } };
    case 'pdf-not-made':
      return { name: step, facts: { problem: problemOf('bad-response', detail) } };
    case 'rejected':
      return { name: step, facts: { problem: problemOf('rejected', detail), calls: [] } };
    case 'not-sent':
      return { name: step, facts: { problem: problemOf('offline', detail), calls: [] } };
    case 'unsure':
      return { name: step, facts: { problem: problemOf('outcome-unknown', detail), calls: [] } };
    case 'held':
      return { name: step, facts: { problem: problemOf('outcome-unknown', detail), calls: [], found: [] } };
    default:
      return { name: step, facts: pdfOf(detail) };
  }
}

const VERDICTS: ReadonlySet<string> = new Set(['too-early', 'first', 'absent']);

/** `code: what the package said`, as a problem of the kind that such a step is about. */
function problemOf(kind: string, detail: string): object {
  const end = detail.indexOf(': ');
  if (end === -1) return { kind, code: detail, params: {} };
  const vendor = { status: null, code: null, text: detail.slice(end + 2) };
  return { kind, code: detail.slice(0, end), params: {}, vendor };
}

/** `file.pdf`, or `file.pdf: ` and a problem. */
function pdfOf(detail: string): object {
  const end = detail.indexOf('.pdf: ');
  if (end === -1) return { file: detail };
  return { file: detail.slice(0, end + 4), problem: problemOf('bad-response', detail.slice(end + 6)) };
}
