import { odataName, type Field, type FieldTable, type FieldValue, type ValueType } from './field-table';
import { FilterSyntaxError, parseFilter, type CompareOperator, type FilterNode } from './odata-parser';
import { padMoment, type WireView } from './wire-view';

type ScalarType = 'string' | 'guid' | 'datetime' | 'number' | 'boolean' | 'null';
type Scalar = string | number | boolean | null;

/** A part of a filter, ready to run on a row (and on one item of a list, inside any and all). */
interface Compiled {
  readonly type: ScalarType;
  readonly read: (row: unknown, item: unknown) => Scalar;
}

export interface FilterOptions<Row> {
  readonly fields: FieldTable<Row>;
  /** Name of the model in messages. */
  readonly model: string;
  readonly view: WireView;
  readonly ignoreCase: boolean;
  /** Paths that this filter may not use, as `Orderreferentie`. */
  readonly refusedPaths: readonly string[];
}

const EDM_NAMES: Record<ScalarType, string> = {
  string: 'Edm.String',
  guid: 'Edm.Guid',
  datetime: 'Edm.DateTime',
  number: 'Edm.Decimal',
  boolean: 'Edm.Boolean',
  null: 'null',
};

const OPERATOR_NAMES: Record<CompareOperator, string> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** Makes a predicate of a filter. Throws FilterSyntaxError when it is not valid for the model. */
export function compileFilter<Row>(filter: string, options: FilterOptions<Row>): (row: Row) => boolean {
  const compiled = new Compiler(options as FilterOptions<unknown>).compile(parseFilter(filter), null);
  if (compiled.type !== 'boolean') {
    throw new FilterSyntaxError('The $filter expression must evaluate to a single boolean value.');
  }
  return (row) => compiled.read(row, null) === true;
}

/** What the variable of any or all stands for. */
interface Lambda {
  readonly variable: string;
  readonly fields: FieldTable<unknown> | null;
  readonly type: ValueType;
}

class Compiler {
  constructor(private readonly options: FilterOptions<unknown>) {}

  compile(node: FilterNode, lambda: Lambda | null): Compiled {
    switch (node.kind) {
      case 'literal':
        return this.literal(node);
      case 'path':
        return this.path(node.parts, lambda);
      case 'call':
        return this.call(node.name, node.arguments, lambda);
      case 'compare':
        return this.compare(node.operator, this.compile(node.left, lambda), this.compile(node.right, lambda));
      case 'logic': {
        const left = this.boolean(node.left, lambda);
        const right = this.boolean(node.right, lambda);
        return node.operator === 'and'
          ? {
              type: 'boolean',
              read: (row, item) => left.read(row, item) === true && right.read(row, item) === true,
            }
          : {
              type: 'boolean',
              read: (row, item) => left.read(row, item) === true || right.read(row, item) === true,
            };
      }
      case 'not': {
        const operand = this.boolean(node.operand, lambda);
        return { type: 'boolean', read: (row, item) => operand.read(row, item) !== true };
      }
      case 'lambda':
        return this.quantified(node);
    }
  }

  private boolean(node: FilterNode, lambda: Lambda | null): Compiled {
    const compiled = this.compile(node, lambda);
    if (compiled.type !== 'boolean') {
      throw new FilterSyntaxError('The operand for a logical operator must be a boolean value.');
    }
    return compiled;
  }

  private literal(node: Extract<FilterNode, { kind: 'literal' }>): Compiled {
    const { type, value } = node;
    const constant = (scalarType: ScalarType, scalar: Scalar): Compiled => ({ type: scalarType, read: () => scalar });
    switch (type) {
      case 'string':
        return constant('string', this.comparableText(value));
      case 'guid':
        return constant('guid', value.toLowerCase());
      case 'datetime':
        return constant('datetime', padMoment(value));
      case 'int':
      case 'decimal':
        return constant('number', Number(value));
      case 'boolean':
        return constant('boolean', value === 'true');
      case 'null':
        return constant('null', null);
    }
  }

  private path(parts: readonly string[], lambda: Lambda | null): Compiled {
    const [first, ...rest] = parts;
    if (lambda !== null && first === lambda.variable) {
      if (rest.length === 0 && lambda.fields === null) {
        return { type: scalarTypeOf(lambda.type), read: (_row, item) => this.scalar(lambda.type, item as FieldValue) };
      }
      const inner = this.walk(rest, lambda.fields ?? []);
      return { type: inner.type, read: (_row, item) => inner.read(item, null) };
    }
    if (this.options.refusedPaths.includes(parts.join('/'))) {
      throw new FilterSyntaxError(`The property '${parts.join('/')}' cannot be used in the $filter query option.`);
    }
    return this.walk(parts, this.options.fields);
  }

