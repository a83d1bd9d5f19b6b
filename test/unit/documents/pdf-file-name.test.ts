import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfFileName } from '../../../main/documents/pdf-file-name';

describe('the name of a PDF', () => {
  it.each([
    ['work-order', '1042', 1, 'Werkbon 1042.pdf'],
    ['custom-forms', '1042', 1, 'Formulieren 1042.pdf'],
    ['work-order', '1042', 2, 'Werkbon 1042-2.pdf'],
    ['work-order', 'A/7..', 1, 'Werkbon A-7.pdf'],
  ] as const)('%s %s revision %d is %s', (kind, workOrderNumber, revision, name) => {
    expect(pdfFileName(kind, { workOrderNumber, revision }, 'nl')).toBe(name);
  });

  it('is safe on any disk, whatever the number is', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 99 }), (workOrderNumber, revision) => {
        const name = pdfFileName('work-order', { workOrderNumber, revision }, 'nl');
        expect(name).toMatch(/^Werkbon [A-Za-z0-9.-]*\.pdf$/);
        expect(name).not.toContain('..pdf');
      }),
    );
  });
});
