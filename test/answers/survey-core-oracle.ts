import {
  type Question,
  type QuestionMatrixModel,
  type QuestionPanelDynamicModel,
  SurveyModel,
} from 'survey-core';
import type { Answers, PanelRow, Ticked } from '../../surveys/answers/answer.ts';
import { declareMaturityProperties } from '../../surveys/definition/maturity-properties.ts';

type Data = Record<string, unknown>;

/** Our long form as SurveyJS data: states gone, comments beside, rows of panels without their ids, of matrices nested. */
export function surveyData(answers: Answers): Data {
  const data: Data = {};
  for (const [name, { value, comment }] of Object.entries(answers)) {
    if (comment !== undefined) data[`${name}-Comment`] = comment;
    const [matrix = name, row] = name.split('.');
    if (value === undefined) continue;
    if (row !== undefined) data[matrix] = { ...(data[matrix] as Data | undefined), [row]: value };
    else data[name] = typeof value === 'object' ? value.map(withoutId) : value;
  }
  return data;
}

function withoutId(entry: PanelRow | Ticked): Data | Ticked {
  if (typeof entry !== 'object') return entry;
  const { id: _id, ...row } = entry;
  return row;
}

export interface Oracle {
  readonly accepts: boolean;
  readonly data: Data;
  readonly visible: readonly string[];
  /** Names of questions, rows of panels as `<panel>/<row>/<name>`, of matrices as `<matrix>.<row>`. */
  readonly required: readonly string[];
}

/** What survey-core makes of the data, as it would stand after a person typed it: hidden questions are blank. */
export function askSurveyCore(json: unknown, data: Data): Oracle {
  declareMaturityProperties();
  const survey = new SurveyModel(json);
  survey.data = structuredClone(data);
  clearHidden(survey);
  survey.clearIncorrectValues(true);
  const accepts = survey.validate(true, false);
  const required = survey.getAllQuestions().flatMap(requiredErrors);
  const visible = survey
    .getAllQuestions()
    .filter(isShown)
    .map((question) => question.name);
  survey.tryComplete();
  return { accepts, data: survey.data, visible, required };
}

function isShown(question: Question): boolean {
  return question.isVisible && question.isParentVisible;
}

function clearHidden(survey: SurveyModel): void {
  for (const question of survey.getAllQuestions()) {
    if (!isShown(question)) clearOne(survey, question);
    else if (question.getType() === 'paneldynamic') clearHiddenInRows(question as QuestionPanelDynamicModel);
  }
}

/** survey-core does not notice by itself that the rows of a hidden matrix went blank. */
function clearOne(survey: SurveyModel, question: Question): void {
  survey.clearValue(question.name);
  if (question.getType() === 'matrix') survey.data = structuredClone(survey.data);
}

function clearHiddenInRows(question: QuestionPanelDynamicModel): void {
  for (const panel of question.panels) {
    for (const inner of panel.questions) if (!inner.isVisible) inner.clearValue();
  }
}

function requiredErrors(question: Question): readonly string[] {
  if (question.getType() === 'matrix') return requiredRows(question as QuestionMatrixModel);
  const own = hasRequiredError(question) ? [question.name] : [];
  if (question.getType() !== 'paneldynamic') return own;
  const rows = (question as QuestionPanelDynamicModel).panels.flatMap((panel, index) =>
    panel.questions.filter(hasRequiredError).map((inner) => `${question.name}/${index}/${inner.name}`),
  );
  return [...own, ...rows];
}

function requiredRows(matrix: QuestionMatrixModel): readonly string[] {
  return matrix.visibleRows.filter((row) => row.hasError).map((row) => `${matrix.name}.${row.name}`);
}

function hasRequiredError(question: Question): boolean {
  return question.errors.some((error) => error.getErrorType() === 'required');
}
