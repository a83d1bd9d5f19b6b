import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with its namespace resolved. */
export interface XmlElement {
  /** Address of the namespace; empty when the element is in none. */
  readonly namespace: string;
  /** Name without prefix. */
  readonly name: string;
  /** Attributes by their name as written, prefix and all; declarations of namespaces are not among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text of the element itself, references and CDATA resolved, spaces kept. */
  readonly text: string;
}

/** Why a text is no XML that we read. Line and column count from 1. */
export interface XmlProblem {
  readonly kind: 'malformed' | 'document-type';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  attributesGroupName: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA,
});

/**
 * Reads one XML document. A document type (and with it every entity of its own) is refused before anything is read:
 * neither SOAP 1.1, part 3, nor SOAP 1.2, part 1, section 5 allows one, and it is how a small file becomes a huge one.
 */
export function readXml(source: string): { readonly root: XmlElement } | { readonly problem: XmlProblem } {
  const text = source.replace(/^\ufeff/, '');
  const documentType = text.indexOf('<!DOCTYPE');
  if (documentType !== -1)
    return refused('document-type', 'A document type is not allowed', ...placeOf(text, documentType));
  const checked = XMLValidator.validate(text);
  if (checked !== true) return refused('malformed', checked.err.msg, checked.err.line, checked.err.col);
  try {
    const roots = (parser.parse(text) as ParsedNode[]).filter((node) => nameOf(node) !== TEXT);
    const [root] = roots;
    if (root === undefined || roots.length > 1)
      return refused('malformed', 'There must be exactly one root element', 1, 1);
    return { root: elementOf(root, new Map([['xml', XML_NAMESPACE]])) };
  } catch (error) {
    // The parser throws for names such as __proto__, we for unknown references and prefixes.
    return refused('malformed', error instanceof Error ? error.message : String(error), 1, 1);
  }
}

type ParsedNode = Readonly<Record<string, unknown>>;
type Prefixes = ReadonlyMap<string, string>;

const refused = (kind: XmlProblem['kind'], message: string, line: number, column: number): { problem: XmlProblem } => ({
  problem: { kind, message, line, column },
});

function placeOf(text: string, index: number): [line: number, column: number] {
  const before = text.slice(0, index).split('\n');
  return [before.length, (before.at(-1) ?? '').length + 1];
}

const nameOf = (node: ParsedNode): string => Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';

function elementOf(node: ParsedNode, outer: Prefixes): XmlElement {
  const qualifiedName = nameOf(node);
  const written = (node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>;
  const prefixes = new Map(outer);
  const attributes: Record<string, string> = {};
  for (const [name, raw] of Object.entries(written)) {
    const value = withoutReferences(raw);
    if (name === 'xmlns') prefixes.set('', value);
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice('xmlns:'.length), value);
    else attributes[name] = value;
  }
  const colon = qualifiedName.indexOf(':');
  const prefix = colon === -1 ? '' : qualifiedName.slice(0, colon);
  const namespace = prefixes.get(prefix);
  if (namespace === undefined && prefix !== '') throw new Error(`The prefix ${prefix} is not declared`);
  const content = node[qualifiedName] as readonly ParsedNode[];
  const children: XmlElement[] = [];
  let text = '';
  for (const part of content) {
    const name = nameOf(part);
    if (name === TEXT) text += withoutReferences(String(part[TEXT]));
    else if (name === CDATA)
      text += (part[CDATA] as readonly ParsedNode[]).map((piece) => String(piece[TEXT])).join('');
    else children.push(elementOf(part, prefixes));
  }
  return { namespace: namespace ?? '', name: qualifiedName.slice(colon + 1), attributes, children, text };
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five references of XML itself and those to a character by its number. */
function withoutReferences(text: string): string {
  return text.replaceAll(/&([^;&]*);/g, (_all, reference: string) => {
    const predefined = Object.hasOwn(PREDEFINED, reference) ? PREDEFINED[reference] : undefined;
    if (predefined !== undefined) return predefined;
    const [, hexadecimal, digits] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference) ?? [];
    const codePoint = hexadecimal === undefined ? Number(digits) : Number.parseInt(hexadecimal, 16);
    if (!isXmlCharacter(codePoint)) throw new Error(`Unknown reference &${reference};`);
    return String.fromCodePoint(codePoint);
  });
}

/** XML 1.0, section 2.2. */
const isXmlCharacter = (codePoint: number): boolean =>
  codePoint === 0x9 ||
  codePoint === 0xa ||
  codePoint === 0xd ||
  (codePoint >= 0x20 && codePoint <= 0xd7ff) ||
  (codePoint >= 0xe000 && codePoint <= 0xfffd) ||
  (codePoint >= 0x10000 && codePoint <= 0x10ffff);
