import { complain, complaints, type Spot } from './problems.ts';

const expectedText = { de: 'ein Text', en: 'a text' };
const cleanText = { de: 'ein Text ohne Steuerzeichen', en: 'a text without control characters' };

/**
 * A text as it is kept: NFC, at most `maxLength` characters (UTF-16 units), no NUL and no half characters.
 *
 * @returns undefined when the text is empty or was refused
 */
export function readText(
  raw: unknown,
  maxLength: number,
  spot: Spot,
  key: readonly string[] = [],
): string | undefined {
  if (typeof raw !== 'string') return complain(spot, complaints.wrongType(raw, expectedText), key);
  if (raw.length > maxLength * 2) return complain(spot, complaints.tooLong(raw.length, maxLength), key);
  if (/[\0\p{Surrogate}]/u.test(raw)) return complain(spot, complaints.wrongType(raw, cleanText), key);
  const text = raw.normalize('NFC');
  if (text.length > maxLength) return complain(spot, complaints.tooLong(text.length, maxLength), key);
  return text === '' ? undefined : text;
}
