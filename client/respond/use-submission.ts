import { useState } from 'preact/hooks';
import type { AnsweringResponse, Receipt } from '../../server/responses/responses.wire.ts';
import { ProblemError } from '../http.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import { isPassing } from './autosave.ts';
import { problemsIn, type QuestionProblem } from './problems.ts';
import type { Texts } from './texts.ts';
import type { Submission, Transport } from './transport.ts';

export interface Submitting {
  readonly busy: boolean;
  /** What stands in the way, in one sentence. */
  readonly notice: string | null;
  /** Keys a colleague changed since this page saw them. */
  readonly changed: readonly string[];
  /** Counts up with every try, so that the focus goes to what is said about it. */
  readonly attempts: number;
  /** Shows what is not fit to be sent; the focus stays where it is. */
  look(): void;
  /** Whether everything is fit to be sent; otherwise shows what is not. */
  mayAsk(): boolean;
  submit(): void;
}

interface SubmissionDeps {
  readonly transport: Transport;
  readonly autosave: AnswerKeeper;
  readonly t: Texts;
  readonly asked: ReadonlySet<string>;
  /** Checks all answers now and shows the problems at their questions. */
  readonly check: () => readonly QuestionProblem[];
  readonly showProblems: (problems: readonly QuestionProblem[]) => void;
  readonly done: (receipt: Receipt) => void;
  readonly over: (problem: ProblemError) => void;
}

interface Outcome {
  readonly notice: string | null;
  readonly changed: readonly string[];
}

const nothing: Outcome = { notice: null, changed: [] };

export function useSubmission(deps: SubmissionDeps): Submitting {
  const [busy, setBusy] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [outcome, setOutcome] = useState(nothing);
  const tell = (next: Outcome) => {
    setOutcome(next);
    setAttempts((before) => before + 1);
  };
  const submit = async () => {
    setBusy(true);
    tell(await trySubmit(deps));
    setBusy(false);
  };
  const mayAsk = () => {
    const fit = deps.check().length === 0 && Object.keys(deps.autosave.sheet.conflicts).length === 0;
    if (!fit) tell(nothing);
    return fit;
  };
  return { busy, ...outcome, attempts, look: () => void deps.check(), mayAsk, submit: () => void submit() };
}

async function trySubmit(deps: SubmissionDeps): Promise<Outcome> {
  const { autosave, transport, t } = deps;
  if (!(await autosave.flush())) return { notice: t.notSubmittedOffline, changed: [] };
  if (Object.keys(autosave.sheet.conflicts).length > 0) return nothing;
  try {
    deps.done((await transport.submit(submissionOf(deps))).receipt);
    return nothing;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return await afterRefusal(deps, error);
  }
}

function submissionOf({ autosave, asked }: SubmissionDeps): Submission {
  const { answers, confirmed } = autosave.sheet;
  return {
    seen: Object.fromEntries(Object.entries(confirmed).map(([key, { revision }]) => [key, revision])),
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key))),
  };
}

async function afterRefusal(deps: SubmissionDeps, error: ProblemError): Promise<Outcome> {
  const { t } = deps;
  if (isPassing(error)) {
    return {
      notice: error.status === 0 ? t.notSubmittedOffline : error.detail || t.notSubmitted,
      changed: [],
    };
  }
  if (error.kind === 'response-changed-elsewhere') return await reload(deps);
  if (error.status === 422) {
    deps.showProblems(problemsIn(error));
    return nothing;
  }
  if ([404, 409, 410].includes(error.status)) {
    deps.over(error);
    return nothing;
  }
  return { notice: error.detail || t.notSubmitted, changed: [] };
}

async function reload({ transport, autosave, over }: SubmissionDeps): Promise<Outcome> {
  const now: AnsweringResponse | ProblemError = await transport.open().catch((error: unknown) => {
    if (error instanceof ProblemError) return error;
    throw error;
  });
  if (!(now instanceof ProblemError)) return { notice: null, changed: autosave.refresh(now.answers) };
  over(now);
  return nothing;
}
