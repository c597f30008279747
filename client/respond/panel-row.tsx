import type { PanelRow } from '../../surveys/answers/answer.ts';
import { askedInRow, rowLookup } from '../../surveys/answers/complete-answer.ts';
import { holds } from '../../surveys/conditions/evaluate-condition.ts';
import type {
  BooleanPlan,
  PanelDynamicPlan,
  RadiogroupPlan,
  RowQuestionPlan,
  Scalar,
} from '../../surveys/plan/plan.ts';
import { FieldError } from '../ui/field-frame.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { useAnswering } from './answering-context.ts';
import { ChoiceOptions } from './choice-options.tsx';
import { LeafField } from './leaf-field.tsx';
import { problemAt } from './problems.ts';

export const rowId = (question: PanelDynamicPlan, row: string) => `q-${question.name}-${row}`;

/** What a row is called: its first text. */
export function rowTitle(question: PanelDynamicPlan, row: PanelRow): string {
  const first = question.questions.find((leaf) => leaf.type === 'text' && leaf.inputType === 'text');
  return first ? String(row[first.name] ?? '').trim() : '';
}

interface PanelRowProps {
  readonly question: PanelDynamicPlan;
  readonly row: PanelRow;
  readonly index: number;
  readonly onChange: (row: PanelRow) => void;
  readonly onRemove: () => void;
}

export function PanelRowView({ question, row, index, onChange, onRemove }: PanelRowProps) {
  const { t, lookup } = useAnswering();
  const title = rowTitle(question, row) || t.rowUntitled;
  const asked = askedInRow(question.questions, row, lookup);
  const inside = rowLookup(asked, row, lookup);
  const write = (name: string, value: Scalar | undefined) => {
    const { [name]: _old, ...rest } = row;
    onChange(value === undefined ? { ...rest, id: row.id } : { ...rest, id: row.id, [name]: value });
  };
  return (
    <fieldset class="r-row" id={rowId(question, row.id)} tabIndex={-1}>
      <legend class="r-row__legend">
        <h3 class="r-row__title">{t.row(title, index + 1)}</h3>
      </legend>
      {asked.map((leaf) => (
        <RowField
          key={leaf.name}
          leaf={leaf}
          id={`${rowId(question, row.id)}-${leaf.name}`}
          pointer={`/${question.name}/${index}/${leaf.name}`}
          required={leaf.required || (leaf.requiredIf !== null && holds(leaf.requiredIf, inside))}
          value={row[leaf.name]}
          onChange={(value) => write(leaf.name, value)}
        />
      ))}
      <TextButton label={t.removeRow(title)} onClick={onRemove}>
        {t.remove}
      </TextButton>
    </fieldset>
  );
}

interface RowFieldProps {
  readonly leaf: RowQuestionPlan;
  readonly id: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly value: Scalar | undefined;
  readonly onChange: (value: Scalar | undefined) => void;
}

function RowField({ leaf, pointer, ...props }: RowFieldProps) {
  const { problems } = useAnswering();
  const long = pointer.replace(/\/(\d+)\/([^/]+)$/, '/value/$1/$2');
  const error = problemAt(problems, pointer) ?? problemAt(problems, long);
  if (leaf.type === 'text' || leaf.type === 'comment') {
    return <LeafField question={leaf} error={error} {...props} />;
  }
  return <RowChoice leaf={leaf} error={error} {...props} />;
}

interface RowChoiceProps extends Omit<RowFieldProps, 'leaf' | 'pointer'> {
  readonly leaf: RadiogroupPlan | BooleanPlan;
  readonly error: string | undefined;
}

function RowChoice({ leaf, id, required, value, error, onChange }: RowChoiceProps) {
  const { t, language } = useAnswering();
  const title = leaf.title[language];
  return (
    <fieldset
      class="r-row__choice"
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend class="kern-label">
        {title}
        {required ? <span class="r-question__required"> {t.required}</span> : null}
      </legend>
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
      <ChoiceOptions
        question={leaf}
        id={`${id}-choice`}
        language={language}
        value={value}
        describedBy={undefined}
        onChoose={onChange}
      />
      {value === undefined ? null : (
        <TextButton label={t.clearOf(title)} onClick={() => onChange(undefined)}>
          {t.clear}
        </TextButton>
      )}
    </fieldset>
  );
}
