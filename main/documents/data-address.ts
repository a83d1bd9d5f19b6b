/** The file itself as an address: a page that is printed can reach no other. */
export const dataAddress = ({ mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array }): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
