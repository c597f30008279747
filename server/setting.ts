import type { Text } from '../surveys/plan/plan.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment, and where bad settings are told. */
export interface Reading {
  readonly env: Environment;
  readonly report: (name: string, detail: Text) => void;
}

/** One setting without the space around it; null when it is not set or empty. */
export function setting(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value ? value : null;
}
