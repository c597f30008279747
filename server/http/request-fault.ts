import type { Text } from '../../surveys/plan/plan.ts';
import { Refusal, type RefusalKind } from '../refusal.ts';

/** What Express and its parsers refuse before a route is asked, said to the sender; null for a fault of ours. */
export function requestFault(error: Error): Refusal | null {
  const status = memberOf(error, 'status');
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  if (status === 413) return refuse('too-large', tooLarge(memberOf(error, 'limit')));
  if (status === 415) return refuse('unsupported-media-type', texts.mediaType);
  if (status === 404) return refuse('unknown', texts.unknown);
  if (memberOf(error, 'type') === 'entity.parse.failed') return notJson(error.message);
  return refuse('malformed-request', error instanceof URIError ? texts.address : texts.unreadable);
}

function memberOf(error: Error, name: string): unknown {
  return Reflect.get(error, name);
}

const refuse = (kind: RefusalKind, detail: Text) => new Refusal(kind, detail);

/** The parser's own words quote what was sent; only the place is told. */
function notJson(said: string): Refusal {
  const at = /position (\d+)/.exec(said)?.[1];
  const place: Text | null = at
    ? { de: `Nicht lesbar ab Zeichen ${at}.`, en: `Not readable from character ${at}.` }
    : said.includes('end of JSON')
      ? { de: 'Der Text bricht ab.', en: 'The text breaks off.' }
      : null;
  const errors = [{ pointer: '#', detail: place ?? texts.notJson }];
  return new Refusal('malformed-request', texts.notJson, { errors });
}

function tooLarge(limit: unknown): Text {
  if (typeof limit !== 'number') return texts.tooLarge;
  const kilobytes = Math.floor(limit / 1024);
  return {
    de: `${texts.tooLarge.de} Erlaubt sind höchstens ${kilobytes} kB.`,
    en: `${texts.tooLarge.en} At most ${kilobytes} kB are allowed.`,
  };
}

const texts = {
  tooLarge: { de: 'Die gesendeten Daten sind zu groß.', en: 'What was sent is too large.' },
  mediaType: {
    de: 'Dieses Datenformat wird hier nicht angenommen.',
    en: 'This data format is not accepted here.',
  },
  unknown: { de: 'Das gibt es hier nicht.', en: 'There is nothing here.' },
  notJson: {
    de: 'Die Anfrage ist nicht lesbar (kein gültiges JSON).',
    en: 'The request is not readable (not valid JSON).',
  },
  unreadable: { de: 'Die Anfrage ist nicht lesbar.', en: 'The request is not readable.' },
  address: {
    de: 'Die Adresse der Anfrage ist nicht lesbar.',
    en: 'The address of the request is not readable.',
  },
} as const satisfies Record<string, Text>;
