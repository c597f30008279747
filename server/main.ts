import { text } from 'node:stream/consumers';
import { run } from './cli/run.ts';

if ('__proto__' in {}) {
  process.stderr.write('Start Node with --disable-proto=delete (npm start does).\n');
  process.exit(2);
}

// Whatever is written is for its owner alone, the database like the secret.
process.umask(0o077);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  });
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
  readInput: () => text(process.stdin),
  stop: stopping.signal,
});
