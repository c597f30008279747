import { SurveyModel } from 'survey-core';
import { expect, it } from 'vitest';
import { declareMaturityProperties } from '../../surveys/definition/maturity-properties.ts';
import type { Text } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { visiblePages } from '../../surveys/plan/visible.ts';
import { builtIn, planOf } from './build-questionnaire.ts';

const plan = planOf(builtIn());

it('asks 42 items in nine dimensions, five anchored answers each', () => {
  const items = questionsOf(plan).filter((question) => question.dimension !== null);
  expect(items).toHaveLength(42);
  expect(plan.maturity.dimensions.map((dimension) => dimension.items.length)).toEqual([
    5, 5, 5, 5, 5, 5, 4, 4, 4,
  ]);
  for (const item of items) {
    expect(item.type === 'radiogroup' && item.choices.map((choice) => choice.score)).toEqual([
      0, 25, 50, 75, 100,
    ]);
    expect(item).toMatchObject({
      notApplicable: true,
      dontKnow: true,
      comment: true,
      evidence: true,
      target: true,
    });
  }
});

it('asks education, economy and participation only of offices tagged so', () => {
  const titles = (tags: string[]) => visiblePages(plan, {}, tags).map((page) => page.name);
  expect(titles([])).toEqual(['p_d1', 'p_d2', 'p_d3', 'p_d4', 'p_d5', 'p_d6', 'p_projects']);
  expect(titles(['bildung', 'beteiligung'])).toEqual([
    ...['p_d1', 'p_d2', 'p_d3', 'p_d4', 'p_d5', 'p_d6', 'p_d7', 'p_d9', 'p_projects'],
  ]);
});

it('asks for digitalization projects with nine facts each', () => {
  const projects = questionsOf(plan).find((question) => question.name === 'projects');
  expect(projects?.type === 'paneldynamic' && projects.questions.map((row) => row.name)).toEqual([
    ...['title', 'aim', 'field', 'status', 'start', 'end', 'budget', 'lead', 'risk'],
  ]);
});

it('has every text in German and in English', () => {
  const texts: Text[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('de' in value) texts.push(value as Text);
    else Object.values(value).forEach(collect);
  };
  collect(builtIn());
  expect(texts.length).toBeGreaterThan(300);
  for (const text of texts) {
    expect(text.de.trim()).not.toBe('');
    expect(text.en.trim()).not.toBe('');
  }
});

it('opens in SurveyJS without complaints and keeps its scoring when saved there', () => {
  declareMaturityProperties();
  const survey = new SurveyModel(builtIn());
  expect(survey.jsonErrors ?? []).toEqual([]);
  const saved = survey.toJSON();
  expect(saved.maturity).toEqual(builtIn().maturity);
  expect(saved.pages[0].dimension).toBe('d1');
  expect(planOf(saved).maturity).toEqual(plan.maturity);
});

it('is plain data, so that it can travel to a browser', () => {
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});
