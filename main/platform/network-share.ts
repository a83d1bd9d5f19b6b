/** Runs in the main process: whether a folder lies on another computer, as far as this one can tell. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** `f_type` of Linux, https://man7.org/linux/man-pages/man2/statfs.2.html: NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const NETWORK_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400,
]);

export interface ShareFacts {
  readonly platform: NodeJS.Platform;
  /** Absolute. */
  readonly folder: string;
  /** Type of the file system; null when it is not known. */
  readonly fileSystemType: number | null;
}

/**
 * True when it surely is a share: a UNC path of Windows, or a network file system of Linux. A drive letter that stands for a
 * share, and a share of macOS, look like a disk of this computer. Pure.
 */
export function isNetworkShare({ platform, folder, fileSystemType }: ShareFacts): boolean {
  if (platform === 'win32') return /^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/iu.test(folder);
  // The number is signed on some builds.
  return platform === 'linux' && fileSystemType !== null && NETWORK_FILE_SYSTEMS.has(fileSystemType >>> 0);
}

/** What the system tells of a folder, or of the nearest one above it that is there. */
export function shareFactsOf(folder: string): ShareFacts {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    return { platform: process.platform, folder, fileSystemType: statfsSync(there).type };
  } catch {
    return { platform: process.platform, folder, fileSystemType: null };
  }
}
