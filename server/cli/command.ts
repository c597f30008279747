import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { Environment } from '../setting.ts';

/** What a command may use of the world around it. */
export interface CommandWorld {
  readonly env: Environment;
  readonly language: Language;
  /** True: exactly one JSON document goes to `print`. */
  readonly json: boolean;
  /** The result, to stdout. */
  readonly print: (line: string) => void;
  /** Messages beside the result, to stderr. */
  readonly say: (line: string) => void;
  /** All of stdin. */
  readonly readInput: () => Promise<string>;
  /** Aborted by Ctrl-C and by SIGTERM. */
  readonly stop: AbortSignal;
}

export interface Command {
  /** What `--help` says below the usage: every option, one a line. */
  readonly help?: Text;
  /** `args` are what follows the name, without `--json`. */
  readonly run: (args: readonly string[], world: CommandWorld) => Promise<void>;
}

/** Wrong use of a command: exit code 2. */
export class UsageError extends Error {}

/** Resolves when the process is asked to stop. */
export function untilStopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
