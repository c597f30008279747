import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import type { Catalog } from './catalog.ts';
import type { QuestionnaireResponse, QuestionnairesResponse } from './questionnaires.wire.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

export interface QuestionnairesDeps {
  readonly catalog: Catalog;
}

const versionParams = z.strictObject({
  id,
  n: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
});

export function questionnairesRoutes(deps: QuestionnairesDeps): Router {
  const router = Router();

  router.get('/api/questionnaires', (_req, res) => {
    const questionnaires = deps.catalog.list().map(({ summary }) => summary);
    res.json({ questionnaires } satisfies QuestionnairesResponse);
  });

  router.get('/api/questionnaires/:id/versions/:n.json', (req, res) => {
    const { id, n } = parse(versionParams, req.params);
    const { definition } = readQuestionnaire(deps, { id, version: n });
    res.attachment(`${id}-v${n}.json`).json(definition);
  });

  router.get('/api/questionnaires/:id/versions/:n', (req, res) => {
    const { id, n } = parse(versionParams, req.params);
    const { summary, definition, plan } = readQuestionnaire(deps, { id, version: n });
    res.json({ summary, definition, plan } satisfies QuestionnaireResponse);
  });

  return router;
}
