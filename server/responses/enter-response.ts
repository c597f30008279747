import { answeringIdOf } from '../invitations/answering-id.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import { isAnonymous } from '../waves/is-anonymous.ts';
import type { Response } from './response.ts';
import { waveIsOver } from './response-refusals.ts';
import type { OpenedLink, ResponsesDeps } from './responses-deps.ts';

/** A person inside the response of their office, or inside their own. */
export interface Entered extends OpenedLink {
  readonly entry: CatalogEntry;
  /** Always null in an anonymous wave. */
  readonly stored: Response | null;
  readonly submitted: boolean;
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

/** Who answers where. */
export interface Answering {
  readonly wave: Pick<OpenedLink['wave'], 'id' | 'mode'>;
  readonly office: { readonly officeId: string };
  readonly invitation: { readonly id: string };
}

/** Whose response it is: the office's in mode official, the person's own in mode several. */
export function answeringId({ wave, office, invitation }: Answering): string {
  return answeringIdOf(wave, { id: invitation.id, officeId: office.officeId });
}

/**
 * The one gate of every answering request: the link is good, and answers are still taken, or there is a receipt to
 * show. Reads only.
 */
export async function enterResponse(deps: ResponsesDeps, link: string): Promise<Entered> {
  const opened = await deps.openLink(link);
  const { wave, invitation } = opened;
  const stored = isAnonymous(wave) ? null : await deps.store.find(wave.id, answeringId(opened));
  const submitted = isAnonymous(wave) ? invitation.submitted : stored?.state === 'submitted';
  const open = waveIsOpenAt(wave, deps.now(), deps.timeZone);
  if (!open && !submitted) throw await waveIsOver(deps, wave);
  return { ...opened, entry: questionnaireOf(deps, opened), stored, submitted, open };
}
