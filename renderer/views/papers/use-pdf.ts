import { useEffect, useState } from 'react';
import { openPdf, type PDFDocumentProxy, type PDFPageProxy } from './open-pdf';

interface Opened {
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly PDFPageProxy[];
}

/**
 * The pages of a PDF; `undefined` while it is opened, null when that does not work. Those of the former one stay while
 * another is opened.
 */
export function usePdf(bytes: Uint8Array): readonly PDFPageProxy[] | null | undefined {
  const [opened, setOpened] = useState<Opened | null>();

  useEffect(() => {
    let isWanted = true;
    const open = async (): Promise<void> => {
      const pdf = await openPdf(bytes);
      const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
      const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)));
      if (isWanted) setOpened({ pdf, pages });
      else await pdf.loadingTask.destroy();
    };
    open().catch(() => {
      if (isWanted) setOpened(null);
    });
    return () => {
      isWanted = false;
    };
  }, [bytes]);

  useEffect(() => () => void opened?.pdf.loadingTask.destroy(), [opened]);

  return opened === undefined || opened === null ? opened : opened.pages;
}
