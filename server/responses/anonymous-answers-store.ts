import { type Connection, Schema } from 'mongoose';
import type { Answers } from '../../surveys/answers/answer.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';
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
  /** False: there are answers under this key. */
  insert(answers: AnonymousAnswers): Promise<boolean>;
  find(key: string): Promise<AnonymousAnswers | null>;
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

const text = { type: String, required: true } as const;

const schema = new Schema<StoredAnswers>(
  {
    _id: text,
    waveId: text,
    officeId: text,
    date: text,
    answers: { type: Schema.Types.Mixed, required: true },
  },
  { ...schemaOptions, collection: 'anonymousAnswers' },
);
schema.index({ waveId: 1, officeId: 1 });

function toAnswers({ _id, answers, ...stored }: StoredAnswers): AnonymousAnswers {
  return { ...stored, key: _id, answers: fromStoredNames(answers) };
}

export function createAnonymousAnswersStore(connection: Connection): AnonymousAnswersStore {
  const model = connection.model<StoredAnswers>('AnonymousAnswers', schema);
  return {
    async insert({ key, answers, ...others }) {
      try {
        await model.create({ _id: key, ...others, answers: toStoredNames(answers) });
        return true;
      } catch (fault) {
        if (isDuplicateKey(fault)) return false;
        throw fault;
      }
    },
    async find(key) {
      const stored = await model.findOne({ _id: key }).lean<StoredAnswers>();
      return stored === null ? null : toAnswers(stored);
    },
    async ofOffice(waveId, officeId) {
      const found = await model.find({ waveId, officeId }).sort({ _id: 1 }).lean<StoredAnswers[]>();
      return found.map(toAnswers);
    },
  };
}
