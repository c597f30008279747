import express from 'express';
import { parse } from '../http/parse.ts';
import { csvTypes, sentCsv } from '../http/sent-csv.ts';
import { id } from '../http/shapes.ts';
import { createOffice } from './create-office.ts';
import { type DeleteOfficeDeps, deleteOffice } from './delete-office.ts';
import { type ImportDeps, importOffices, previewImport } from './import-offices.ts';
import { listOffices } from './list-offices.ts';
import type { Office } from './office.ts';
import { officeCsv } from './office-csv.ts';
import { officeTemplate } from './office-template.ts';
import {
  createOfficeRequest,
  importQuery,
  type OfficeResponse,
  type OfficesResponse,
  updateOfficeRequest,
} from './offices.wire.ts';
import { updateOffice } from './update-office.ts';

export interface OfficesDeps extends ImportDeps, DeleteOfficeDeps {
  /** Tags that make a difference: fields asked of tagged offices only. */
  readonly fields: OfficesResponse['fields'];
}

export function officesRoutes(deps: OfficesDeps): express.Router {
  const router = express.Router();
  router.get('/api/offices', async (_req, res) => {
    const offices = (await listOffices(deps.offices)).map(toResponse);
    res.json({ offices, fields: deps.fields } satisfies OfficesResponse);
  });
  router.post('/api/offices', async (req, res) => {
    res.status(201).json(toResponse(await createOffice(deps, parse(createOfficeRequest, req.body))));
  });
  router.put('/api/offices/:id', async (req, res) => {
    const change = parse(updateOfficeRequest, req.body);
    res.json(toResponse(await updateOffice(deps, { id: parse(id, req.params.id), change })));
  });
  router.delete('/api/offices/:id', async (req, res) => {
    await deleteOffice(deps, parse(id, req.params.id));
    res.status(204).end();
  });
  router.post('/api/offices/import', express.raw({ type: csvTypes, limit: '5mb' }), async (req, res) => {
    const file = sentCsv(req, { de: 'die Datei', en: 'the file' });
    const { dryRun } = parse(importQuery, { ...req.query });
    res.json(await (dryRun === 'true' ? previewImport(deps, file) : importOffices(deps, file)));
  });
  router.get('/api/offices/template.csv', (_req, res) => {
    const tags = deps.fields.map((field) => field.id);
    res.attachment('aemter-vorlage.csv').type('text/csv; charset=utf-8').send(officeTemplate(tags));
  });
  router.get('/api/offices.csv', async (_req, res) => {
    const content = officeCsv(await listOffices(deps.offices));
    res.attachment('aemter.csv').type('text/csv').send(content);
  });
  return router;
}

function toResponse({ fields, contacts, ...office }: Office): OfficeResponse {
  return { ...office, fields: [...fields], contacts: [...contacts] };
}
