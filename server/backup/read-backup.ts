import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import type { StoredLine } from '../store/whole-database.ts';
import {
  type BackupHeader,
  type BackupTrailer,
  ContentDigest,
  formatVersion,
  readDocumentLine,
  readHeader,
  readTrailer,
} from './backup-format.ts';

/** What a whole backup says of itself, once all of it was read and found to be true. */
export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly trailer: BackupTrailer;
}

/**
 * Reads all of a backup and believes nothing: form, counts and digest must be right.
 *
 * @param seen is shown every document on the way
 * @throws Refusal `malformed-request` for a foreign, cut, changed or newer file
 */
export async function checkBackup(file: string, seen: (line: StoredLine) => void): Promise<CheckedBackup> {
  const digest = new ContentDigest();
  let header: BackupHeader | null = null;
  let trailer: BackupTrailer | null = null;
  for await (const line of linesOf(file)) {
    if (trailer !== null) throw damaged(file, texts.afterEnd);
    if (header === null) header = headerOrRefuse(file, line);
    else trailer = readTrailer(line) ?? addTo(digest, file, { line, seen });
  }
  if (header === null) throw damaged(file, texts.foreign);
  if (trailer === null) throw damaged(file, texts.cut);
  if (trailer.sha256 !== digest.sha256()) throw damaged(file, texts.changed);
  return { header, trailer };
}

/** The documents of a backup that was checked before. */
export async function* documentsOf(file: string): AsyncGenerator<StoredLine> {
  for await (const line of linesOf(file)) {
    const document = readDocumentLine(line);
    if (document !== null) yield document;
  }
}

function addTo(
  digest: ContentDigest,
  file: string,
  { line, seen }: { line: string; seen: (line: StoredLine) => void },
): null {
  const document = readDocumentLine(line);
  if (document === null) throw damaged(file, texts.changed);
  digest.add(document);
  seen(document);
  return null;
}

function headerOrRefuse(file: string, line: string): BackupHeader {
  const header = readHeader(line);
  if (header === null) throw damaged(file, texts.foreign);
  if (header.version > formatVersion) throw damaged(file, texts.newer);
  return header;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip().setEncoding('utf8');
  source.on('error', (error) => text.destroy(error)).pipe(text);
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    throw damaged(file, texts.cut);
  }
}

const texts = {
  foreign: { de: 'Sie ist keine Sicherung von Pegel.', en: 'It is no backup of Pegel.' },
  newer: {
    de: 'Sie stammt von einer neueren Version von Pegel. Nehmen Sie diese.',
    en: 'It comes from a newer version of Pegel. Use that one.',
  },
  cut: {
    de: 'Sie bricht ab oder ist nicht lesbar.',
    en: 'It breaks off or cannot be read.',
  },
  changed: {
    de: 'Ihr Inhalt stimmt nicht mit ihrer Prüfsumme überein.',
    en: 'Its content does not match its digest.',
  },
  afterEnd: { de: 'Nach ihrem Ende steht noch etwas.', en: 'Something stands after its end.' },
} as const;

function damaged(file: string, why: { readonly de: string; readonly en: string }): Refusal {
  return new Refusal('malformed-request', {
    de: `Die Datei ${file} lässt sich nicht zurückspielen. ${why.de} Es wurde nichts geändert.`,
    en: `The file ${file} cannot be restored. ${why.en} Nothing was changed.`,
  });
}
