/** A photo as a telephone makes it: lying on its side, with a note of how it was held and where it was taken. */

const marker = (code: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** One entry of a directory of Exif 2.32, 4.6.2: tag, type, count, value or where it is. Little-endian. */
function entry(tag: number, type: number, count: number, value: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt32LE(value, 8);
  return bytes;
}

const directory = (...entries: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([entries.length, 0]), ...entries, Buffer.alloc(4)]);

const ORIENTATION = 0x0112;
const GPS_DIRECTORY = 0x8825;
const GPS_DATUM = 0x0012;
const SHORT = 3;
const LONG = 4;
const ASCII = 2;
/** The camera was held on its right side: to be shown turned a quarter clockwise. */
const TURNED = 6;
export const DATUM = 'WGS-84-TEST';

/** A JPEG with these notes put before its picture. */
export function asTakenByTelephone(jpeg: Uint8Array): Buffer {
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  const datumAt = gpsAt + 2 + 12 + 4;
  const tiff = Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    directory(entry(ORIENTATION, SHORT, 1, TURNED), entry(GPS_DIRECTORY, LONG, 1, gpsAt)),
    directory(entry(GPS_DATUM, ASCII, DATUM.length + 1, datumAt)),
    Buffer.from(`${DATUM}\0`, 'latin1'),
  ]);
  const exif = marker(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
  return Buffer.concat([Buffer.from(jpeg.subarray(0, 2)), exif, Buffer.from(jpeg.subarray(2))]);
}
