// Runs the table of known answers and the store tests against an independent server that speaks MongoDB's protocol.
// SecantusDB (GPL-2.0) is a tool for this test alone; nothing of Pegel needs it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const server = 'SecantusDB==0.7.0b3';
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const environment = join(root, 'node_modules', '.oracle');
const program = join(environment, 'bin', 'secantusd-py');
const ifPossible = process.argv.includes('--if-possible');

function leaveOut(why) {
  console.log(`The independent server is left out: ${why}`);
  process.exit(ifPossible ? 0 : 1);
}

function install() {
  if (existsSync(program)) return;
  const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const made = run('python3', '-m', 'venv', environment);
  if (made.error || made.status !== 0) leaveOut('python3 with venv is not there.');
  const installed = run(join(environment, 'bin', 'pip'), 'install', '--quiet', server);
  if (installed.status !== 0)
    leaveOut(`pip install ${server}: ${String(installed.stderr).trim().split('\n').at(-1)}`);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function answers(port) {
  for (let tries = 0; tries < 150; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const reached = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (reached) return true;
    await wait(200);
  }
  return false;
}

install();
const port = await freePort();
const oracle = spawn(program, ['--host', '127.0.0.1', '--port', String(port), '--storage-path', ':memory:'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  if (!(await answers(port))) throw new Error('the independent server does not answer');
  const tests = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const vitest = spawn(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...(tests.length > 0 ? tests : ['test/store']),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TEST_MONGODB_URI: `mongodb://127.0.0.1:${port}/?directConnection=true` },
    },
  );
  const [code] = await once(vitest, 'exit');
  process.exitCode = code ?? 1;
} finally {
  oracle.kill();
}
