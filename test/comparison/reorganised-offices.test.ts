import { describe, expect, it } from 'vitest';
import { compareWaves } from '../../reports/comparison/compare-waves.ts';
import { identityCrosswalk } from '../../reports/comparison/crosswalk-links.ts';
import { organisationSentences } from '../../reports/findings/organisation-sentences.ts';
import { type Asked, comparedWave, planWith } from './compared-wave.ts';

const plan = planWith(['A', 'B']);

function compared(
  before: readonly Asked[],
  after: readonly Asked[],
  rows: readonly (readonly [string, string, number])[],
) {
  return compareWaves({
    from: comparedWave(plan, before),
    to: comparedWave(plan, after),
    crosswalk: identityCrosswalk(plan),
    successors: { rows: rows.map(([from, to, share]) => ({ from, to, share })) },
  });
}
const only = ({ offices: [office] }: ReturnType<typeof compared>) => office;

describe('the older year of a reorganised office', () => {
  it('weights its predecessors by share × headcount', () => {
    const older: Asked[] = [
      { id: '65', given: [4, 4], headcount: 20 },
      { id: '66', given: [0, 0], headcount: 30 },
    ];
    const office = only(
      compared(
        older,
        [
          { id: '66', given: [2, 2] },
          { id: '67', given: null },
        ],
        [
          ['65', '66', 0.5],
          ['65', '67', 0.5],
        ],
      ),
    );
    expect(office?.dimensions['d1']?.from).toBe(25);
    expect(office?.predecessors.map(({ share }) => share)).toEqual([0.25, 0.75]);
  });

  it('weights by the share alone where a headcount is unknown or nobody works anywhere', () => {
    for (const headcount of [null, 0]) {
      const older: Asked[] = [
        { id: '65', given: [4, 4], headcount },
        { id: '66', given: [0, 0], headcount: headcount === null ? 30 : 0 },
      ];
      const office = only(compared(older, [{ id: '66', given: [2, 2] }], [['65', '66', 1]]));
      expect(office?.dimensions['d1']?.from).toBe(50);
    }
  });

  it('leaves predecessors without a value out item by item, and counts them', () => {
    const older: Asked[] = [
      { id: '64', given: [4, 'DK'], headcount: 10 },
      { id: '65', given: [0, 2], headcount: 10 },
      { id: '66', given: null, headcount: 10 },
    ];
    const office = only(
      compared(
        older,
        [{ id: '66', given: [2, 2] }],
        [
          ['64', '66', 1],
          ['65', '66', 1],
        ],
      ),
    );
    expect(office?.items['A']).toMatchObject({ from: 50, change: 0 });
    expect(office?.items['B']).toMatchObject({ from: 50, change: 0 });
    expect(office?.skipped).toBe(2);
  });

  it('says that an item does not apply only where it applied to none of them', () => {
    const yearOf = (second: Asked['given']) => {
      const earlier: Asked[] = [
        { id: '65', given: ['NA', 2] },
        { id: '66', given: second },
      ];
      return only(compared(earlier, [{ id: '66', given: ['NA', 2] }], [['65', '66', 1]]))?.index;
    };
    expect(yearOf(['NA', 2])).toMatchObject({ from: 50, linked: 0 });
    expect(yearOf([4, 2])?.from).toBe(75);
  });

  it('knows renamed, dissolved, new and re-used offices apart', () => {
    const older: Asked[] = ['10', '65', '70'].map((id) => ({ id, given: [1, 1] }));
    const after: Asked[] = ['10', '66', '65'].map((id) => ({ id, given: [2, 2] }));
    const { offices, onlyFrom, onlyTo } = compared(older, after, [['65', '66', 1]]);
    expect(offices.map(({ office, predecessors }) => [office, predecessors])).toEqual([
      ['10', [{ office: '10', share: 1 }]],
      ['66', [{ office: '65', share: 1 }]],
    ]);
    expect([onlyFrom, onlyTo]).toEqual([['70'], ['65']]);
  });
});

describe('the organisation in sentences', () => {
  const office = (code: string, name: string) => ({ id: code, code, name });
  const sentences = (facts: Partial<Parameters<typeof organisationSentences>[0]>) =>
    organisationSentences({ from: [], to: [], successors: [], onlyFrom: [], onlyTo: [], ...facts }).map(
      ({ de }) => de,
    );
  const [buildings, roads, green] = [
    office('65', 'Gebäude'),
    office('66', 'Straßen und Verkehr'),
    office('67', 'Grün'),
  ];

  it('names what was merged, split, renamed, is gone and is new', () => {
    expect(
      sentences({ from: [buildings, roads], to: [roads], successors: [{ from: '65', to: '66', share: 1 }] }),
    ).toEqual(['65 Gebäude ist in 66 Straßen und Verkehr aufgegangen, anteilig übernommen']);
    const shares = [
      { from: '65', to: '66', share: 0.6 },
      { from: '65', to: '67', share: 0.4 },
    ];
    expect(sentences({ from: [buildings], to: [roads, green], successors: shares })).toEqual([
      '65 Gebäude wurde aufgeteilt auf 66 Straßen und Verkehr (60\u00a0%) und 67 Grün (40\u00a0%)',
    ]);
    expect(
      sentences({ from: [buildings], to: [green], successors: [{ from: '65', to: '67', share: 1 }] }),
    ).toEqual(['65 Gebäude heißt jetzt 67 Grün']);
    expect(sentences({ from: [buildings], to: [{ ...buildings, name: 'Immobilien' }] })).toEqual([
      '65 Gebäude heißt jetzt 65 Immobilien',
    ]);
    expect(sentences({ from: [buildings], onlyFrom: ['65'], to: [green], onlyTo: ['67'] })).toEqual([
      '65 Gebäude gibt es in der neueren Erhebung nicht: ohne Vergleich',
      '67 Grün ist neu: ohne Vorjahr',
    ]);
  });

  it('says nothing of an office that stayed as it was', () => {
    expect(sentences({ from: [roads], to: [roads] })).toEqual([]);
    const itself = [{ from: '66', to: '66', share: 1 }];
    expect(sentences({ from: [roads], to: [roads], successors: itself })).toEqual([]);
  });
});
