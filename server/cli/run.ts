import type { Language } from '../../surveys/plan/plan.ts';
import { problemOf } from '../http/problem-document.ts';
import { Refusal } from '../refusal.ts';
import { createAccount, resetPassword } from './account.ts';
import { type Command, type CommandWorld, UsageError } from './command.ts';
import { demo } from './demo-command.ts';
import { importOffices } from './import-offices.ts';
import { score } from './score.ts';
import { start } from './start.ts';
import { createToken } from './token.ts';

const commands: readonly Command[] = [
  start,
  demo,
  score,
  createAccount,
  resetPassword,
  createToken,
  importOffices,
];

/** 0 done · 1 refused with a reason · 2 wrong usage */
export type ExitCode = 0 | 1 | 2;

/** Runs `pegel <words>`. */
export async function run(
  words: readonly string[],
  around: Omit<CommandWorld, 'json' | 'language'>,
): Promise<ExitCode> {
  const language = languageOf(around.env);
  const world: CommandWorld = { ...around, language, json: words.includes('--json') };
  const typed = words.filter((word) => word !== '--json');
  const command = commands.find(({ name }) => `${typed.join(' ')} `.startsWith(`${name} `));
  if (typed.length === 0 || typed.includes('--help')) {
    world.print(command ? helpOf(command, language) : usage(language));
    return typed.length === 0 ? 2 : 0;
  }
  if (!command) return wrongUsage(world, unknownCommand(typed, language));
  try {
    await command.run(typed.slice(command.name.split(' ').length), world);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(world, `${error.message}\n${command.usage}`);
    if (error instanceof Refusal) return refused(world, error);
    throw error;
  }
}

function languageOf(env: CommandWorld['env']): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('en') ? 'en' : 'de';
}

function helpOf({ usage: line, help }: Command, language: Language): string {
  return help ? `${line}\n\n${help[language]}` : line;
}

function usage(language: Language): string {
  const head =
    language === 'de'
      ? 'Befehle (mit --json ein JSON-Dokument):'
      : 'Commands (with --json one JSON document):';
  return [head, ...commands.map((command) => `  ${command.usage}`)].join('\n');
}

function unknownCommand(typed: readonly string[], language: Language): string {
  const said = typed.slice(0, 2).join(' ');
  const lead = language === 'de' ? `„pegel ${said}“ gibt es nicht.` : `There is no “pegel ${said}”.`;
  return `${lead}\n${usage(language)}`;
}

function wrongUsage({ say }: CommandWorld, message: string): ExitCode {
  say(message);
  return 2;
}

function refused({ say, json, language }: CommandWorld, refusal: Refusal): ExitCode {
  if (json) {
    say(JSON.stringify(problemOf(refusal, language)));
    return 1;
  }
  say(refusal.detail[language]);
  for (const { pointer, detail, allowed } of refusal.errors) {
    const hint = allowed ? ` [${allowed.join(', ')}]` : '';
    say(`  ${pointer.replace(/^#\//, '')}: ${detail[language]}${hint}`);
  }
  return 1;
}
