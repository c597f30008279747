import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer, PanelRow } from '../../surveys/answers/answer.ts';
import type { PanelDynamicPlan } from '../../surveys/plan/plan.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field-frame.tsx';
import { useAnswering } from './answering-context.ts';
import { ConflictNote } from './conflict-note.tsx';
import { PanelRowView, rowId, rowTitle } from './panel-row.tsx';
import { randomId } from './random-id.ts';

interface PanelQuestionProps {
  readonly question: PanelDynamicPlan;
  readonly answer: Answer;
  readonly required: boolean;
  readonly onChange: (answer: Answer) => void;
}

interface Removed {
  readonly row: PanelRow;
  readonly index: number;
}

function rowsOf({ value }: Answer): readonly PanelRow[] {
  return typeof value === 'object' ? value : [];
}

/** A list that grows: one fieldset a row, adding at the end, removing with a way back. */
export function PanelQuestion({ question, answer, required, onChange }: PanelQuestionProps) {
  const { t, language, problems } = useAnswering();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const rows = rowsOf(answer);
  const id = `q-${question.name}`;
  const error = problems.find((one) => one.pointer === `/${question.name}`)?.detail;
  useFocusOn(added === null ? null : rowId(question, added));

  const write = (next: readonly PanelRow[]) => {
    const { value: _old, ...beside } = answer;
    onChange(next.length === 0 ? beside : { ...beside, value: next });
  };
  const add = () => {
    const row = { id: randomId() };
    write([...rows, row]);
    setAdded(row.id);
  };
  const remove = (row: PanelRow, index: number) => {
    write(rows.filter((one) => one.id !== row.id));
    setRemoved({ row, index });
  };
  const undo = ({ row, index }: Removed) => {
    write(rows.toSpliced(index, 0, row));
    setRemoved(null);
    setAdded(row.id);
  };

  return (
    <section class="r-question" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 class="r-question__title" id={`${id}-title`}>
        {question.title[language]}
        {required ? <span class="r-question__required"> {t.required}</span> : null}
      </h2>
      {question.description ? <p class="r-question__hint">{question.description[language]}</p> : null}
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
      <ConflictNote question={question} />
      {rows.length === 0 ? <p class="r-question__hint">{t.noRows}</p> : null}
      {rows.map((row, index) => (
        <PanelRowView
          key={row.id}
          question={question}
          row={row}
          index={index}
          onChange={(next) => write(rows.map((one) => (one.id === row.id ? next : one)))}
          onRemove={() => remove(row, index)}
        />
      ))}
      {removed ? (
        <Alert
          kind="info"
          title={t.rowRemoved(rowTitle(question, removed.row) || t.rowUntitled)}
          live="status"
          focusKey={removed.row.id}
        >
          <div class="r-actions">
            <Button kind="secondary" onClick={() => undo(removed)}>
              {t.undo}
            </Button>
          </div>
        </Alert>
      ) : null}
      {rows.length >= question.maxPanels ? (
        <p class="r-question__hint">{t.rowsFull(question.maxPanels)}</p>
      ) : (
        <div class="r-actions">
          <Button kind="secondary" onClick={add}>
            {question.addText[language]}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Moves the focus to an element once it is there. */
function useFocusOn(id: string | null): void {
  const done = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (id === null || done.current === id) return;
    done.current = id;
    document.getElementById(id)?.focus();
  }, [id]);
}
