import { headerText } from '../mailbox.ts';
import { isPlaceholder, type PlaceholderName, type Placeholders, placeholderForm } from './placeholders.ts';

const maxValueLength = 2_000;

/** A value on one line, whatever stands in it: names come from files and forms. */
const oneLine = (value: string): string => headerText(value, maxValueLength);

/** A text with its values, filled in one pass: what looks like a placeholder inside a value stays as it is. */
export function fill(text: string, values: Placeholders): string {
  return text.replaceAll(placeholderForm, (whole, name: string) =>
    isPlaceholder(name) ? oneLine(values[name] ?? '') : whole,
  );
}

/** The lines of a value that has several. */
export function linesOf(values: Placeholders, name: PlaceholderName): readonly string[] {
  return (values[name] ?? '')
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '');
}

const maxSubjectLength = 60;

/** A subject of one line; a long city name gives way so that the deadline stays in sight. */
export function fillSubject(subject: string, values: Placeholders): string {
  const full = headerText(fill(subject, values), 200);
  const excess = [...full].length - maxSubjectLength;
  const city = oneLine(values.city ?? '');
  if (excess <= 0 || !subject.includes('{city}')) return full;
  const shortCity = headerText(city, Math.max(1, [...city].length - excess));
  return headerText(fill(subject, { ...values, city: shortCity }), 200);
}
