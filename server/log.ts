import { type DestinationStream, destination, type Logger, pino } from 'pino';

/** One JSON line an event, on stderr. No address, link or stored value leaves in the words of an error. */
export function createLog(level: string, stream: DestinationStream = destination(2)): Logger {
  return pino({ level, serializers: { err: loggedError } }, stream);
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
}

/** Type, code and place of an error; its message without what came from people. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPeople(String(error)) };
  const code: unknown = Reflect.get(error, 'code');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: withoutPeople(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    stack: frames.join('\n'),
  };
}

const redactions: readonly (readonly [RegExp, string])[] = [
  [/dup key: \{.*\}/gs, 'dup key: [redacted]'],
  [/(?:\/|%2f)(r|einrichten)(?:\/|%2f)[\w.~%-]+/gi, '/$1/[redacted]'],
  [/[0-9a-f]{32}\.[\w-]+/gi, '[link]'],
  [/[^\s<>"'„“,;:(){}]+(?:@|%40)[^\s<>"'„“,;:(){}]+/g, '[address]'],
  [/\b(mongodb(?:\+srv)?|smtps?):\/\/[^\s"']+/g, '$1://[redacted]'],
  [/(value|for|got|received) "[^"]*"/g, '$1 "[redacted]"'],
];

/** What libraries quote of stored values, addresses and links is cut out. */
export function withoutPeople(text: string): string {
  return redactions.reduce((said, [what, instead]) => said.replace(what, instead), text);
}
