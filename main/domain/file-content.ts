import type { FileKind } from '../../preload/contract/work-order-files';

/** The first bytes of each format: ITU T.81 (JPEG), RFC 2083 (PNG), ISO 32000 (PDF). */
const FIRST_BYTES: Readonly<Record<FileKind, readonly number[]>> = {
  photo: [0xff, 0xd8, 0xff],
  signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  file: [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Whether bytes are of the format that this kind is kept as, whatever the name of their file says. Pure. */
export const isOfKind = (kind: FileKind, bytes: Uint8Array): boolean =>
  FIRST_BYTES[kind].every((byte, index) => bytes[index] === byte);
