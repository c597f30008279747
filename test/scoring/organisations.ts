import fc from 'fast-check';
import type { Plan } from '../../surveys/plan/plan.ts';
import type { PlacedOffice, PublishedNode } from '../../surveys/scoring/2026.1/anonymity.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { answersOf, type Given } from './score-of.ts';

/** Three dimensions of two items in two fields; d3 only for offices tagged "bildung". */
export const organisationPlan: Plan = planOf(
  questionnaireOf([], {
    maturity: {
      fields: [
        { id: 'verwaltung', title: 'Verwaltung' },
        { id: 'bildung', title: 'Bildung', onlyTagged: true },
      ],
      dimensions: [
        { id: 'd1', title: 'Eins', field: 'verwaltung', weight: 3 },
        { id: 'd2', title: 'Zwei', field: 'verwaltung' },
        { id: 'd3', title: 'Drei', field: 'bildung', weight: 2 },
      ],
    },
    pages: ['d1', 'd2', 'd3'].map((dimension, index) => ({
      name: `p${index}`,
      dimension,
      elements: [item(`q${2 * index + 1}`), item(`q${2 * index + 2}`)],
    })),
  }),
);
const scorer = createScorer(organisationPlan);

/** Score of an office that `n` people answered alike. */
export function scoreBy(n: number, given: readonly Given[], tags: readonly string[] = []): OfficeScore {
  return { ...scorer.scoreExactly(answersOf(given), { tags }), n };
}

export interface RandomOrganisation {
  readonly offices: readonly PlacedOffice[];
  readonly nodes: readonly PublishedNode[];
}

const given: fc.Arbitrary<Given> = fc.oneof(
  { weight: 15, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constantFrom<Given>('NA', 'DK', 'blank'),
);
const answered = fc.record({
  n: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.integer({ min: 5, max: 30 })),
  given: fc.array(given, { minLength: 6, maxLength: 6 }),
  isTagged: fc.boolean(),
  headcount: fc.option(fc.integer({ min: 0, max: 90 })),
});
type Answered = typeof answered extends fc.Arbitrary<infer T> ? T : never;

function placed(id: string, parent: string | null, { n, given: levels, isTagged, headcount }: Answered) {
  const score = n === 0 ? null : scoreBy(n, levels, isTagged ? ['bildung'] : []);
  return { id, parent, headcount, score };
}

/** Trees with nested divisions, chains, divisions that were asked themselves, and offices that nobody answered. */
export const organisations: fc.Arbitrary<RandomOrganisation> = fc
  .record({
    nodes: fc.array(fc.record({ above: fc.nat(), asked: fc.option(answered, { freq: 3 }) }), {
      maxLength: 6,
    }),
    offices: fc.array(fc.record({ above: fc.nat(), of: answered }), { minLength: 1, maxLength: 16 }),
  })
  .map(({ nodes, offices }) => {
    const parentAmong = (count: number, above: number) => {
      const at = above % (count + 1);
      return at === count ? null : `N${at}`;
    };
    const placedNodes = nodes.map(({ above }, at) => ({ id: `N${at}`, parent: parentAmong(at, above) }));
    const asked = nodes.flatMap(({ asked: own }, at) => {
      const node = placedNodes[at];
      return own && node ? [placed(node.id, node.parent, own)] : [];
    });
    const leaves = offices.map(({ above, of }, at) =>
      placed(`o${String(at).padStart(2, '0')}`, parentAmong(nodes.length, above), of),
    );
    return { nodes: placedNodes, offices: [...asked, ...leaves] };
  });
