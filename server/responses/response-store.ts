import { type Connection, Schema } from 'mongoose';
import { wasAdded } from '../store/duplicate-key.ts';
import { fromStoredNames, type Renaming, toStoredNames } from '../store/field-names.ts';
import type { Draft, DraftAnswer, Response, Submission, Submitted } from './response.ts';

/** How far a response is, without its answers. */
export interface ResponseState {
  readonly state: 'draft' | 'submitted';
  /** Share 0–1 of the asked scored questions with an answer. */
  readonly answered: number;
  /** Last save of a draft, last submission otherwise. */
  readonly at: Date | null;
}

export interface ResponseStore {
  /** `answering`: the office in mode official, the invitation in mode several. */
  find(waveId: string, answering: string): Promise<Response | null>;
  /** False: somebody else was first. */
  insert(response: Response): Promise<boolean>;
  /** Writes if the stored revision is still `revision`; false: it is not. */
  replace(response: Response, revision: number): Promise<boolean>;
  /** By office id in mode official, by invitation id in mode several. */
  states(waveId: string): Promise<ReadonlyMap<string, ResponseState>>;
  /** Share 0–1 answered of those not submitted yet, by the same ids. */
  drafts(waveId: string): Promise<ReadonlyMap<string, number>>;
  /** Submitted ones, in the order of the office ids. */
  submitted(waveId: string): Promise<readonly Submitted[]>;
  submittedOfOffice(waveId: string, officeId: string): Promise<readonly Submitted[]>;
  /** How many have submitted, by office id. */
  submittedCounts(waveId: string): Promise<ReadonlyMap<string, number>>;
}

interface StoredResponse {
  _id: string;
  waveId: string;
  officeId: string;
  /** Of mode several only. */
  invitationId?: string;
  state: 'draft' | 'submitted';
  draft: Record<string, DraftAnswer>;
  submissions: Submission[];
  savedAt: Date | null;
  submittedAt: Date | null;
  answered: number;
  revision: number;
}

type StateFields = Pick<
  StoredResponse,
  'officeId' | 'invitationId' | 'state' | 'answered' | 'savedAt' | 'submittedAt'
>;

const schema = new Schema<StoredResponse>(
  {
    _id: { type: String, required: true },
    waveId: { type: String, required: true },
    officeId: { type: String, required: true },
    invitationId: String,
    state: { type: String, required: true },
    draft: { type: Schema.Types.Mixed, required: true },
    submissions: { type: Schema.Types.Mixed, required: true },
    savedAt: { type: Date, default: null },
    submittedAt: { type: Date, default: null },
    answered: { type: Number, required: true },
    revision: { type: Number, required: true },
  },
  { strict: 'throw', strictQuery: true, minimize: false, versionKey: false },
);
schema.index({ waveId: 1, officeId: 1 });
schema.index({ waveId: 1, state: 1 });

/** Everything of a submission that lies by question, under other names. */
function renamedIn(submission: Submission, rename: Renaming): Submission {
  const { answers, score } = submission;
  const dimensions = Object.entries(score.dimensions).map(
    ([id, dimension]) => [id, { ...dimension, items: rename(dimension.items) }] as const,
  );
  return {
    ...submission,
    answers: rename(answers),
    score: { ...score, dimensions: Object.fromEntries(dimensions) },
  };
}

function toResponse(stored: StoredResponse): Response {
  const { _id, draft, submissions, submittedAt: _, state, invitationId = null, ...others } = stored;
  const base = { id: _id, invitationId, ...others, draft: fromStoredNames(draft) };
  const [first, ...more] = submissions.map((one) => renamedIn(one, fromStoredNames));
  if (state === 'draft' || first === undefined) return { ...base, state: 'draft' } satisfies Draft;
  return { ...base, state: 'submitted', submissions: [first, ...more] } satisfies Submitted;
}

function toStored(response: Response): StoredResponse {
  const submissions = response.state === 'submitted' ? response.submissions : [];
  return {
    _id: response.id,
    waveId: response.waveId,
    officeId: response.officeId,
    ...(response.invitationId !== null && { invitationId: response.invitationId }),
    state: response.state,
    draft: { ...toStoredNames(response.draft) },
    submissions: submissions.map((one) => renamedIn(one, toStoredNames)),
    savedAt: response.savedAt,
    submittedAt: submissions.at(-1)?.at ?? null,
    answered: response.answered,
    revision: response.revision,
  };
}

/** In a wave an office (mode official) or an invitation (mode several) has one response; its id says which. */
export function responseId(waveId: string, answering: string): string {
  return `${waveId}:${answering}`;
}

function submittedOnes(found: readonly StoredResponse[]): readonly Submitted[] {
  return found.map(toResponse).flatMap((one) => (one.state === 'submitted' ? [one] : []));
}

export function createResponseStore(connection: Connection): ResponseStore {
  const responses = connection.model<StoredResponse>('Response', schema, 'responses');
  return {
    async find(waveId, answering) {
      const stored = await responses.findOne({ _id: responseId(waveId, answering) }).lean<StoredResponse>();
      return stored === null ? null : toResponse(stored);
    },
    insert: (response) => wasAdded(responses.create(toStored(response))),
    async replace(response, revision) {
      const { _id, ...changed } = toStored(response);
      const { matchedCount } = await responses.updateOne({ _id, revision }, { $set: changed });
      return matchedCount === 1;
    },
    async states(waveId) {
      const fields = { officeId: 1, invitationId: 1, state: 1, answered: 1, savedAt: 1, submittedAt: 1 };
      const found = await responses.find({ waveId }, fields).lean<StateFields[]>();
      return new Map(
        found.map(({ officeId, invitationId, state, answered, savedAt, submittedAt }) => [
          invitationId ?? officeId,
          { state, answered, at: submittedAt ?? savedAt },
        ]),
      );
    },
    async drafts(waveId) {
      const fields = { officeId: 1, invitationId: 1, answered: 1 };
      const found = await responses
        .find({ waveId, state: 'draft' }, fields)
        .lean<Pick<StoredResponse, 'officeId' | 'invitationId' | 'answered'>[]>();
      return new Map(
        found.map(({ officeId, invitationId, answered }) => [invitationId ?? officeId, answered]),
      );
    },
    async submitted(waveId) {
      const found = await responses
        .find({ waveId, state: 'submitted' })
        .sort({ officeId: 1 })
        .lean<StoredResponse[]>();
      return submittedOnes(found);
    },
    async submittedOfOffice(waveId, officeId) {
      const found = await responses
        .find({ waveId, officeId, state: 'submitted' })
        .sort({ _id: 1 })
        .lean<StoredResponse[]>();
      return submittedOnes(found);
    },
    async submittedCounts(waveId) {
      const found = await responses
        .find({ waveId, state: 'submitted' }, { officeId: 1, _id: 0 })
        .lean<Pick<StoredResponse, 'officeId'>[]>();
      const counts = new Map<string, number>();
      for (const { officeId } of found) counts.set(officeId, (counts.get(officeId) ?? 0) + 1);
      return counts;
    },
  };
}
