// Runs the table of known answers and all of Pegel's tests against the server of TEST_MONGODB_URI.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

if (!process.env.TEST_MONGODB_URI) {
  console.error(
    'TEST_MONGODB_URI is missing, e.g. mongodb://127.0.0.1:27017 (each test makes a database of its own).',
  );
  process.exit(2);
}
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
