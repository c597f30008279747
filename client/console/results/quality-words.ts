/** Bounds of α by convention (Nunnally & Bernstein 1994). */
export function alphaReading(alpha: number | null): 'unknown' | 'together' | 'usable' | 'apart' {
  if (alpha === null) return 'unknown';
  if (alpha >= 0.8) return 'together';
  return alpha >= 0.6 ? 'usable' : 'apart';
}

/** Bounds of ICC(2) by convention (Klein & Kozlowski 2000). */
export function iccReading(icc2: number | null): 'unknown' | 'distinct' | 'limited' | 'alike' {
  if (icc2 === null) return 'unknown';
  if (icc2 >= 0.7) return 'distinct';
  return icc2 >= 0.5 ? 'limited' : 'alike';
}

export type AgreementWord = 'none' | 'weak' | 'moderate' | 'strong' | 'veryStrong';

/** Bounds of r_wg(j) by convention (LeBreton & Senter 2008). */
export function agreementWord(rwgj: number): AgreementWord {
  if (rwgj > 0.9) return 'veryStrong';
  if (rwgj > 0.7) return 'strong';
  if (rwgj > 0.5) return 'moderate';
  return rwgj > 0.3 ? 'weak' : 'none';
}