  private walk(parts: readonly string[], fields: FieldTable<unknown>): Compiled {
    const [name = '', ...rest] = parts;
    const field = this.find(name, fields);
    if (field.kind === 'value' && rest.length === 0) {
      return { type: scalarTypeOf(field.type), read: (row) => this.scalar(field.type, field.read(row)) };
    }
    if (field.kind === 'object' && rest.length > 0) {
      const inner = this.walk(rest, field.fields);
      return {
        type: inner.type,
        read: (row) => {
          const part = field.read(row);
          return part === null ? null : inner.read(part, null);
        },
      };
    }
    if (field.kind === 'object') {
      return { type: 'null', read: (row) => (field.read(row) === null ? null : true) };
    }
    throw new FilterSyntaxError(`The property '${parts.join('/')}' cannot be used in the $filter query option.`);
  }

  private find(name: string, fields: FieldTable<unknown>): Field<unknown> {
    const field = fields.find((candidate) => odataName(candidate.json) === name);
    if (field === undefined || (field.kind === 'value' && !field.filterable)) {
      throw new FilterSyntaxError(`Could not find a property named '${name}' on type '${this.options.model}'.`);
    }
    return field;
  }

  private quantified(node: Extract<FilterNode, { kind: 'lambda' }>): Compiled {
    const [name = '', ...rest] = node.path;
    const field = this.find(name, this.options.fields);
    if (rest.length > 0 || (field.kind !== 'values' && field.kind !== 'objects')) {
      throw new FilterSyntaxError('Any/All may only be used following a collection.');
    }
    const items = field.read;
    if (node.body === null) return { type: 'boolean', read: (row) => items(row).length > 0 };
    const body = this.boolean(node.body, {
      variable: node.variable,
      fields: field.kind === 'objects' ? field.fields : null,
      type: field.kind === 'values' ? field.type : 'string',
    });
    const holds = (row: unknown) => (item: unknown) => body.read(row, item) === true;
    return node.quantifier === 'any'
      ? { type: 'boolean', read: (row) => items(row).some(holds(row)) }
      : { type: 'boolean', read: (row) => items(row).every(holds(row)) };
  }

  private call(name: string, nodes: readonly FilterNode[], lambda: Lambda | null): Compiled {
    const values = nodes.map((node) => this.compile(node, lambda));
    const texts = (count: number): Compiled[] => {
      if (values.length !== count || values.some((value) => value.type !== 'string' && value.type !== 'null')) {
        throw new FilterSyntaxError(
          `No function signature for the function with name '${name}' matches the arguments.`,
        );
      }
      return values;
    };
    const test = (decide: (first: string, second: string) => boolean): Compiled => {
      const [first, second] = texts(2);
      return {
        type: 'boolean',
        read: (row, item) => {
          const one = first?.read(row, item);
          const two = second?.read(row, item);
          return typeof one === 'string' && typeof two === 'string' && decide(one, two);
        },
      };
    };
    const change = (transform: (value: string) => string): Compiled => {
      const [only] = texts(1);
      return {
        type: 'string',
        read: (row, item) => {
          const value = only?.read(row, item);
          return typeof value === 'string' ? transform(value) : null;
        },
      };
    };
    switch (name) {
      case 'substringof':
        return test((part, whole) => whole.includes(part));
      case 'startswith':
        return test((whole, part) => whole.startsWith(part));
      case 'endswith':
        return test((whole, part) => whole.endsWith(part));
      case 'tolower':
        return change((value) => value.toLowerCase());
      case 'toupper':
        return change((value) => value.toUpperCase());
      case 'trim':
        return change((value) => value.trim());
      default:
        throw new FilterSyntaxError(`An unknown function with name '${name}' was found.`);
    }
  }

  private compare(operator: CompareOperator, left: Compiled, right: Compiled): Compiled {
    if (left.type !== right.type && left.type !== 'null' && right.type !== 'null') {
      throw new FilterSyntaxError(
        `A binary operator with incompatible types was detected. Found operand types '${EDM_NAMES[left.type]}' and ` +
          `'${EDM_NAMES[right.type]}' for operator kind '${OPERATOR_NAMES[operator]}'.`,
      );
    }
    return {
      type: 'boolean',
      read: (row, item) => holds(operator, left.read(row, item), right.read(row, item)),
    };
  }

  private scalar(type: ValueType, value: FieldValue): Scalar {
    if (value === null) return null;
    if (typeof value === 'object') return this.options.view.sortableMoment(value);
    switch (type) {
      case 'datetime':
        return this.options.view.sortableMoment(String(value));
      case 'guid':
        return String(value).toLowerCase();
      case 'decimal':
      case 'int':
        return Number(value);
      case 'string':
      case 'enum':
        return value === '' ? null : this.comparableText(String(value));
      case 'boolean':
        return value;
    }
  }

  private comparableText(text: string): string {
    return this.options.ignoreCase ? text.toLowerCase() : text;
  }
}

function holds(operator: CompareOperator, left: Scalar, right: Scalar): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  switch (operator) {
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}

function scalarTypeOf(type: ValueType): ScalarType {
  switch (type) {
    case 'string':
    case 'enum':
      return 'string';
    case 'int':
    case 'decimal':
      return 'number';
    case 'guid':
    case 'datetime':
    case 'boolean':
      return type;
  }
}
