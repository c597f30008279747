import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  started = await startPegel();
  officer = await started.officer();
});
afterAll(() => started.stop());

describe('the catalog of questionnaires', () => {
  it('lists the built-in one with its size', async () => {
    const { body } = await officer.get('/api/questionnaires').expect(200);
    expect(body.questionnaires).toMatchObject([
      { id: 'kommunal-digital', version: 1, items: 42, dimensions: 9, title: { de: expect.any(String) } },
    ]);
  });

  it('gives one version as SurveyJS JSON and as compiled plan', async () => {
    const { body } = await officer.get('/api/questionnaires/kommunal-digital/versions/1').expect(200);
    expect(body.definition.pages).toHaveLength(body.plan.pages.length);
    expect(body.definition.maturity.id).toBe('kommunal-digital');
    expect(body.summary.minutes).toBe(body.plan.minutes);
  });

  it('offers the definition alone as a file', async () => {
    const path = '/api/questionnaires/kommunal-digital/versions/1';
    const { headers, body } = await officer.get(`${path}.json`).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename=kommunal-digital-v1.json');
    expect(headers['content-type']).toContain('application/json');
    expect(body).toEqual((await officer.get(path)).body.definition);
  });

  it.each([
    ['kommunal-digital/versions/2.json', 404],
    ['kommunal-digital/versions/x.json', 400],
    ['kommunal-digital/versions/2', 404],
    ['unknown/versions/1', 404],
    ['constructor/versions/1', 404],
    ['kommunal-digital/versions/0', 400],
    ['kommunal-digital/versions/1e3', 400],
    ['..%2Fx/versions/1', 400],
  ])('refuses %s with %i', async (path, status) => {
    const { body } = await officer.get(`/api/questionnaires/${path}`).expect(status);
    expect(body.detail).not.toBe('');
  });
});
