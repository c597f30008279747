import { createToken as createTokenOf } from '../accounts/create-token.ts';
import { parse } from '../http/parse.ts';
import { emailAddress, line } from '../http/shapes.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { withStores } from './with-stores.ts';

export const createToken: Command = {
  async run(args, world) {
    const options = readOptions(args, { email: 'text', name: 'text' });
    const given = options.text('email');
    const email = given === null ? null : parse(emailAddress, given);
    const name = parse(line(80), options.text('name') ?? 'CLI');
    const token = await withStores(world, (stores) =>
      createTokenOf({ ...stores, now: () => new Date() }, { email, name }),
    );
    if (!world.json) {
      world.say(
        world.language === 'de'
          ? 'Das Token wird nur jetzt gezeigt. Senden Sie es als „Authorization: Bearer …“.'
          : 'The token is shown only now. Send it as “Authorization: Bearer …”.',
      );
    }
    world.print(world.json ? JSON.stringify({ token }) : token);
  },
};
