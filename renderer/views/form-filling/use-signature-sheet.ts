import { useEffect, useRef, useState, type RefObject } from 'react';
import SignaturePad from 'signature_pad';

/** A signature as PNG, transparent but for the ink. Sizes in pixels. */
export interface DrawnSignature {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Twice as fine as it is drawn, so that it is sharp on paper. */
export const SHEET_WIDTH = 1_200;
export const SHEET_HEIGHT = 480;
const INK = '#14213d';

export interface SignatureSheet {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly isEmpty: boolean;
  readonly clear: () => void;
  /** What was drawn; null when the window cannot make a picture of it. */
  readonly drawn: () => Promise<DrawnSignature | null>;
}

/** A canvas to sign on with a mouse, a finger or a pen. */
export function useSignatureSheet(): SignatureSheet {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null) return;
    // The pad works in the pixels of the screen; the sheet has more of them.
    const scale = SHEET_WIDTH / sheet.getBoundingClientRect().width;
    sheet.getContext('2d')?.scale(scale, scale);
    const made = new SignaturePad(sheet, { penColor: INK });
    const ended = () => setIsEmpty(made.isEmpty());
    made.addEventListener('endStroke', ended);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', ended);
      made.off();
    };
  }, []);
  return {
    canvas,
    isEmpty,
    clear: () => {
      pad.current?.clear();
      setIsEmpty(true);
    },
    drawn: async () => {
      const blob = await new Promise<Blob | null>((resolve) => {
        if (canvas.current === null) resolve(null);
        else canvas.current.toBlob(resolve, 'image/png');
      });
      if (blob === null) return null;
      return { width: SHEET_WIDTH, height: SHEET_HEIGHT, bytes: new Uint8Array(await blob.arrayBuffer()) };
    },
  };
}
