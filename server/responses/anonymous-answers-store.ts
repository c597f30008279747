import { type Connection, Schema } from 'mongoose';
import type { Answers } from '../../surveys/answers/answer.ts';
import { ignoreDuplicates, wasAdded } from '../store/duplicate-key.ts';
import { fromStoredNames, toStoredNames } from '../store/field-names.ts';
import { schemaOptions } from '../store/schema-options.ts';

/** Anonymous answers of one person: no person, no link, no time of day, no history. */
export interface AnonymousAnswers {
  /** Random; the only name these answers have. */
  readonly key: string;
  readonly waveId: string;
  readonly officeId: string;
  /** Local date of the submission. */
  readonly date: string;
  readonly answers: Answers;
}

export interface AnonymousAnswersStore {
  /** False: there are answers under this key, or it was ended. */
  insert(answers: AnonymousAnswers): Promise<boolean>;
  /** From now on no answers can be inserted under this key, unless there are some. The mark stays for ever. */
  end(key: string): Promise<void>;
  /** `ended`: there are no answers under this key and there never will be. */
  find(key: string): Promise<AnonymousAnswers | 'ended' | null>;
  /** In the order of the keys, which is none. */
  ofOffice(waveId: string, officeId: string): Promise<readonly AnonymousAnswers[]>;
}

interface StoredAnswers {
  _id: string;
  waveId: string;
  officeId: string;
  date: string;
  answers: Answers;
}

/** An ended key has nothing but itself, so no search by wave or office finds it. */
type Stored = StoredAnswers | { _id: string };

const schema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    waveId: String,
    officeId: String,
    date: String,
    answers: Schema.Types.Mixed,
  },
  { ...schemaOptions, collection: 'anonymousAnswers' },
);
schema.index({ waveId: 1, officeId: 1 });

function toAnswers({ _id, answers, ...stored }: StoredAnswers): AnonymousAnswers {
  return { ...stored, key: _id, answers: fromStoredNames(answers) };
}

export function createAnonymousAnswersStore(connection: Connection): AnonymousAnswersStore {
  const model = connection.model<Stored>('AnonymousAnswers', schema);
  return {
    insert: ({ key, answers, ...others }) =>
      wasAdded(model.create({ _id: key, ...others, answers: toStoredNames(answers) })),
    async end(key) {
      await model.create({ _id: key }).catch(ignoreDuplicates);
    },
    async find(key) {
      const stored = await model.findOne({ _id: key }).lean<Stored>();
      if (stored === null) return null;
      return 'answers' in stored ? toAnswers(stored) : 'ended';
    },
    async ofOffice(waveId, officeId) {
      const found = await model.find({ waveId, officeId }).sort({ _id: 1 }).lean<StoredAnswers[]>();
      return found.map(toAnswers);
    },
  };
}
