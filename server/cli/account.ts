import { z } from 'zod';
import { password as passwordShape } from '../accounts/accounts.wire.ts';
import { createAccount as createAccountOf } from '../accounts/create-account.ts';
import { newPassword } from '../accounts/password.ts';
import { resetPassword as resetPasswordOf } from '../accounts/reset-password.ts';
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
    tell(world, { email: command.email, ...chosen });
  },
};

export const resetPassword: Command = {
  async run(args, world) {
    const options = readOptions(args, { email: 'text', 'password-stdin': 'flag' }, 1);
    const chosen = await choosePassword(options, world);
    const email = options.rest[0] ?? options.needed('email');
    const command = parse(newSecret, { email, password: chosen.password });
    await withStores(world, ({ accounts }) => resetPasswordOf(accounts, command));
    tell(world, { email: command.email, ...chosen });
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

function tell(world: CommandWorld, { email, password, isMade }: Chosen & { email: string }): void {
  if (world.json) {
    world.print(JSON.stringify({ email, password: isMade ? password : null }));
    return;
  }
  const words =
    world.language === 'de'
      ? { account: 'Konto', password: 'Passwort (wird nur jetzt gezeigt)' }
      : { account: 'Account', password: 'Password (shown only now)' };
  world.print(`${words.account}: ${email}`);
  if (isMade) world.print(`${words.password}: ${password}`);
}
