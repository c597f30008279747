import type { ExplainedPart, ExplainResponse } from '../../../../server/explanations/explanations.wire.ts';
import { compareText } from '../../../i18n/dates.ts';
import { say, t } from '../../../i18n/i18n.ts';
import { readSorting, writeSorting } from '../../../ui/sorting.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import { Tag, type TagTone } from '../../../ui/tag.tsx';
import { points } from '../../numbers.ts';
import { hrefWith, usePlace, useQuery } from '../../router.ts';
import { officeNumberHref } from './number-address.ts';
import { OpinionWords } from './opinion-words.tsx';

export type PartKind = 'item' | 'dimension' | 'office';

/** What a number is made of: questions, dimensions or offices. */
export function partKind({ of }: ExplainResponse): PartKind {
  if (of.kind !== 'office') return 'office';
  return of.dimension === null ? 'dimension' : 'item';
}

interface PartsProps {
  readonly waveId: string;
  readonly origin: ExplainResponse;
}

/** The parts of a number with what each adds, and the sums that the formula divides. */
export function OriginParts({ waveId, origin }: PartsProps) {
  const [order, setOrder] = useQuery('teile', '', 'replace');
  const kind = partKind(origin);
  const unclear = origin.parts.filter((part) => part.opinion?.unclear === true);
  return (
    <>
      {unclear.length === 0 ? null : (
        <p>
          <Tag tone="warn">{t('explain.unclear')}</Tag> {t('explain.unclearCount', { count: unclear.length })}
        </p>
      )}
      <Table
        caption={t(`parts.${kind}`)}
        columns={columns(kind, useHrefOf(waveId, origin, kind))}
        rows={origin.parts}
        rowKey={(part) => part.id}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
        foot={<Sums parts={origin.parts} kind={kind} />}
      />
    </>
  );
}

/** Where the explanation of a part stands; a question is explained here already. */
function useHrefOf(waveId: string, origin: ExplainResponse, kind: PartKind) {
  const place = usePlace();
  return (part: ExplainedPart): string | null => {
    if (kind === 'item' || part.state === 'notSubmitted') return null;
    if (kind === 'dimension') return hrefWith(place, { zahl: part.id, teile: null });
    return officeNumberHref(waveId, part.id, origin.of.dimension);
  };
}

function columns(
  kind: PartKind,
  hrefOf: (part: ExplainedPart) => string | null,
): readonly Column<ExplainedPart>[] {
  return [
    {
      id: 'teil',
      title: t(kind === 'item' ? 'word.item' : kind === 'office' ? 'word.office' : 'word.dimension'),
      cell: (part) => <Title part={part} href={hrefOf(part)} />,
      sortValue: (part) => say(part.title),
    },
    ...(kind === 'item' ? [answerColumn(t('word.answer'))] : []),
    number('punkte', t('word.points'), (part) => part.value),
    number('gewicht', t('word.weight'), (part) => part.weight),
    number('beitrag', t('word.contribution'), (part) => part.contribution),
    ...(kind === 'item' ? [] : [answerColumn(t('word.state'))]),
  ];
}

function answerColumn(title: string): Column<ExplainedPart> {
  return {
    id: 'antwort',
    title,
    cell: (part) => <Answer part={part} />,
    sortValue: (part) => (part.answer === null ? part.state : say(part.answer)),
  };
}

function number(
  id: string,
  title: string,
  numberOf: (part: ExplainedPart) => number | null,
): Column<ExplainedPart> {
  return {
    id,
    title,
    align: 'end',
    cell: (part) => {
      const value = numberOf(part);
      return value === null ? '–' : points(value);
    },
    sortValue: numberOf,
  };
}

function Title({ part, href }: { part: ExplainedPart; href: string | null }) {
  return href === null ? <span>{say(part.title)}</span> : <a href={href}>{say(part.title)}</a>;
}

const tones: Partial<Record<ExplainedPart['state'], TagTone>> = { provisional: 'warn' };

/** A plain answer or score needs no sign; everything else says its state and what it does to the number. */
function Answer({ part }: { part: ExplainedPart }) {
  const usual = part.state === 'level' || part.state === 'scored';
  const label = t(`part.${part.state}`);
  const why = withoutLabel(say(part.why), label);
  return (
    <>
      {part.opinion === null ? null : <OpinionWords opinion={part.opinion} />}
      {usual ? null : <Tag tone={tones[part.state] ?? 'plain'}>{label}</Tag>}{' '}
      {part.answer === null || part.state === 'dk' ? null : say(part.answer)}
      {part.contribution === null && why !== '' ? <p class="small">{why}</p> : null}
      {part.comment === null ? null : <p class="small">{t('explain.comment', { comment: part.comment })}</p>}
    </>
  );
}

/** The reason without the state it begins with, which stands beside it already. */
function withoutLabel(why: string, label: string): string {
  return why.startsWith(`${label}: `) ? why.slice(label.length + 2) : why;
}

/** What the formula divides; not where offices are kept secret, since they may count too. */
function Sums({ parts, kind }: { parts: readonly ExplainedPart[]; kind: PartKind }) {
  const counted = parts.filter((part) => part.contribution !== null);
  const secret = parts.some((part) => part.state === 'suppressed');
  if (counted.length === 0 || secret) return null;
  const sum = (numberOf: (part: ExplainedPart) => number) =>
    counted.reduce((total, part) => total + numberOf(part), 0);
  return (
    <tr>
      <th scope="row">{t('explain.sum', { counted: counted.length, all: parts.length })}</th>
      {kind === 'item' ? <td /> : null}
      <td />
      <td class="table__end">{points(sum((part) => part.weight))}</td>
      <td class="table__end">{points(sum((part) => part.contribution ?? 0))}</td>
      {kind === 'item' ? null : <td />}
    </tr>
  );
}
