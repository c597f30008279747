import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds server and pages as `npm start` does: only when a source changed. */
export function buildOnce(): void {
  execFileSync(process.execPath, ['server/cli/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

export default buildOnce;
