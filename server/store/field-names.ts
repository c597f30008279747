type Fields<T> = Readonly<Record<string, T>>;

/** Gives the fields of a document other names; documents whose names fit stay the same object. */
export type Renaming = <T>(fields: Fields<T>) => Fields<T>;

/** Stands for the dot in `<matrix>.<row>`; names of questions and rows hold neither. */
const separator = ':';

function renamed<T>(fields: Fields<T>, from: string, to: string): Fields<T> {
  const names = Object.keys(fields);
  if (!names.some((name) => name.includes(from))) return fields;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(from, to), value]));
}

/** By question, as the store keeps it: a dot in the name of a field would be read as a path. */
export const toStoredNames: Renaming = (fields) => renamed(fields, '.', separator);

/** By question, as Pegel names it. */
export const fromStoredNames: Renaming = (fields) => renamed(fields, separator, '.');
