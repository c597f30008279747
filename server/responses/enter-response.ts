import type { CatalogEntry } from '../questionnaires/catalog.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import type { Response } from './response.ts';
import { waveIsOver } from './response-refusals.ts';
import type { OpenedLink, ResponsesDeps } from './responses-deps.ts';

/** A person inside the response of their office. */
export interface Entered extends OpenedLink {
  readonly entry: CatalogEntry;
  readonly stored: Response | null;
  /** Whether answers are still taken. */
  readonly open: boolean;
}

function questionnaireOf(deps: ResponsesDeps, { wave }: OpenedLink): CatalogEntry {
  const { id, version } = wave.questionnaire;
  const entry = deps.catalog.find({ id, version });
  if (entry === null)
    throw new Error(`wave ${wave.id} asks questionnaire ${id} ${version}, which is not there`);
  return entry;
}

/**
 * The one gate of every answering request: the link is good, and answers are still taken, or there is a receipt to
 * show. Reads only.
 */
export async function enterResponse(deps: ResponsesDeps, link: string): Promise<Entered> {
  const opened = await deps.openLink(link);
  const { wave, office } = opened;
  const stored = await deps.store.find(wave.id, office.officeId);
  const open = waveIsOpenAt(wave, deps.now(), deps.timeZone);
  if (!open && stored?.state !== 'submitted') throw await waveIsOver(deps, wave);
  return { ...opened, entry: questionnaireOf(deps, opened), stored, open };
}
