/** Two values that survey-core would take for the same have the same key. */
export function looseKey(value: string | number | boolean): string {
  const text = String(value).trim().toLowerCase();
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? String(number) : text;
}
