import { z } from 'zod';
import type { Answer } from '../../surveys/answers/answer.ts';
import { isDangerousName } from '../../surveys/definition/limits.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import type { Operation } from '../http/operation.ts';
import { inBothLanguages } from '../http/parse.ts';
import { type id, instant, language, localDate } from '../http/shapes.ts';

export const storedAnswer = z.strictObject({ value: z.custom<Answer | null>(), revision: z.number().int() });

export const receipt = z.strictObject({
  /** Null of an anonymous submission: when it was is kept nowhere beside the person. */
  submittedAt: instant.nullable(),
  code: z.string(),
  /** Both 0 of an anonymous submission, for the same reason. */
  answeredItems: z.number().int(),
  askedItems: z.number().int(),
  /** Name of the contact through whose link it was submitted. */
  submittedBy: z.string(),
});

/** All an answering page needs, in one answer. */
export const answeringResponse = z.strictObject({
  city: z.string(),
  contact: z.strictObject({ name: z.string(), phone: z.string(), email: z.string() }),
  wave: z.strictObject({ title: z.string(), deadline: localDate, language, timeZone: z.string() }),
  /**
   * Null: the office answers once. Otherwise everybody answers for themselves; anonymous: nothing is saved here before
   * the submission, which is final, and values are shown for groups of `minGroup` and more.
   */
  several: z.strictObject({ anonymous: z.boolean(), minGroup: z.number().int() }).nullable(),
  office: z.strictObject({ code: z.string(), name: z.string() }),
  person: z.strictObject({ name: z.string() }),
  tags: z.array(z.string()),
  plan: z.custom<Plan>(),
  state: z.enum(['draft', 'submitted']),
  /** By question, that of a matrix row under `<matrix>.<row>`, as saves and conflicts name it. */
  answers: z.record(z.string(), storedAnswer),
  savedAt: instant.nullable(),
  receipt: receipt.nullable(),
});

/** Name of a question, or `<matrix>.<row>`; as the questionnaire's rule for names. */
const questionKey = z.string().regex(/^\p{L}[\p{L}\p{N}_/~-]{0,63}(\.\p{L}[\p{L}\p{N}_/~-]{0,63})?$/u);

export const saveAnswersRequest = z.strictObject({
  /** Made by the page, one per save; the same save sent again changes nothing. */
  saveId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  changes: z
    .array(z.strictObject({ key: questionKey, base: z.number().int().min(0), value: z.unknown() }))
    .min(1)
    .max(200),
});

/** Accepted per key; a key whose stored revision is not `base` comes back as a conflict with what is stored. */
export const saveAnswersResponse = z.strictObject({
  savedAt: instant,
  accepted: z.array(z.strictObject({ key: z.string(), revision: z.number().int() })),
  conflicts: z.array(
    z.strictObject({ key: z.string(), revision: z.number().int(), value: z.custom<Answer | null>() }),
  ),
  refused: z.array(
    z.strictObject({
      key: z.string(),
      pointer: z.string(),
      detail: z.strictObject({ de: z.string(), en: z.string() }),
    }),
  ),
});

const questionName = z.string().regex(/^\p{L}[\p{L}\p{N}_/~-]{0,63}$/u);
const rowName = questionName.refine((name) => !isDangerousName(name));
const seenRevision = z.number().int().min(0);

/** Rows of a matrix stand inside it, in both: `{"m": {"r1": …}}`. */
export const submitRequest = z.strictObject({
  /** The revision of every question the page has seen. */
  seen: z.record(
    questionName,
    z.union([seenRevision, z.record(rowName, seenRevision)], {
      error: inBothLanguages({
        de: 'Hier steht eine Revision, bei einer Matrix je Zeile eine: ganze Zahlen ab 0.',
        en: 'Here stands a revision, in a matrix one per row: whole numbers from 0.',
      }),
    }),
  ),
  answers: z.record(questionName, z.unknown()),
});

export const submitResponse = z.strictObject({ receipt });

export type AnsweringResponse = z.output<typeof answeringResponse>;
export type SaveAnswersRequest = z.output<typeof saveAnswersRequest>;
export type SaveAnswersResponse = z.output<typeof saveAnswersResponse>;
export type SubmitRequest = z.output<typeof submitRequest>;
export type SubmitResponse = z.output<typeof submitResponse>;
export type Receipt = z.output<typeof receipt>;
export type ResponseId = z.output<typeof id>;

export const responsesOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/r',
    summary: 'Questionnaire and answers so far',
    access: 'link',
    response: answeringResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/r/seen',
    summary: 'A person has looked at the page',
    access: 'link',
    request: z.strictObject({}),
    status: 204,
  },
  {
    method: 'patch',
    path: '/api/r/answers',
    summary: 'Save answers by key',
    access: 'link',
    request: saveAnswersRequest,
    response: saveAnswersResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/r/submission',
    summary: 'Submit',
    access: 'link',
    request: submitRequest,
    response: submitResponse,
    status: 200,
  },
];
