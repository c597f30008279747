import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface ThreadStart {
  /** `import.meta.url` of the file beside the thread's own. */
  readonly beside: string;
  /** Name of the thread's file, without extension. */
  readonly name: string;
  /** What the thread finds as `workerData`. */
  readonly workerData: unknown;
}

/** Starts a file in a thread of its own: the compiled one, or its TypeScript source where sources run. */
export function startThread({ beside, name, workerData }: ThreadStart): Worker {
  return beside.endsWith('.ts')
    ? new Worker(sourceLoader(new URL(`./${name}.ts`, beside)), { workerData, eval: true, execArgv: [] })
    : new Worker(new URL(`./${name}.js`, beside), { workerData, execArgv: [] });
}

/** TypeScript sources run through tsx, found from here and not from the working directory. */
function sourceLoader(source: URL): string {
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href;
  return `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
}
