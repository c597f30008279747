/** What a choice says beside its number; nothing when it is the bare number. Ends of a rating read "1 – not at all". */
export function wordsBeside(value: string | number, text: string): string {
  if (text === String(value)) return '';
  const number = `${value} – `;
  return text.startsWith(number) ? text.slice(number.length) : text;
}
