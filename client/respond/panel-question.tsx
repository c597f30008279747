import type { Answer } from '../../surveys/answers/answer.ts';
import type { PanelDynamicPlan } from '../../surveys/plan/plan.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field-frame.tsx';
import { useAnswering } from './answering-context.ts';
import { ConflictNote } from './conflict-note.tsx';
import { PanelRowView, rowId, rowTitle } from './panel-row.tsx';
import { type RemovedRow, useFocusOnce, useRows } from './use-rows.ts';

interface PanelQuestionProps {
  readonly question: PanelDynamicPlan;
  readonly answer: Answer;
  readonly required: boolean;
  readonly onChange: (answer: Answer) => void;
}

/** A list that grows: one fieldset a row. */
export function PanelQuestion({ question, answer, required, onChange }: PanelQuestionProps) {
  const { t } = useAnswering();
  const { rows, removed, added, add, change, remove, undo } = useRows(answer, onChange);
  const id = `q-${question.name}`;
  useFocusOnce(added === null ? null : rowId(question, added));
  return (
    <section class="r-question" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <PanelHead question={question} id={id} required={required} />
      {rows.length === 0 ? <p class="r-question__hint">{t.noRows}</p> : null}
      {rows.map((row, index) => (
        <PanelRowView
          key={row.id}
          question={question}
          row={row}
          index={index}
          onChange={change}
          onRemove={() => remove(row, index)}
        />
      ))}
      {removed ? <Removed question={question} removed={removed} onUndo={undo} /> : null}
      <AddRow question={question} count={rows.length} onAdd={add} />
    </section>
  );
}

interface PanelHeadProps {
  readonly question: PanelDynamicPlan;
  readonly id: string;
  readonly required: boolean;
}

function PanelHead({ question, id, required }: PanelHeadProps) {
  const { t, language, problems } = useAnswering();
  const error = problems.find((one) => one.pointer === `/${question.name}`)?.detail;
  return (
    <>
      <h2 class="r-question__title" id={`${id}-title`}>
        {question.title[language]}
        {required ? <span class="r-question__required"> {t.required}</span> : null}
      </h2>
      {question.description ? <p class="r-question__hint">{question.description[language]}</p> : null}
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
      <ConflictNote question={question} />
    </>
  );
}

interface RemovedProps {
  readonly question: PanelDynamicPlan;
  readonly removed: RemovedRow;
  readonly onUndo: (removed: RemovedRow) => void;
}

function Removed({ question, removed, onUndo }: RemovedProps) {
  const { t } = useAnswering();
  const title = rowTitle(question, removed.row) || t.rowUntitled;
  return (
    <Alert kind="info" title={t.rowRemoved(title)} focusKey={removed.row.id}>
      <div class="r-actions">
        <Button kind="secondary" onClick={() => onUndo(removed)}>
          {t.undo}
        </Button>
      </div>
    </Alert>
  );
}

interface AddRowProps {
  readonly question: PanelDynamicPlan;
  readonly count: number;
  readonly onAdd: () => void;
}

function AddRow({ question, count, onAdd }: AddRowProps) {
  const { t, language } = useAnswering();
  if (count >= question.maxPanels) return <p class="r-question__hint">{t.rowsFull(question.maxPanels)}</p>;
  return (
    <div class="r-actions">
      <Button kind="secondary" onClick={onAdd}>
        {question.addText[language]}
      </Button>
    </div>
  );
}
