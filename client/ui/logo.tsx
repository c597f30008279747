/** The gauge as a small sign beside Pegel's name. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect class="logo__tube" x="9" y="2" width="10" height="20" rx="2" />
      <rect class="logo__half" x="11" y="11" width="6" height="4" />
      <rect class="logo__full" x="11" y="15" width="6" height="5" />
      <path class="logo__marks" d="M4 6h5M4 11h5M4 16h5" />
    </svg>
  );
}
