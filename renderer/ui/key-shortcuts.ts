type NameKeys = (element: HTMLElement | null) => void;

const known = new Map<string, NameKeys>();

/**
 * A ref that names the keys of a button for screen readers, the same one for the same keys: react-aria-components (1.22)
 * hands `aria-keyshortcuts` on to no element.
 */
export function withKeys(keys: string | undefined): NameKeys | undefined {
  if (keys === undefined) return undefined;
  const nameKeys = known.get(keys) ?? ((element) => element?.setAttribute('aria-keyshortcuts', keys));
  known.set(keys, nameKeys);
  return nameKeys;
}
