export interface GaugeBand {
  /** Lower bound in points 0–100. */
  readonly from: number;
  readonly name: string;
}

export interface GaugeMark {
  /** Points 0–100. */
  readonly at: number;
  readonly text: string;
  readonly note: string;
}

const top = 12;
const height = 294;
const tube = { x: 112, width: 46 };

function yOf(points: number): number {
  return top + height * (1 - points / 100);
}

/** Pegel's own picture: a vertical level bar with its bands and the marks of waves. */
export function Gauge(props: { bands: readonly GaugeBand[]; marks: readonly GaugeMark[]; alt: string }) {
  return (
    <svg class="gauge" viewBox={`0 0 320 ${height + 2 * top}`} role="img" aria-label={props.alt}>
      {props.bands.map((band, index) => (
        <Band key={band.from} band={band} end={props.bands[index + 1]?.from ?? 100} level={index} />
      ))}
      <rect class="gauge__tube" x={tube.x} y={top} width={tube.width} height={height} />
      {props.marks.map((mark) => (
        <Mark key={mark.note} mark={mark} />
      ))}
    </svg>
  );
}

function Band({ band, end, level }: { band: GaugeBand; end: number; level: number }) {
  return (
    <>
      <rect
        class={`gauge__band gauge__band--${level}`}
        x={tube.x}
        y={yOf(end)}
        width={tube.width}
        height={yOf(band.from) - yOf(end)}
      />
      <text class="gauge__name" x={tube.x - 10} y={(yOf(band.from) + yOf(end)) / 2 + 5} text-anchor="end">
        {band.name}
      </text>
    </>
  );
}

function Mark({ mark }: { mark: GaugeMark }) {
  const x = tube.x + tube.width;
  const y = yOf(mark.at);
  return (
    <>
      <path class="gauge__mark" d={`M${x + 3} ${y}l13 -8v16z`} />
      <text class="gauge__value" x={x + 22} y={y + 9}>
        {mark.text}
        <tspan class="gauge__note" dx="10">
          {mark.note}
        </tspan>
      </text>
    </>
  );
}
