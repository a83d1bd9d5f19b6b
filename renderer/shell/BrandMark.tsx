/** Two links of a chain that hold each other. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="1.5rem" height="1.5rem" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--color-accent)" />
      <g fill="none" stroke="var(--color-on-accent)" strokeWidth="2.8" strokeLinecap="round">
        <path d="M18.5 11.5H12a4.5 4.5 0 0 0 0 9h1.5" />
        <path d="M13.5 20.5H20a4.5 4.5 0 0 0 0-9h-1.5" />
      </g>
    </svg>
  );
}
