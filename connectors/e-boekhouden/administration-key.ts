/**
 * Security code 2 is the guid of the administration (manual, 3.7.2): it tells administrations apart, and it is a secret.
 * So its SHA-256 stands for it, which is the same for ever and opens nothing.
 */
export async function administrationKeyOf(guid: string): Promise<string> {
  const plain = guid.replaceAll(/[{}\s]/g, '').toLowerCase();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
