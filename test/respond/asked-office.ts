import { addOffice, linkTo, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

export interface AskedOffice {
  /** Address of the answering page of each contact. */
  readonly pages: readonly string[];
  /** What the API calls of the first contact carry. */
  readonly link: string;
  readonly waveId: string;
}

export interface Asked {
  readonly started: StartedPegel;
  readonly officer: Agent;
  /** A new office with two contacts in a wave of its own, just opened; `over` is what this wave has beyond the others. */
  askOffice(
    code: string,
    fields?: readonly string[],
    over?: Readonly<Record<string, unknown>>,
  ): Promise<AskedOffice>;
}

const autumn = new Date('2026-10-05T08:00:00Z');

export interface AskedOtherwise {
  readonly catalogFolder?: string;
  /** What the waves have beyond a usual draft. */
  readonly wave?: Readonly<Record<string, unknown>>;
}

/** Pegel with an officer; every test asks an office of its own. */
export async function startAsked({ wave = {}, ...overrides }: AskedOtherwise = {}): Promise<Asked> {
  const started = await startPegel({ at: autumn, ...overrides });
  const officer = await started.officer();
  const askOffice: Asked['askOffice'] = async (code, fields = [], over = {}) => {
    const emails = [`lead.${code}@stadt.example`, `expert.${code}@stadt.example`];
    const office = await addOffice(officer, { code, emails, fields });
    const drafted = (
      await officer
        .post('/api/waves')
        .send(waveOver([office.id], { ...wave, ...over }))
        .expect(201)
    ).body;
    await officer.post(`/api/waves/${drafted.id}/open`).send({ revision: drafted.revision }).expect(200);
    await started.pegel.tick();
    const links = await Promise.all(emails.map((email) => linkTo(officer, drafted.id, email)));
    return {
      pages: links.map((link) => `${started.url}/r/${link}`),
      link: links[0] ?? '',
      waveId: drafted.id,
    };
  };
  return { started, officer, askOffice };
}
