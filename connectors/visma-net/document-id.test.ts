import { describe, expect, it } from 'vitest';
import { documentId, documentKey, type DocumentKey } from './document-id';

describe('key of a document', () => {
  it.each<[DocumentKey, string]>([
    [{ kind: 'invoice', number: '200001' }, 'invoice/200001'],
    [{ kind: 'invoice', number: '2026/0001' }, 'invoice/2026/0001'],
    [{ kind: 'order', order: { type: 'SO', orderId: '000201' } }, 'order/SO/000201'],
    [{ kind: 'order', order: { type: 'SO', orderId: '26/201' } }, 'order/SO/26/201'],
  ])('%j is %s and back', (key, id) => {
    expect(documentId(key)).toBe(id);
    expect(documentKey(id)).toEqual(key);
  });

  it.each(['', '200001', 'order/SO', 'invoice/'])('%j is none', (id) => {
    expect(() => documentKey(id)).toThrow('Not a document');
  });
});
