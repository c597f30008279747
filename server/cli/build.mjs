import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const stampFile = join(dist, '.stamp');
const lockFolder = join(root, 'node_modules', '.pegel-build');
const sources = ['server', 'surveys', 'reports', 'client'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'docs/method.md'];
const lockMinutes = 3;

/** Builds `dist` when a source, the settings or the dependencies changed since the last build. */
export async function ensureBuilt({ force }) {
  if (!existsSync(join(root, 'node_modules', 'vite'))) return refuseUnlessBuilt();
  if (!force && (await isFresh())) return;
  await lock();
  try {
    if (force || !(await isFresh())) await build();
  } finally {
    await rm(lockFolder, { recursive: true, force: true });
  }
}

function refuseUnlessBuilt() {
  if (existsSync(stampFile)) return;
  throw new Error('Pegel is not built, and the tools for it are not installed. Run: npm ci && npm start');
}

async function isFresh() {
  const known = await readFile(stampFile, 'utf8').catch(() => null);
  return known !== null && known === (await stamp());
}

/** Path, size and time of every source. */
async function stamp() {
  const found = await Promise.all(sources.map((folder) => filesBelow(join(root, folder))));
  const files = [...found.flat(), ...settings.map((name) => join(root, name))].sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${relative(root, file)} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** One build at a time; a lock left behind by a killed one is taken over. */
async function lock() {
  for (;;) {
    const taken = await mkdir(lockFolder).then(
      () => true,
      () => false,
    );
    if (taken) return;
    const since = (await stat(lockFolder).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - since > lockMinutes * 60_000) await rm(lockFolder, { recursive: true, force: true });
    await wait(200);
  }
}

async function build() {
  process.stderr.write('Pegel wird gebaut … / building …\n');
  const before = await stamp();
  await rm(stampFile, { force: true });
  await Promise.all(
    ['server', 'surveys', 'reports'].map((name) => rm(join(dist, name), { recursive: true, force: true })),
  );
  await Promise.all([
    runTool('typescript', 'tsc', ['-p', 'server/tsconfig.json', '--noCheck']),
    runTool('vite', 'vite', ['build', '--logLevel', 'warn']).then(compressAssets),
  ]);
  await cp(join(root, 'surveys', 'catalog'), join(dist, 'surveys', 'catalog'), { recursive: true });
  await writeFile(stampFile, before);
}

async function runTool(packageName, binName, args) {
  const description = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(await readFile(description, 'utf8'));
  const script = join(dirname(description), typeof bin === 'string' ? bin : bin[binName]);
  try {
    await promisify(execFile)(process.execPath, [script, ...args], { cwd: root });
  } catch (error) {
    throw new Error(`${binName} failed:\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  }
}

/** Leaves a `.gz` beside each text file, for browsers that take it. */
async function compressAssets() {
  const files = await filesBelow(join(dist, 'client', 'assets'));
  const texts = files.filter((file) => /\.(js|css|svg)$/.test(file));
  await Promise.all(
    texts.map(async (file) =>
      writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 })),
    ),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt({ force: process.argv.includes('--force') });
}
