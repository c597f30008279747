import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { applyImport } from './apply-import.ts';
import type { ImportsStore } from './imports-store.ts';
import type { Office } from './office.ts';
import { readOfficeCsv } from './office-file.ts';
import type { ImportProblem, ImportResponse } from './offices.wire.ts';
import type { OfficesStore } from './offices-store.ts';
import { type ImportPlan, planImport } from './plan-import.ts';

export interface ImportDeps {
  readonly offices: OfficesStore;
  readonly imports: ImportsStore;
  readonly fieldIds: readonly string[];
  readonly now: () => Date;
}

/** What the file would do, with every problem; writes nothing. */
export async function previewImport(deps: ImportDeps, file: Uint8Array): Promise<ImportResponse> {
  const { plan, problems, rows } = await readAndPlan(deps, file, randomUUID());
  return toResponse(plan, { dryRun: true, rows: rows.length, problems });
}

/**
 * Imports all of the file or nothing.
 *
 * @throws Refusal `import-refused` with every problem by row and column
 */
export async function importOffices(deps: ImportDeps, file: Uint8Array): Promise<ImportResponse> {
  const id = randomUUID();
  const { plan, problems, rows } = await readAndPlan(deps, file, id);
  if (problems.length > 0) throw importRefused(problems);
  await deps.imports.keep({ id, rows }, deps.now());
  await applyImport(deps, { id, rows });
  return toResponse(plan, { dryRun: false, rows: rows.length, problems });
}

async function readAndPlan(deps: ImportDeps, file: Uint8Array, importId: string) {
  const offices = await deps.offices.list();
  const known = {
    codes: offices.map(({ code }) => code),
    fields: deps.fieldIds,
    parents: parentCodes(offices),
  };
  const { rows, problems } = readOfficeCsv(file, known);
  const plan = planImport(rows, offices, importId);
  const all = [...problems, ...plan.problems].sort((a, b) => a.row - b.row);
  return { rows, plan, problems: all };
}

function parentCodes(offices: readonly Office[]): ReadonlyMap<string, string | null> {
  const codeOf = new Map(offices.map(({ id, code }) => [id, code]));
  return new Map(
    offices.map(({ code, parentId }) => [code, parentId === null ? null : (codeOf.get(parentId) ?? null)]),
  );
}

function toResponse(
  plan: ImportPlan,
  more: { dryRun: boolean; rows: number; problems: ImportProblem[] },
): ImportResponse {
  return {
    ...more,
    offices: {
      created: plan.created.map(({ code }) => code),
      changed: plan.changed.map(({ code }) => code),
      unchanged: plan.unchanged,
    },
    contacts: { created: plan.contactsCreated, changed: plan.contactsChanged },
    notInFile: [...plan.notInFile],
  };
}

function importRefused(problems: readonly ImportProblem[]): Refusal {
  const count = problems.length;
  return new Refusal(
    'import-refused',
    {
      de: `Nichts wurde übernommen: Die Datei hat ${count === 1 ? 'ein Problem' : `${count} Probleme`}.`,
      en: `Nothing was imported: the file has ${count === 1 ? 'one problem' : `${count} problems`}.`,
    },
    {
      errors: problems.map(({ row, column, detail, allowed }) => ({
        pointer: `#/rows/${row}/${column}`,
        detail,
        ...(allowed ? { allowed } : {}),
      })),
      facts: { problems },
    },
  );
}
