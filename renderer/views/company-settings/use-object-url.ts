import { useEffect, useState } from 'react';

/** An address within this page for bytes; null while there are none. It ends with the component. */
export function useObjectUrl(
  file: { readonly mediaType: string; readonly bytes: Uint8Array } | null | undefined,
): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (file === null || file === undefined) {
      setUrl(null);
      return undefined;
    }
    const made = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
