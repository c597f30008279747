/** One corner of the radar. Points 0–100; null leaves a gap, it is never drawn as 0. */
export interface RadarCorner {
  readonly label: string;
  readonly office: number | null;
  readonly city: number | null;
}

export interface RadarInput {
  readonly corners: readonly RadarCorner[];
  readonly officeLabel: string;
  readonly cityLabel: string;
}

export interface RadarDataset {
  label: string;
  data: (number | null)[];
  borderColor: string;
  backgroundColor: string;
  pointBackgroundColor: string;
  borderWidth: number;
  borderDash: number[];
  pointRadius: number;
  fill: boolean;
  spanGaps: boolean;
}

/** A plain chart.js configuration: data, no functions, no canvas. */
export interface RadarConfiguration {
  type: 'radar';
  data: { labels: string[]; datasets: RadarDataset[] };
  options: {
    responsive: boolean;
    animation: false;
    scales: {
      r: {
        min: number;
        max: number;
        ticks: { stepSize: number; display: boolean };
        grid: { color: string };
        angleLines: { color: string };
        pointLabels: { color: string; font: { size: number } };
      };
    };
    plugins: { legend: { display: boolean } };
  };
}

const ink = '#10192b';
const line = '#d7dce4';
const office = '#2f6fb0';

function officeDataset(input: RadarInput): RadarDataset {
  return {
    label: input.officeLabel,
    data: input.corners.map((corner) => corner.office),
    borderColor: office,
    backgroundColor: 'rgba(18, 58, 115, 0.15)',
    pointBackgroundColor: office,
    borderWidth: 2,
    borderDash: [],
    pointRadius: 3,
    fill: true,
    spanGaps: false,
  };
}

function cityDataset(input: RadarInput): RadarDataset {
  return {
    label: input.cityLabel,
    data: input.corners.map((corner) => corner.city),
    borderColor: ink,
    backgroundColor: 'transparent',
    pointBackgroundColor: ink,
    borderWidth: 1.5,
    borderDash: [4, 3],
    pointRadius: 0,
    fill: false,
    spanGaps: false,
  };
}

/**
 * Profile of an office against the city, as a chart.js radar.
 *
 * @param input corners in questionnaire order, points 0–100, null for no value (a gap in the line)
 * @returns configuration with a fixed axis 0–100, so that two pictures can be compared
 */
export function radarChart(input: RadarInput): RadarConfiguration {
  return {
    type: 'radar',
    data: {
      labels: input.corners.map((corner) => corner.label),
      datasets: [officeDataset(input), cityDataset(input)],
    },
    options: {
      responsive: true,
      animation: false,
      scales: {
        r: {
          min: 0,
          max: 100,
          ticks: { stepSize: 25, display: false },
          grid: { color: line },
          angleLines: { color: line },
          pointLabels: { color: ink, font: { size: 12 } },
        },
      },
      plugins: { legend: { display: false } },
    },
  };
}
