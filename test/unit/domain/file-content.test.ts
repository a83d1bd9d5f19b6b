import { expect, it } from 'vitest';
import { isOfKind } from '../../../main/domain/file-content';

const text = (value: string) => new TextEncoder().encode(value);

it.each([
  ['photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe1]), true],
  ['photo', new Uint8Array([0xff, 0xd8]), false],
  ['photo', text('<svg onload="x()">'), false],
  ['file', text('%PDF-1.7'), true],
  ['file', text('MZ, a program that is called offerte.pdf'), false],
  ['signature', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), true],
  ['signature', new Uint8Array(0), false],
] as const)('a %s is told by its content: %s', (kind, bytes, isRight) => {
  expect(isOfKind(kind, bytes)).toBe(isRight);
});
