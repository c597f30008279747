import type { Language } from '../../surveys/plan/plan.ts';
import { problemOf, refusalOf } from '../http/problem-document.ts';
import { Refusal } from '../refusal.ts';
import { type Command, type CommandWorld, UsageError } from './command.ts';

interface Listed {
  /** As it is typed, e.g. `account create`. */
  readonly name: string;
  readonly usage: string;
  /** Read when it is used: most commands need a part of the program only. */
  readonly load: () => Promise<Command>;
}

const commands: readonly Listed[] = [
  { name: 'start', usage: '', load: async () => (await import('./start.ts')).start },
  { name: 'demo', usage: '', load: async () => (await import('./demo-command.ts')).demo },
  {
    name: 'score',
    usage:
      '--wave <w.json> | --questionnaire <q.json> --offices <o.csv> --responses <r.json> [--anonymity <k>] [--seed <n>] [--draws <n>]',
    load: async () => (await import('./score.ts')).score,
  },
  {
    name: 'compare',
    usage: '--from <a.json> --to <b.json> [--successors <map.csv>] [--crosswalk <c.json>] [--anonymity <k>]',
    load: async () => (await import('./compare.ts')).compare,
  },
  {
    name: 'rescore',
    usage: '--wave <id> [--rules <version>]',
    load: async () => (await import('./rescore.ts')).rescore,
  },
  {
    name: 'backup',
    usage: '<file> [--force]',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    usage: '<file> [--replace] [--new-links]',
    load: async () => (await import('./restore.ts')).restore,
  },
  { name: 'mail release', usage: '', load: async () => (await import('./mail-release.ts')).releaseMails },
  { name: 'doctor', usage: '[--smtp]', load: async () => (await import('./doctor.ts')).doctor },
  {
    name: 'import offices',
    usage: '<file.csv> [--dry-run]',
    load: async () => (await import('./import-offices.ts')).importOffices,
  },
  {
    name: 'account create',
    usage: '--name <name> --email <address> [--phone <number>] [--password-stdin]',
    load: async () => (await import('./account.ts')).createAccount,
  },
  {
    name: 'account reset-password',
    usage: '<address> [--password-stdin]',
    load: async () => (await import('./account.ts')).resetPassword,
  },
  {
    name: 'token create',
    usage: '[--email <account>] [--name <purpose>]',
    load: async () => (await import('./token.ts')).createToken,
  },
];

const usageOf = ({ name, usage }: Listed) => `pegel ${name} ${usage}`.trimEnd();

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
    world.print(command ? await helpOf(command, language) : usage(language));
    return typed.length === 0 ? 2 : 0;
  }
  if (!command) return wrongUsage(world, unknownCommand(typed, language));
  try {
    const { run } = await command.load();
    await run(typed.slice(command.name.split(' ').length), world);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(world, `${error.message}\n${usageOf(command)}`);
    const refusal = refusalOf(error) ?? systemRefusal(error);
    if (refusal) return refused(world, refusal);
    throw error;
  }
}

/** What the operating system denies: a folder that may not be written, a full disk. */
function systemRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  const { message } = error;
  return new Refusal('unavailable', {
    de: `Das Betriebssystem lehnt ab: ${message}`,
    en: `The operating system refuses: ${message}`,
  });
}

function languageOf(env: CommandWorld['env']): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.startsWith('en') ? 'en' : 'de';
}

async function helpOf(listed: Listed, language: Language): Promise<string> {
  const { help } = await listed.load();
  return help ? `${usageOf(listed)}\n\n${help[language]}` : usageOf(listed);
}

function usage(language: Language): string {
  const head =
    language === 'de'
      ? 'Befehle (mit --json ein JSON-Dokument):'
      : 'Commands (with --json one JSON document):';
  return [head, ...commands.map((command) => `  ${usageOf(command)}`)].join('\n');
}

function unknownCommand(typed: readonly string[], language: Language): string {
  const said = typed.slice(0, 2).join(' ');
  const lead = language === 'de' ? `„pegel ${said}“ gibt es nicht.` : `There is no “pegel ${said}”.`;
  return `${lead}\n${usage(language)}`;
}

function wrongUsage({ say, json, language }: CommandWorld, message: string): ExitCode {
  const problem = new Refusal('malformed-request', { de: message, en: message });
  say(json ? JSON.stringify(problemOf(problem, language)) : message);
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
