import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from './escape-xml';
import { readXml, readXmlInTurns, type XmlElement } from './read-xml';

function rootOf(source: string): XmlElement {
  const read = readXml(source);
  if ('problem' in read) throw new Error(read.problem.message);
  return read.root;
}

describe('readXml', () => {
  it('resolves namespaces, references and CDATA, and keeps spaces', () => {
    const root = rootOf(
      '\ufeff<?xml version="1.0" encoding="utf-8"?><!-- note --><a:Order xmlns:a="urn:a" xmlns="urn:b" kind="1 &amp; 2">' +
        '<Text> Kees &amp; Zn. &#8364;&#xe9; <![CDATA[<b>&amp;]]></Text><a:None nil="true"/></a:Order>\n',
    );
    expect(root).toEqual({
      namespace: 'urn:a',
      name: 'Order',
      attributes: { kind: '1 & 2' },
      text: '',
      children: [
        { namespace: 'urn:b', name: 'Text', attributes: {}, text: ' Kees & Zn. €é <b>&amp;', children: [] },
        { namespace: 'urn:a', name: 'None', attributes: { nil: 'true' }, text: '', children: [] },
      ],
    });
  });

  it.each([
    ['', 'malformed'],
    ['geen xml', 'malformed'],
    ['{"json": true}', 'malformed'],
    ['<a><b></a>', 'malformed'],
    ['<a>', 'malformed'],
    ['<a/><b/>', 'malformed'],
    ['<a>x</a>y', 'malformed'],
    ['<a b="1" b="2"/>', 'malformed'],
    ['<a>&nbsp;</a>', 'malformed'],
    ['<a>&#0;</a>', 'malformed'],
    ['<a>&#65a;</a>', 'malformed'],
    ['<a>fish & chips</a>', 'malformed'],
    ['<x:a/>', 'malformed'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document-type'],
    ['<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', 'document-type'],
  ])('refuses %j as %s', (source, kind) => {
    expect(readXml(source)).toMatchObject({ problem: { kind } });
  });

  it('tells where it went wrong', () => {
    expect(readXml('<a>\n  <b></c>\n</a>')).toMatchObject({ problem: { line: 2 } });
  });
});

describe('a long document', () => {
  const rows = '<row><text>Kees &amp; Zn. €</text></row>'.repeat(20_000);

  it('lets other work go first while it is read, and reads the same', async () => {
    let turns = 0;
    const count = (): void => {
      turns += 1;
      other = setImmediate(count);
    };
    let other = setImmediate(count);
    const read = await readXmlInTurns(`<list>${rows}</list>`);
    clearImmediate(other);
    expect(turns).toBeGreaterThan(5);
    expect(read).toEqual(readXml(`<list>${rows}</list>`));
  });

  it('is refused where it breaks off', async () => {
    expect(await readXmlInTurns(`<list>${rows}`)).toMatchObject({ problem: { kind: 'malformed' } });
  });
});

it('takes the words of a document type in a text for a text', () => {
  expect(rootOf('<a><![CDATA[<!DOCTYPE html>]]></a>').text).toBe('<!DOCTYPE html>');
});

it('reads back any text that was escaped, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { root } = readXml(`<a>${escapeXml(text)}</a>`) as { root: XmlElement };
      expect(root.text).toBe(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
    }),
  );
});
