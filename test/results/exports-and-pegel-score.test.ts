import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responsesDocument, severalDocument } from '../../reports/documents/responses-document.ts';
import type { Answers } from '../../surveys/answers/answer.ts';
import { createChecker } from '../../surveys/answers/checker.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { scoreOnFiles } from '../scoring/pegel-score-files.ts';

const secret = 'nur für Eingeweihte';
const gates = [
  { type: 'boolean', name: 'online' },
  {
    type: 'checkbox',
    name: 'channels',
    choices: ['web', 'app'],
    visibleIf: '{online} = true',
  },
  { type: 'text', name: 'tool' },
  { type: 'text', name: 'cases', inputType: 'number' },
  { type: 'radiogroup', name: 'unused', choices: ['x', 'y'] },
];
const elements = [
  item('plain', { showCommentArea: true }),
  item('ifOnline', { visibleIf: '{online} = true' }),
  item('ifApp', { visibleIf: "{channels} contains 'app'" }),
  item('ifTool', { visibleIf: '{tool} notempty' }),
  item('ifNoTool', { visibleIf: '{tool} empty and {online} = true' }),
  item('ifManyCases', { visibleIf: '{cases} > 100' }),
  item('ifHigh', { visibleIf: '{ifManyCases} > 2' }),
  { type: 'matrix', name: 'm', columns: [0, 1, 2, 3, 4], rows: ['r1', 'r2'], visibleIf: '{plain} > 1' },
];
const schools = {
  ...{ name: 'p2', dimension: 'd2' },
  elements: [item('s1'), item('s2', { visibleIf: '{online} = true' })],
};
const questionnaire = questionnaireOf([], {
  pages: [{ name: 'p0', elements: gates }, { name: 'p1', dimension: 'd1', elements }, schools],
  maturity: {
    fields: [
      { id: 'verwaltung', title: 'Verwaltung' },
      { id: 'bildung', title: 'Bildung', onlyTagged: true },
    ],
    dimensions: [
      { id: 'd1', title: 'Eins', field: 'verwaltung' },
      { id: 'd2', title: 'Zwei', field: 'bildung' },
    ],
  },
});
const plan = planOf(questionnaire);
const checker = createChecker(plan);
const scorer = createScorer(plan);

const level = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((value) => ({ value })),
  fc.constant({ value: 3, comment: secret }),
  fc.constant({ state: 'dk' }),
  fc.constant({ state: 'na', reason: 'other', reasonText: secret }),
);
const levelOrBlank = fc.option(level, { nil: undefined });
const row = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
const raw = fc.record(
  {
    online: fc.boolean(),
    channels: fc.subarray(['web', 'app'], { minLength: 1 }),
    tool: fc.constant(secret),
    cases: fc.constantFrom(5, 500),
    unused: fc.constantFrom('x', 'y'),
    plain: levelOrBlank,
    ...Object.fromEntries(
      ['ifOnline', 'ifApp', 'ifTool', 'ifNoTool', 'ifManyCases', 'ifHigh', 's1', 's2'].map((name) => [
        name,
        fc.integer({ min: 0, max: 4 }),
      ]),
    ),
    m: fc.record({ r1: row, r2: row }),
  },
  { requiredKeys: [] },
);

/** Blank ones are not sent. */
function submitted(given: object, tags: readonly string[]): Answers {
  const checked = checker.checkSubmission(JSON.parse(JSON.stringify(given)), { tags });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
}

const tagsOf = { '10': [], '20': ['bildung'] } as const;
const codes = ['10', '20'] as const;
/** People of the two offices, who say what `said` says. */
const officesOf = (said: fc.Arbitrary<object>) => {
  const people = fc.array(said, { minLength: 5, maxLength: 7 });
  return fc.tuple(people, people).map((all) =>
    all.map((given, at) => {
      const code = codes[at] ?? '10';
      return { code, tags: tagsOf[code], responses: given.map((one) => submitted(one, tagsOf[code])) };
    }),
  );
};
const offices = officesOf(raw);
/** Nobody types anything. */
const untyped = officesOf(raw.map(({ tool: _, cases: __, ...others }) => others));

/** As `pegel score` reads it. */
function fromFile(answers: unknown, tags: readonly string[]): Answers {
  const checked = checker.checkFile(JSON.parse(JSON.stringify(answers)), { tags });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
}

const scoreFiles = scoreOnFiles({
  questionnaire,
  offices: 'code;name;fields\n10;Amt 10;\n20;Amt 20;bildung\n',
  responses: [],
});

describe('exported answers', () => {
  it('are read back without a complaint where an office answered once, and are the same', () => {
    fc.assert(
      fc.property(offices, (all) => {
        for (const { code, tags, responses } of all) {
          const [record] = responsesDocument(
            plan,
            responses.slice(0, 1).map((answers) => ({ code, answers })),
          );
          expect(fromFile(record?.answers, tags)).toEqual(responses[0]);
        }
      }),
    );
  });

  it('are read back where many people answered, whatever conditions rest on, and hold nothing anybody wrote', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const records = severalDocument(plan, all);
        expect(JSON.stringify(records)).not.toContain(secret);
        for (const { office, answers } of records) {
          fromFile(answers, tagsOf[office === '20' ? '20' : '10']);
          for (const name of ['tool', 'cases', 'unused']) expect(answers).not.toHaveProperty(name);
        }
      }),
    );
  });

  it('give the same scores again where no condition rests on what was left out', () => {
    fc.assert(
      fc.property(untyped, (all) => {
        const records = severalDocument(plan, all);
        for (const { code, tags, responses } of all) {
          const context = { tags, seed: 1, office: code, draws: 10 };
          const own = records.filter(({ office }) => office === code);
          const again = own.map(({ answers }) => fromFile(answers, tags));
          const before = scorer.figuresOfOffice(responses, context);
          expect(scorer.figuresOfOffice(again, context)).toEqual(before);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leave out what was asked because of a text that stays behind', () => {
    const answers = submitted(
      { online: true, tool: secret, cases: 500, ifTool: 4, ifManyCases: 4, ifHigh: 3, ifOnline: 2, plain: 1 },
      [],
    );
    const [record] = severalDocument(plan, [{ code: '10', tags: [], responses: [answers] }]);
    expect(record?.answers).toEqual({ online: true, plain: 1, ifOnline: 2 });
  });

  it('are what "pegel score" reads', async () => {
    const sent = { plain: 3, m: { r1: 2, r2: 4 }, online: true, channels: ['app'], tool: secret, ifApp: 1 };
    const all = codes.map((code) => {
      const more = code === '20' ? { s1: 4, s2: 2 } : {};
      const responses = Array.from({ length: 5 }, () => submitted({ ...sent, ...more }, tagsOf[code]));
      return { code, tags: tagsOf[code], responses };
    });
    const first = all.flatMap(({ code, responses }) =>
      responses.slice(0, 1).map((answers) => ({ code, answers })),
    );
    for (const responses of [responsesDocument(plan, first), severalDocument(plan, all)]) {
      const { code, err, out } = await scoreFiles({ responses }, ['--json']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out).city.answered).toBe(2);
    }
  });
});
