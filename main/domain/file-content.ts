import { MIME_OF, type FileKind } from '../../preload/contract/work-order-files';

/** The first bytes of each format: ITU T.81 (JPEG), RFC 2083 (PNG), ISO 32000 (PDF). */
const FIRST_BYTES: Readonly<Record<(typeof MIME_OF)[FileKind], readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Whether bytes are of this format, whatever the name of their file says. Pure. */
export const isOfType = (type: keyof typeof FIRST_BYTES, bytes: Uint8Array): boolean =>
  FIRST_BYTES[type].every((byte, index) => bytes[index] === byte);

/** Whether bytes are of the format that this kind is kept as. Pure. */
export const isOfKind = (kind: FileKind, bytes: Uint8Array): boolean => isOfType(MIME_OF[kind], bytes);
