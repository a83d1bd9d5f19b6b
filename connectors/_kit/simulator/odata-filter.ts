import { FilterSyntaxError, parseFilter, type CompareOperator, type FilterNode } from './odata-parser';
import { padMoment } from './odata-moment';

export type ScalarType = 'string' | 'guid' | 'datetime' | 'number' | 'long' | 'boolean' | 'null';

/** A value as filters compare it: guids in lower case, moments as `padMoment` writes them. */
export type Scalar = string | number | boolean | null;

/** What a name in a filter stands for. `read` takes the row, or the part of it that the name is looked up in. */
export type FilterField =
  | { readonly kind: 'scalar'; readonly type: ScalarType; readonly read: (row: unknown) => Scalar }
  | { readonly kind: 'scalars'; readonly type: ScalarType; readonly read: (row: unknown) => readonly Scalar[] }
  | { readonly kind: 'part'; readonly fields: FilterFields; readonly read: (row: unknown) => unknown }
  | { readonly kind: 'parts'; readonly fields: FilterFields; readonly read: (row: unknown) => readonly unknown[] };

/** Finds a field by its exact name; null when filters do not know it. */
export type FilterFields = (name: string) => FilterField | null;

/** A part of a filter, ready to run on a row (and on one item of a list, inside any and all). */
interface Compiled {
  readonly type: ScalarType;
  readonly read: (row: unknown, item: unknown) => Scalar;
}

export interface FilterOptions {
  readonly fields: FilterFields;
  /** Name of the model in messages. */
  readonly model: string;
  readonly ignoreCase: boolean;
  /** Paths that this filter may not use, as `Orderreferentie`. */
  readonly refusedPaths: readonly string[];
  /** Whether an Int64 field is compared with Int64 literals only (`123L`). */
  readonly strictLong: boolean;
}

const EDM_NAMES: Record<ScalarType, string> = {
  string: 'Edm.String',
  guid: 'Edm.Guid',
  datetime: 'Edm.DateTime',
  number: 'Edm.Decimal',
  long: 'Edm.Int64',
  boolean: 'Edm.Boolean',
  null: 'null',
};

const NUMBERS: ReadonlySet<ScalarType> = new Set<ScalarType>(['number', 'long']);

const OPERATOR_NAMES: Record<CompareOperator, string> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** Makes a predicate of a filter. Throws FilterSyntaxError when it is not valid for the model. */
export function compileFilter<Row>(filter: string, options: FilterOptions): (row: Row) => boolean {
  const compiled = new Compiler(options).compile(parseFilter(filter), null);
  if (compiled.type !== 'boolean') {
    throw new FilterSyntaxError('The $filter expression must evaluate to a single boolean value.');
  }
  return (row) => compiled.read(row, null) === true;
}

/** What the variable of any or all stands for. */
interface Lambda {
  readonly variable: string;
  /** Null: the items are plain values of `type`. */
  readonly fields: FilterFields | null;
  readonly type: ScalarType;
}

class Compiler {
  constructor(private readonly options: FilterOptions) {}

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
        return constant('string', this.comparable(value));
      case 'guid':
        return constant('guid', value.toLowerCase());
      case 'datetime':
        return constant('datetime', padMoment(value));
      case 'int':
      case 'decimal':
        return constant('number', Number(value));
      case 'long':
        return constant('long', Number(value));
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
        const isText = lambda.type === 'string';
        return {
          type: lambda.type,
          read: (_row, item) => (isText ? this.comparable(item as Scalar) : (item as Scalar)),
        };
      }
      const inner = this.walk(rest, lambda.fields ?? (() => null));
      return { type: inner.type, read: (_row, item) => inner.read(item, null) };
    }
    if (this.options.refusedPaths.includes(parts.join('/'))) {
      throw new FilterSyntaxError(`The property '${parts.join('/')}' cannot be used in the $filter query option.`);
    }
    return this.walk(parts, this.options.fields);
  }

  private walk(parts: readonly string[], fields: FilterFields): Compiled {
    const [name = '', ...rest] = parts;
    const field = this.find(name, fields);
    if (field.kind === 'scalar' && rest.length === 0) {
      const isText = field.type === 'string';
      return { type: field.type, read: (row) => (isText ? this.comparable(field.read(row)) : field.read(row)) };
    }
    if (field.kind === 'part' && rest.length > 0) {
      const inner = this.walk(rest, field.fields);
      return {
        type: inner.type,
        read: (row) => {
          const part = field.read(row);
          return part === null ? null : inner.read(part, null);
        },
      };
    }
    if (field.kind === 'part') {
      return { type: 'null', read: (row) => (field.read(row) === null ? null : true) };
    }
    throw new FilterSyntaxError(`The property '${parts.join('/')}' cannot be used in the $filter query option.`);
  }

  private find(name: string, fields: FilterFields): FilterField {
    const field = fields(name);
    if (field === null) {
      throw new FilterSyntaxError(`Could not find a property named '${name}' on type '${this.options.model}'.`);
    }
    return field;
  }

  private quantified(node: Extract<FilterNode, { kind: 'lambda' }>): Compiled {
    const [name = '', ...rest] = node.path;
    const field = this.find(name, this.options.fields);
    if (rest.length > 0 || (field.kind !== 'scalars' && field.kind !== 'parts')) {
      throw new FilterSyntaxError('Any/All may only be used following a collection.');
    }
    const items = field.read;
    if (node.body === null) return { type: 'boolean', read: (row) => items(row).length > 0 };
    const body = this.boolean(node.body, {
      variable: node.variable,
      fields: field.kind === 'parts' ? field.fields : null,
      type: field.kind === 'scalars' ? field.type : 'null',
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
    if (!this.areComparable(left.type, right.type)) {
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

  private areComparable(left: ScalarType, right: ScalarType): boolean {
    if (left === right || left === 'null' || right === 'null') return true;
    const areNumbers = NUMBERS.has(left) && NUMBERS.has(right);
    return areNumbers && !this.options.strictLong;
  }

  private comparable(value: Scalar): Scalar {
    return this.options.ignoreCase && typeof value === 'string' ? value.toLowerCase() : value;
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
