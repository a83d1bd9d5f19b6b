import { useEffect, useState } from 'react';
import { openPdf, type PDFPageProxy } from './open-pdf';

/** The pages of a PDF; `undefined` while it is opened, null when that does not work. */
export function usePdf(bytes: Uint8Array): readonly PDFPageProxy[] | null | undefined {
  const [opened, setOpened] = useState<{ bytes: Uint8Array; pages: readonly PDFPageProxy[] | null }>();
  useEffect(() => {
    let isWanted = true;
    const opening = Promise.resolve().then(() => openPdf(bytes));
    opening
      .then((pdf) => Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))))
      .then(
        (pages) => {
          if (isWanted) setOpened({ bytes, pages });
        },
        () => {
          if (isWanted) setOpened({ bytes, pages: null });
        },
      );
    return () => {
      isWanted = false;
      void opening.then(
        (pdf) => pdf.loadingTask.destroy(),
        () => undefined,
      );
    };
  }, [bytes]);
  return opened?.bytes === bytes ? opened.pages : undefined;
}
