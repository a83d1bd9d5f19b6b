import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Security code 2 is the guid of the administration (manual, 3.7.2): it tells administrations apart, and it is a secret.
 * So its SHA-256 stands for it, which is the same for ever and opens nothing.
 */
export function administrationKeyOf(guid: string): string {
  return bytesToHex(sha256(utf8ToBytes(guid.replaceAll(/[{}\s]/g, '').toLowerCase())));
}
