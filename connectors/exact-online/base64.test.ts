import { describe, expect, it } from 'vitest';
import { base64 } from './base64';

describe('base64', () => {
  it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])('of %d bytes is what every reader makes of it', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });
});
