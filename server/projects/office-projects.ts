import type { Answers, PanelRow } from '../../surveys/answers/answer.ts';
import { rowsOf } from '../../surveys/answers/rows-of.ts';
import type { PanelDynamicPlan, Plan, Text } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import type { AskedOffice } from '../waves/wave.ts';
import type { Project } from './projects.wire.ts';

/** The dynamic panel that a questionnaire keeps the project register in. */
const registerName = 'projects';

function registerOf(plan: Plan): PanelDynamicPlan | null {
  const found = questionsOf(plan).find(({ name }) => name === registerName);
  return found?.type === 'paneldynamic' ? found : null;
}

function projectRows(answers: Answers): readonly PanelRow[] {
  return Object.hasOwn(answers, registerName) ? rowsOf(answers[registerName]?.value) : [];
}

function textIn(row: PanelRow, name: string): string {
  const value = row[name];
  return value === undefined ? '' : String(value);
}

function choiceIn(register: PanelDynamicPlan, row: PanelRow, name: string): Text | null {
  const question = register.questions.find((one) => one.name === name);
  if (question?.type !== 'radiogroup') return null;
  return question.choices.find(({ value }) => value === row[name])?.text ?? null;
}

/** The projects an office has reported, in its own order. */
export function officeProjects(plan: Plan, office: AskedOffice, answers: Answers): Project[] {
  const register = registerOf(plan);
  if (register === null) return [];
  return projectRows(answers).map((row) => ({
    officeId: office.officeId,
    officeCode: office.code,
    officeName: office.name,
    rowId: row.id,
    title: textIn(row, 'title'),
    aim: textIn(row, 'aim'),
    field: choiceIn(register, row, 'field'),
    status: choiceIn(register, row, 'status'),
    start: textIn(row, 'start'),
    end: textIn(row, 'end'),
    budget: typeof row['budget'] === 'number' ? row['budget'] : null,
    lead: textIn(row, 'lead'),
    risk: textIn(row, 'risk'),
  }));
}
