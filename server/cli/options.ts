import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

type Kinds = Readonly<Record<string, 'text' | 'flag'>>;

export interface Options {
  /** Null when not given. */
  text(name: string): string | null;
  /** @throws UsageError when not given */
  needed(name: string): string;
  flag(name: string): boolean;
  readonly rest: readonly string[];
}

/** @throws UsageError for unknown options and surplus words */
export function readOptions(args: readonly string[], kinds: Kinds, words = 0): Options {
  const { values, positionals } = parsed(args, kinds);
  if (positionals.length > words) throw new UsageError(`? ${positionals.slice(words).join(' ')}`);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    text,
    needed(name) {
      const value = text(name);
      if (value === null) throw new UsageError(`--${name} …`);
      return value;
    },
    flag: (name) => values[name] === true,
    rest: positionals,
  };
}

function parsed(args: readonly string[], kinds: Kinds) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(kinds).map(([name, kind]) => [
          name,
          { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
