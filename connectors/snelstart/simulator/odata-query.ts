import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { compileFilter, type FilterOptions } from '../../_kit/simulator/odata-filter';
import { FilterSyntaxError } from '../../_kit/simulator/odata-parser';
import { odataName, type FieldTable } from './field-table';
import { filterFields } from './filter-fields';
import { queryProblem, ruleProblems } from './problems';
import type { WireView } from './wire-view';

/** A list request, understood: which rows, from where, how many, which fields. */
export interface ListQuery<Row> {
  readonly filterText: string;
  readonly matches: ((row: Row) => boolean) | null;
  readonly skip: number;
  readonly top: number;
  /** JSON names to show; null = all. */
  readonly select: ReadonlySet<string> | null;
}

export interface ListRules<Row> {
  readonly fields: FieldTable<Row>;
  readonly model: string;
  readonly view: WireView;
  readonly maximumTop: number | null;
  readonly ignoreCase: boolean;
  readonly refusedPaths: readonly string[];
}

const DEFAULT_TOP = 500;
/** The vendor's page shows $filter, $top, $skip and $select; the library refuses what is not allowed by name. */
const REFUSED_OPTIONS: Readonly<Record<string, string>> = {
  $orderby: 'OrderBy',
  $expand: 'Expand',
  $inlinecount: 'InlineCount',
};

/** Reads the query of an OData list; a response when the vendor would refuse it. */
export function readListQuery<Row>(
  query: URLSearchParams,
  rules: ListRules<Row>,
): { readonly query: ListQuery<Row> } | { readonly refusal: SimulatorResponse } {
  for (const [key, label] of Object.entries(REFUSED_OPTIONS)) {
    if (query.has(key)) {
      return {
        refusal: queryProblem(
          `Query option '${label}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on ` +
            `QueryableAttribute or QueryValidationSettings.`,
        ),
      };
    }
  }
  const unknown = [...query.keys()].find((key) => key.startsWith('$') && !KNOWN_OPTIONS.has(key));
  if (unknown !== undefined) {
    return { refusal: queryProblem(`The query parameter '${unknown}' is not supported.`) };
  }

  const skip = wholeNumber(query.get('$skip'), 0);
  if (skip === null || skip < 0) {
    return { refusal: queryProblem(`Invalid value '${query.get('$skip') ?? ''}' for $skip query option found.`) };
  }
  const top = wholeNumber(query.get('$top'), Math.min(DEFAULT_TOP, rules.maximumTop ?? DEFAULT_TOP));
  if (top === null || top < 0) {
    return { refusal: queryProblem(`Invalid value '${query.get('$top') ?? ''}' for $top query option found.`) };
  }
  if (rules.maximumTop !== null && top > rules.maximumTop) {
    return {
      refusal: queryProblem(
        `The limit of '${rules.maximumTop}' for Top query has been exceeded. ` +
          `The value from the incoming request is '${top}'.`,
      ),
    };
  }
  if (top === 0) return { refusal: queryProblem('The value of $top must be at least 1.') };

  const select = readSelect(query.get('$select'), rules);
  if (select !== null && 'refusal' in select) return select;

  const filterText = query.get('$filter') ?? '';
  try {
    const matches = filterText.trim() === '' ? null : compileFilter<Row>(filterText, filterOptions(rules));
    return { query: { filterText, matches, skip, top, select } };
  } catch (error) {
    if (error instanceof FilterSyntaxError) return { refusal: ruleProblems(['ALG-0104'], error.message) };
    throw error;
  }
}

const filterOptions = <Row>(rules: ListRules<Row>): FilterOptions => ({
  fields: filterFields(rules.fields, rules.view),
  model: rules.model,
  ignoreCase: rules.ignoreCase,
  refusedPaths: rules.refusedPaths,
  strictLong: false,
});

const KNOWN_OPTIONS: ReadonlySet<string> = new Set(['$filter', '$skip', '$top', '$select']);

function wholeNumber(text: string | null, fallback: number): number | null {
  if (text === null) return fallback;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

function readSelect<Row>(
  text: string | null,
  rules: ListRules<Row>,
): ReadonlySet<string> | { readonly refusal: SimulatorResponse } | null {
  if (text === null) return null;
  const names = new Set<string>();
  for (const part of text.split(',').map((name) => name.trim())) {
    const field = rules.fields.find((candidate) => odataName(candidate.json) === part);
    if (field === undefined) {
      return { refusal: queryProblem(`Could not find a property named '${part}' on type '${rules.model}'.`) };
    }
    names.add(field.json);
  }
  return names;
}
