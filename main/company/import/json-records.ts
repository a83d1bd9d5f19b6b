/** Reads the JSON text of an import and knows on which line each record starts. Format: docs/import-format.md. Pure. */
import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { ImportedRecord } from './imported-record';

export const MAX_IMPORT_CHARACTERS = 20_000_000;
export const MAX_IMPORT_RECORDS = 10_000;
/** The format needs six levels; a parser that follows a file into the depth can be made to run out of stack. */
const MAX_DEPTH = 50;

/**
 * The records of a text: a list, or an object with a list `workOrders`. Refused as a whole (`invalid-input`):
 * `import-too-large`, `import-not-json` (with line and column), `import-no-list`, `import-too-many`.
 */
export function jsonRecords(text: string): Result<readonly ImportedRecord[]> {
  if (text.length > MAX_IMPORT_CHARACTERS) {
    return refuse('import-too-large', { megabytes: MAX_IMPORT_CHARACTERS / 1_000_000 });
  }
  const lineOf = lineCounter(text);

  const tooDeep = firstTooDeep(text);
  if (tooDeep !== null) return refuse('import-not-json', lineOf(tooDeep));

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [error] = errors;
  if (error !== undefined) return refuse('import-not-json', lineOf(error.offset));

  const list = root === undefined ? null : listOf(root);
  if (list === null) return refuse('import-no-list');
  if (list.length > MAX_IMPORT_RECORDS) {
    return refuse('import-too-many', { records: list.length, allowed: MAX_IMPORT_RECORDS });
  }
  return ok(
    list.map((node, index) => ({
      key: index + 1,
      line: lineOf(node.offset).line,
      value: getNodeValue(node) as unknown,
    })),
  );
}

function listOf(root: Node): readonly Node[] | null {
  if (root.type === 'array') return root.children ?? [];
  if (root.type !== 'object') return null;
  for (const property of root.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key?.value === 'workOrders' && value?.type === 'array') return value.children ?? [];
  }
  return null;
}

/** Offset of the first bracket that opens level `MAX_DEPTH`, or null. Brackets inside texts do not count. */
function firstTooDeep(json: string): number | null {
  let depth = 0;
  for (const match of json.matchAll(/"(?:[^"\\\n]|\\.)*"|[[{]|[\]}]/gu)) {
    const [token] = match;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return match.index;
  }
  return null;
}

/** Line and column (from 1) of offsets; cheap when they are asked in rising order, as records are. */
function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    if (offset < lineStart) {
      line = 1;
      lineStart = 0;
    }
    for (let next = text.indexOf('\n', lineStart); next !== -1 && next < offset; next = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}

const refuse = (code: string, params: Record<string, string | number> = {}): Result<never> =>
  fail(problem('invalid-input', code, params));
