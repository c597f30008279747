import { scoreCell, scoreWords } from '../../../reports/numbers/signs.ts';
import { language } from '../../i18n/i18n.ts';
import type { ShownDimension } from './shown-score.ts';

/** One number of the heatmap: coloured by its level, always with the number or the sign that stands for none. */
export function ScoreCell({ score, href }: { score: ShownDimension | undefined; href: string }) {
  const shown = { value: score?.score ?? null, status: score?.status ?? 'notApplicable' };
  const level = score?.level ?? null;
  const text = scoreCell(shown, language());
  const words = scoreWords(shown, language());
  if (shown.status === 'notApplicable') {
    return (
      <td class="level level--none">
        <span aria-hidden="true">{text}</span>
        <span class="visually-hidden">{words}</span>
      </td>
    );
  }
  return (
    <td class={`level level--${shown.status === 'suppressed' ? 'secret' : (level ?? 'open')}`}>
      <a href={href} aria-label={words}>
        {text}
      </a>
    </td>
  );
}
