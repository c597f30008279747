import { type Command, untilStopped } from './command.ts';
import { runDemo } from './demo.ts';
import { readOptions } from './options.ts';

export const demo: Command = {
  async run(args, { env, language, print, say, json, stop }) {
    readOptions(args, {});
    const pegel = await runDemo({ environment: env, language, stop, print: json ? say : print });
    await untilStopped(stop);
    await pegel?.stop();
  },
};
