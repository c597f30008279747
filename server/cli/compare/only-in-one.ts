import type { ComparedWave, Comparison } from '../../../reports/comparison/comparison.ts';

/**
 * Offices with values in one of two files only, by code. A file does not say who was asked, so an office that did not
 * answer counts as one that was not there.
 */
export function onlyInOne(
  { offices, onlyFrom, onlyTo }: Comparison,
  waves: { readonly from: ComparedWave; readonly to: ComparedWave },
): Pick<Comparison, 'onlyFrom' | 'onlyTo'> {
  const [before, after] = [answeredIn(waves.from), answeredIn(waves.to)];
  const compared = offices.map(({ office, predecessors }) => ({
    office,
    earlier: predecessors.map((one) => one.office).filter((code) => before.has(code)),
  }));
  const continued = new Set(compared.flatMap(({ office, earlier }) => (after.has(office) ? earlier : [])));
  const began = compared.filter(({ office, earlier }) => after.has(office) && earlier.length === 0);
  const ended = [...before].filter((code) => !continued.has(code));
  return {
    onlyFrom: [...new Set([...onlyFrom, ...ended])].sort(),
    onlyTo: [...new Set([...onlyTo, ...began.map(({ office }) => office)])].sort(),
  };
}

function answeredIn({ offices }: ComparedWave): ReadonlySet<string> {
  return new Set(offices.flatMap(({ id, score }) => (score === null ? [] : [id])));
}
