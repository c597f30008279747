import type { Language, PanelPlan, QuestionPlan, RadiogroupPlan } from '../../surveys/plan/plan.ts';
import { useAnswering } from './answering-context.ts';
import { ChoiceQuestion } from './choice-question.tsx';
import { wordsBeside } from './choice-words.ts';
import { useAnswerOf } from './question-view.tsx';

type Matrix = PanelPlan & { readonly matrix: true };

export function isMatrix(panel: PanelPlan): panel is Matrix {
  return panel.matrix === true;
}

/** With more columns a table would be too narrow to read. */
const mostColumns = 7;

/** Questions with the same answers: one table on a wide page, one question below the other on a phone. */
export function MatrixView({ matrix }: { readonly matrix: Matrix }) {
  const { language, asked } = useAnswering();
  const rows = matrix.elements.filter((row) => row.type === 'radiogroup' && asked.has(row.name));
  const first = rows.find(isRow);
  if (!first) return null;
  const table = first.choices.length <= mostColumns;
  const id = `q-${matrix.name}`;
  return (
    <section
      class={`r-matrix${table ? ' r-matrix--table' : ''}`}
      aria-labelledby={matrix.title ? id : undefined}
      style={{ '--choices': first.choices.length, '--states': statesOf(first) }}
    >
      {matrix.title ? (
        <h2 class="r-question__title" id={id}>
          {matrix.title[language]}
        </h2>
      ) : null}
      {matrix.description ? <p class="r-question__hint">{matrix.description[language]}</p> : null}
      <div class="r-matrix__grid">
        <Head row={first} language={language} />
        {rows.filter(isRow).map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </div>
    </section>
  );
}

function isRow(row: PanelPlan | QuestionPlan): row is RadiogroupPlan {
  return row.type === 'radiogroup';
}

function statesOf({ dontKnow, notApplicable }: RadiogroupPlan): number {
  return Number(dontKnow) + Number(notApplicable);
}

/** The columns for the eye; every answer carries its own name for everybody else. */
function Head({ row, language }: { readonly row: RadiogroupPlan; readonly language: Language }) {
  const { t } = useAnswering();
  return (
    <div class="r-matrix__head" aria-hidden="true">
      <span />
      {row.choices.map(({ value, text }) => (
        <span key={value}>
          {row.dimension !== null && typeof value === 'number' ? <b>{value} </b> : null}
          {typeof value === 'number' ? wordsBeside(value, text[language]) : text[language]}
        </span>
      ))}
      {row.dontKnow ? <span class="r-matrix__state">{t.dontKnow}</span> : null}
      {row.notApplicable ? <span class="r-matrix__state">{t.notApplicableShort}</span> : null}
    </div>
  );
}

function Row({ row }: { readonly row: RadiogroupPlan }) {
  return <ChoiceQuestion question={row} inTable {...useAnswerOf(row)} />;
}
