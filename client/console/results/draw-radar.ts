import {
  Chart,
  Filler,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  Tooltip,
} from 'chart.js';
import { type RadarInput, radarChart } from '../../../reports/charts/radar-chart.ts';

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler, Tooltip);
Chart.defaults.font.family = "'Fira Sans', system-ui, sans-serif";

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const longestLine = 11;

/** A label in lines that are short enough to leave room for the figure. */
function brokenLabel(label: string): string[] {
  return label
    .split(/(?<=,)\s/)
    .flatMap((part) => (part.length > longestLine ? part.split(/(?<=-)/) : [part]));
}

/** Draws the office's profile in the colours of the page; the returned function takes it away. */
export function drawRadar(canvas: HTMLCanvasElement, input: RadarInput): () => void {
  const configuration = radarChart(input);
  const [office, city] = configuration.data.datasets;
  const { r } = configuration.options.scales;
  Object.assign(configuration.data, { labels: input.corners.map((corner) => brokenLabel(corner.label)) });
  const colors = {
    office: token('--level-3'),
    ink: token('--ink'),
    line: token('--line'),
    muted: token('--muted'),
  };
  if (office !== undefined)
    Object.assign(office, { borderColor: colors.office, pointBackgroundColor: colors.office });
  if (city !== undefined) Object.assign(city, { borderColor: colors.ink, pointBackgroundColor: colors.ink });
  r.grid.color = colors.line;
  r.angleLines.color = colors.line;
  r.pointLabels.color = colors.muted;
  const chart = new Chart(canvas, configuration);
  return () => chart.destroy();
}
