interface ProgressBarProps {
  /** What is counted, read by screen readers, e.g. "17 von 42 Fragen beantwortet". */
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return (
    <div class="kern-progress">
      <progress value={value} max={Math.max(max, 1)} aria-label={label}>
        {label}
      </progress>
    </div>
  );
}
