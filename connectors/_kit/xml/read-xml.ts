import { SaxesParser, type SaxesTagNS } from 'saxes';
import { nextTurn } from '../in-turns';

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

export type ReadXml = { readonly root: XmlElement } | { readonly problem: XmlProblem };

/**
 * Reads one XML document. A document type (and with it every entity of its own) is refused: neither SOAP 1.1, part 3, nor
 * SOAP 1.2, part 1, section 5 allows one, and it is how a small file becomes a huge one.
 */
export function readXml(source: string): ReadXml {
  const reading = startReading();
  for (const piece of piecesOf(source)) reading.take(piece);
  return reading.end();
}

/** As `readXml`; other work of the process goes on while a long document is read. */
export async function readXmlInTurns(source: string): Promise<ReadXml> {
  const reading = startReading();
  let isFirst = true;
  for (const piece of piecesOf(source)) {
    if (!isFirst) await nextTurn();
    isFirst = false;
    reading.take(piece);
  }
  return reading.end();
}

interface Reading {
  /** The next piece of the document; ignored after a problem. */
  readonly take: (piece: string) => void;
  readonly end: () => ReadXml;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
/** Characters that are read in one go: some ten milliseconds. */
const PIECE_LENGTH = 65_536;

function* piecesOf(source: string): Generator<string, void, undefined> {
  const start = source.startsWith('\ufeff') ? 1 : 0;
  for (let at = start; at < source.length; at += PIECE_LENGTH) yield source.slice(at, at + PIECE_LENGTH);
}

function startReading(): Reading {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let problem: XmlProblem | null = null;

  const refuse = (kind: XmlProblem['kind'], message: string): void => {
    problem ??= { kind, message, line: parser.line, column: parser.column };
  };
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('error', ({ message }) => refuse('malformed', message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => refuse('document-type', 'A document type is not allowed'));
  parser.on('opentag', (tag) => {
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);

  return {
    take: (piece) => {
      if (problem === null) parser.write(piece);
    },
    end: () => {
      if (problem === null) parser.close();
      if (problem !== null) return { problem };
      if (root === null) throw new Error('A document without problem and without root');
      return { root };
    },
  };
}

const elementOf = ({ uri, local, attributes }: SaxesTagNS): OpenElement => ({
  namespace: uri,
  name: local,
  attributes: Object.fromEntries(
    Object.values(attributes)
      .filter((attribute) => attribute.uri !== XMLNS_NAMESPACE)
      .map(({ name, value }) => [name, value]),
  ),
  children: [],
  text: '',
});
