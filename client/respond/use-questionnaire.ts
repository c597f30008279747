import { useMemo, useState } from 'preact/hooks';
import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import { createChecker } from '../../surveys/answers/checker.ts';
import { askedOf, lookupIn, placedQuestions } from '../../surveys/plan/asked.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import type { AnswerKeeper, Saving } from './answer-keeper.ts';
import type { Answering } from './answering-context.ts';
import { problemsOf, type QuestionProblem } from './problems.ts';
import { progressOf } from './progress.ts';
import { textsFor } from './texts-several.ts';

interface QuestionnaireProps {
  readonly data: AnsweringResponse;
  readonly language: Language;
  readonly saving: Saving;
  readonly autosave: AnswerKeeper;
}

/** Everything that follows from plan and answers: what is asked, how far it is, what is wrong. */
export function useQuestionnaire({ data, language, saving, autosave }: QuestionnaireProps) {
  const { plan, tags } = data;
  const { answers } = saving.sheet;
  const { placed, checker } = useMemo(
    () => ({ placed: placedQuestions(plan), checker: createChecker(plan) }),
    [plan],
  );
  const [checked, setChecked] = useState(false);
  const [told, setTold] = useState<readonly QuestionProblem[]>([]);
  const asked = askedOf(placed, answers, tags);
  const own = () => problemsOf(checker, answers, { tags, language });
  const answering: Answering = {
    ...{ data, language, saving },
    t: textsFor(language, data.several),
    progress: progressOf(plan, answers, tags),
    asked: new Set(asked.map((entry) => entry.question.name)),
    lookup: lookupIn(asked, answers),
    problems: [...(checked ? own() : []), ...told],
    change: (key, answer) => {
      setTold((before) => before.filter((problem) => problem.question !== key));
      autosave.change(key, answer);
    },
    keepMine: (key) => autosave.keepMine(key),
    takeTheirs: (key) => autosave.takeTheirs(key),
  };
  const check = () => {
    setChecked(true);
    return own();
  };
  return { answering, check, showProblems: setTold };
}
