/**
 * Parser for $filter as Microsoft's OData libraries (v2/v3) understand it: eq ne gt ge lt le, and or not, brackets,
 * functions, any/all, and typed literals. Follows "URI Conventions (OData Version 2.0)", section 4.5.
 */
export type CompareOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type LiteralType = 'string' | 'guid' | 'datetime' | 'int' | 'long' | 'decimal' | 'boolean' | 'null';

export type FilterNode =
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly value: string }
  | { readonly kind: 'path'; readonly parts: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly FilterNode[] }
  | {
      readonly kind: 'compare';
      readonly operator: CompareOperator;
      readonly left: FilterNode;
      readonly right: FilterNode;
    }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: 'not'; readonly operand: FilterNode }
  | {
      readonly kind: 'lambda';
      readonly quantifier: 'any' | 'all';
      readonly path: readonly string[];
      readonly variable: string;
      readonly body: FilterNode | null;
    };

/** The filter cannot be understood; the message is the one that Microsoft's library gives. */
export class FilterSyntaxError extends Error {}

interface Token {
  readonly kind: 'literal' | 'word' | 'symbol' | 'end';
  readonly text: string;
  readonly type?: LiteralType;
  readonly at: number;
}

/** The prefix of a typed literal may have any capitals, in Microsoft's libraries. */
const TYPED_LITERAL = /^(guid|datetime|datetimeoffset)'([^']*)'/i;
const STRING_LITERAL = /^'((?:[^']|'')*)'/;
const NUMBER_LITERAL = /^-?\d+(\.\d+)?([mMdDfFlL])?/;
const WORD = /^[A-Za-z_][A-Za-z0-9_]*/;
const SYMBOLS = '(),:/';
const GUID = /^\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?)?$/;
const COMPARE_OPERATORS: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);

/** Parses a filter. Throws FilterSyntaxError. */
export function parseFilter(text: string): FilterNode {
  const parser = new Parser(tokenize(text));
  const node = parser.expression();
  parser.expectEnd();
  return node;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = nextToken(rest, at);
    tokens.push(token.token);
    at += token.length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function nextToken(rest: string, at: number): { readonly token: Token; readonly length: number } {
  const literal = (whole: string, text: string, type: LiteralType): { token: Token; length: number } => ({
    token: { kind: 'literal', text, type, at },
    length: whole.length,
  });
  const typed = TYPED_LITERAL.exec(rest);
  if (typed) {
    const [whole, , content = ''] = typed;
    const prefix = typed[1]?.toLowerCase();
    if (prefix === 'guid' && GUID.test(content)) return literal(whole, content.trim(), 'guid');
    if (prefix === 'datetime' && DATE_TIME.test(content)) return literal(whole, content, 'datetime');
    throw new FilterSyntaxError(`Unrecognized '${whole}' literal at position ${at}.`);
  }
  const string = STRING_LITERAL.exec(rest);
  if (string) return literal(string[0], (string[1] ?? '').replaceAll("''", "'"), 'string');
  const number = NUMBER_LITERAL.exec(rest);
  if (number) {
    const [whole, fraction, suffix] = number;
    const digits = suffix === undefined ? whole : whole.slice(0, -1);
    if (fraction === undefined && suffix?.toLowerCase() === 'l') return literal(whole, digits, 'long');
    return literal(whole, digits, fraction === undefined && suffix === undefined ? 'int' : 'decimal');
  }
  const word = WORD.exec(rest);
  if (word) {
    if (word[0] === 'true' || word[0] === 'false') return literal(word[0], word[0], 'boolean');
    if (word[0] === 'null') return literal(word[0], word[0], 'null');
    return { token: { kind: 'word', text: word[0], at }, length: word[0].length };
  }
  const symbol = rest.charAt(0);
  if (SYMBOLS.includes(symbol)) return { token: { kind: 'symbol', text: symbol, at }, length: 1 };
  throw new FilterSyntaxError(`Syntax error: character '${symbol}' is not valid at position ${at}.`);
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  expression(): FilterNode {
    let left = this.conjunction();
    while (this.acceptWord('or')) left = { kind: 'logic', operator: 'or', left, right: this.conjunction() };
    return left;
  }

  expectEnd(): void {
    if (this.current.kind !== 'end') throw this.unexpected();
  }

  private conjunction(): FilterNode {
    let left = this.comparison();
    while (this.acceptWord('and')) left = { kind: 'logic', operator: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): FilterNode {
    const left = this.unary();
    const operator = this.current;
    if (operator.kind !== 'word' || !COMPARE_OPERATORS.has(operator.text)) return left;
    this.position += 1;
    return { kind: 'compare', operator: operator.text as CompareOperator, left, right: this.unary() };
  }

  private unary(): FilterNode {
    return this.acceptWord('not') ? { kind: 'not', operand: this.unary() } : this.primary();
  }

  private primary(): FilterNode {
    const token = this.current;
    if (token.kind === 'literal') {
      this.position += 1;
      return { kind: 'literal', type: token.type ?? 'string', value: token.text };
    }
    if (this.acceptSymbol('(')) {
      const inner = this.expression();
      this.expectSymbol(')');
      return inner;
    }
    return this.pathOrCall();
  }

  private pathOrCall(): FilterNode {
    const parts = [this.expectWord()];
    if (this.acceptSymbol('(')) return { kind: 'call', name: parts[0] ?? '', arguments: this.callArguments() };
    while (this.acceptSymbol('/')) {
      const part = this.expectWord();
      if ((part === 'any' || part === 'all') && this.acceptSymbol('(')) return this.lambda(part, parts);
      parts.push(part);
    }
    return { kind: 'path', parts };
  }

  private lambda(quantifier: 'any' | 'all', path: readonly string[]): FilterNode {
    if (quantifier === 'any' && this.acceptSymbol(')')) {
      return { kind: 'lambda', quantifier, path, variable: '', body: null };
    }
    const variable = this.expectWord();
    this.expectSymbol(':');
    const body = this.expression();
    this.expectSymbol(')');
    return { kind: 'lambda', quantifier, path, variable, body };
  }

  private callArguments(): FilterNode[] {
    const values: FilterNode[] = [];
    if (this.acceptSymbol(')')) return values;
    do values.push(this.expression());
    while (this.acceptSymbol(','));
    this.expectSymbol(')');
    return values;
  }

  private get current(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '', at: 0 };
  }

  private acceptWord(text: string): boolean {
    return this.accept('word', text);
  }

  private acceptSymbol(text: string): boolean {
    return this.accept('symbol', text);
  }

  private accept(kind: Token['kind'], text: string): boolean {
    if (this.current.kind !== kind || this.current.text !== text) return false;
    this.position += 1;
    return true;
  }

  private expectSymbol(text: string): void {
    if (!this.acceptSymbol(text)) throw this.unexpected();
  }

  private expectWord(): string {
    const token = this.current;
    if (token.kind !== 'word') throw this.unexpected();
    this.position += 1;
    return token.text;
  }

  private unexpected(): FilterSyntaxError {
    return new FilterSyntaxError(`Syntax error at position ${this.current.at} in the filter.`);
  }
}
