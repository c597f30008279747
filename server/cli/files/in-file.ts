import { Refusal, type RefusalError } from '../../refusal.ts';

/** A part of a file, for messages. */
interface FilePart {
  readonly path: string;
  /** Member of the document; empty: the whole of it. */
  readonly member: string;
}

/** Does something with a part of a file; a refusal then names the file and points into it. */
export async function inFile<T>({ path, member }: FilePart, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { kind, detail, errors, facts } = error;
    const pointed = errors.map(
      (one): RefusalError => ({
        ...one,
        pointer: member === '' ? one.pointer : one.pointer.replace(/^#/, `#/${member}`),
      }),
    );
    const named = { de: `${path}: ${detail.de}`, en: `${path}: ${detail.en}` };
    throw new Refusal(kind, named, { errors: pointed, facts });
  }
}
