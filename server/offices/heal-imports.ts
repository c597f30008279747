import type { Job } from '../jobs/job.ts';
import { applyImport } from './apply-import.ts';
import type { ImportsStore } from './imports-store.ts';
import type { OfficesStore } from './offices-store.ts';

/** Finishes imports that a stop of the server cut short. */
export function healImports(deps: { offices: OfficesStore; imports: ImportsStore }): Job {
  return {
    name: 'healImports',
    async run() {
      for (const pending of await deps.imports.pending()) await applyImport(deps, pending);
    },
  };
}
