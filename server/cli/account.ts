import { z } from 'zod';
import type { Text } from '../../surveys/plan/plan.ts';
import { password as passwordShape } from '../accounts/accounts.wire.ts';
import { createAccount as createAccountOf } from '../accounts/create-account.ts';
import { newPassword } from '../accounts/password.ts';
import { resetPassword as resetPasswordOf } from '../accounts/reset-password.ts';
import { readConfig } from '../config.ts';
import { parse } from '../http/parse.ts';
import { emailAddress, line } from '../http/shapes.ts';
import type { Command, CommandWorld } from './command.ts';
import { type Options, readOptions } from './options.ts';
import { withStores } from './with-stores.ts';

const newAccount = z.strictObject({
  name: line(120),
  email: emailAddress,
  phone: z.union([line(40), z.literal('')]),
  password: passwordShape,
});
const newSecret = z.strictObject({ email: emailAddress, password: passwordShape });

export const createAccount: Command = {
  async run(args, world) {
    const kinds = { name: 'text', email: 'text', phone: 'text', 'password-stdin': 'flag' } as const;
    const options = readOptions(args, kinds);
    const chosen = await choosePassword(options, world);
    const command = parse(newAccount, {
      name: options.needed('name'),
      email: options.needed('email'),
      phone: options.text('phone') ?? '',
      password: chosen.password,
    });
    await withStores(world, ({ accounts }) => createAccountOf({ accounts, now: () => new Date() }, command));
    const signIn = `${readConfig(world.env).url}/anmelden`;
    tell(world, chosen, {
      email: command.email,
      de: `Konto ${command.email} angelegt. Anmelden unter ${signIn}`,
      en: `Account ${command.email} created. Sign in at ${signIn}`,
    });
  },
};

export const resetPassword: Command = {
  async run(args, world) {
    const options = readOptions(args, { email: 'text', 'password-stdin': 'flag' }, 1);
    const chosen = await choosePassword(options, world);
    const email = options.rest[0] ?? options.needed('email');
    const command = parse(newSecret, { email, password: chosen.password });
    await withStores(world, ({ accounts }) => resetPasswordOf(accounts, command));
    tell(world, chosen, {
      email: command.email,
      de: `Konto: ${command.email}`,
      en: `Account: ${command.email}`,
    });
  },
};

interface Chosen {
  readonly password: string;
  readonly isMade: boolean;
}

async function choosePassword(options: Options, { readInput }: CommandWorld): Promise<Chosen> {
  if (!options.flag('password-stdin')) return { password: newPassword(), isMade: true };
  return { password: (await readInput()).replace(/\r?\n$/, ''), isMade: false };
}

function tell(world: CommandWorld, { password, isMade }: Chosen, done: Text & { email: string }): void {
  if (world.json) {
    world.print(JSON.stringify({ email: done.email, password: isMade ? password : null }));
    return;
  }
  world.print(done[world.language]);
  const shownOnce = { de: 'Passwort (wird nur jetzt gezeigt)', en: 'Password (shown only now)' };
  if (isMade) world.print(`${shownOnce[world.language]}: ${password}`);
}
