import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageOf, root, type SourceFile, sourceFiles } from './source-tree.ts';

const product = sourceFiles('server', 'surveys', 'reports', 'client');

function offenders(files: readonly SourceFile[], isWrong: (file: SourceFile, target: string) => boolean) {
  return files.flatMap((file) =>
    file.imports.filter((i) => isWrong(file, i.target)).map((i) => `${file.path} → ${i.target}`),
  );
}

const inRoom = (room: string) => product.filter((file) => file.path.startsWith(`${room}/`));
/** Distributions; the only numbers of Pegel that come from a library. */
const statistics = [
  '@stdlib/stats-base-dists-t-cdf',
  '@stdlib/stats-base-dists-t-quantile',
  '@stdlib/stats-base-dists-f-cdf',
];
/** Rooms of the server that are use cases; the others are HTTP, mail, the store, the clock and the command line. */
const useCaseRooms = [
  ...['accounts', 'comparison', 'explanations', 'exports', 'figures', 'invitations', 'link-again'],
  ...['offices', 'overview'],
  ...[
    'projects',
    'questionnaires',
    'ranking',
    'reminders',
    'responses',
    'results',
    'scores',
    'settings',
    'waves',
  ],
];
const isOwn = (target: string) => /^(server|surveys|reports|client|test)\//.test(target);

describe('the rooms', () => {
  it('has only the agreed folders and files at the top', () => {
    const allowed = new Set([
      ...[
        'server',
        'surveys',
        'client',
        'reports',
        'test',
        'docs',
        '.ci',
        '.git',
        'node_modules',
        'dist',
        'data',
      ],
      ...[
        'package.json',
        'package-lock.json',
        'tsconfig.json',
        'vite.config.ts',
        'vitest.config.ts',
        'biome.json',
      ],
      ...['README.md', 'CHANGELOG.md', 'LICENSE', 'Dockerfile', '.dockerignore', 'compose.yaml', '.npmrc'],
      ...['.gitignore', '.gitattributes', 'data-demo'],
    ]);
    expect(readdirSync(root).filter((name) => !allowed.has(name))).toEqual([]);
  });

  it('keeps surveys pure: nothing of Node, of the server or of a library it does not need', () => {
    const libraries = (path: string): string[] => {
      if (path.startsWith('surveys/definition/')) return ['zod', 'survey-core'];
      if (/^surveys\/(conditions|plan)\//.test(path)) return ['survey-core'];
      if (path.startsWith('surveys/scoring/')) return ['pure-rand', ...statistics];
      return [];
    };
    const wrong = offenders(inRoom('surveys'), (file, target) =>
      isOwn(target) ? !target.startsWith('surveys/') : !libraries(file.path).includes(packageOf(target)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps reports pure: surveys and document libraries only', () => {
    const libraries = (path: string): string[] => [
      ...['csv-stringify', 'chart.js'],
      ...(path.startsWith('reports/comparison/') ? statistics : []),
    ];
    const wrong = offenders(inRoom('reports'), (file, target) =>
      isOwn(target)
        ? !/^(reports|surveys)\//.test(target)
        : !libraries(file.path).includes(packageOf(target)),
    );
    expect(wrong).toEqual([]);
  });

  it('lets the client see only pure rooms and the wire types of the server', () => {
    const wrong = inRoom('client').flatMap((file) =>
      file.imports
        .filter(
          (i) => i.own && i.target.startsWith('server/') && !(i.typeOnly && i.target.endsWith('.wire.ts')),
        )
        .map((i) => `${file.path} → ${i.target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives the answering page no validator, no survey engine and no translation library', () => {
    const entry = product.filter(
      (file) => /^client\/(respond|ui)\//.test(file.path) || file.path === 'client/http.ts',
    );
    const seen = new Map(entry.map((file) => [file.path, file]));
    const open = [...entry];
    for (let file = open.pop(); file; file = open.pop()) {
      for (const i of file.imports.filter((one) => one.own && !one.typeOnly)) {
        const next = product.find((one) => one.path === i.target);
        if (next && !seen.has(next.path)) {
          seen.set(next.path, next);
          open.push(next);
        }
      }
    }
    const banned = new Set(['zod', 'i18next', 'survey-core', 'chart.js']);
    const wrong = [...seen.values()].flatMap((file) =>
      file.imports
        .filter((i) => !i.own && !i.typeOnly && banned.has(packageOf(i.target)))
        .map((i) => `${file.path} → ${i.target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows mongoose only in stores', () => {
    const wrong = offenders(
      product.filter((file) => !/-store\.ts$/.test(file.path) && !file.path.startsWith('server/store/')),
      (_file, target) => ['mongoose', 'mongodb', 'lmdb', 'bson', 'mingo'].includes(packageOf(target)),
    ).filter((line) => !isTypeOfConnection(line));
    expect(wrong).toEqual([]);
  });

  it('lets a use case know no web framework, no mailer and no store of another room', () => {
    const useCases = inRoom('server').filter(
      (file) =>
        useCaseRooms.includes(file.path.split('/')[1] ?? '') &&
        !/\.(routes|wire)\.ts$|-store\.ts$/.test(file.path),
    );
    const wrong = offenders(useCases, (file, target) => {
      if (['express', 'nodemailer', 'mongoose'].includes(packageOf(target))) return true;
      return target.endsWith('-store.ts') && target.split('/')[1] !== file.path.split('/')[1];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the embedded store a package of its own', () => {
    const wrong = offenders(
      inRoom('server/store/embedded'),
      (_file, target) => isOwn(target) && !target.startsWith('server/store/embedded/'),
    );
    expect(wrong).toEqual([]);
  });
});

/** compose.ts hands the connection around and may name its type. */
function isTypeOfConnection(line: string): boolean {
  const file = product.find((one) => line.startsWith(`${one.path} → `));
  return file?.imports.filter((i) => packageOf(i.target) === 'mongoose').every((i) => i.typeOnly) ?? false;
}

describe('the code', () => {
  it('has no import cycles', () => {
    const graph = new Map(
      product.map((file) => [
        file.path,
        file.imports.filter((i) => i.own && !i.typeOnly).map((i) => i.target),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('has no barrels', () => {
    expect(product.filter((file) => /\/index\.tsx?$/.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it('has no file of the names that say nothing', () => {
    const wordless = /(^|[-/])(utils?|helpers?|common|misc|manager)([-./]|$)/;
    expect(product.filter((file) => wordless.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  it('has no file over 250 lines', () => {
    const long = product.filter((file) => file.text.split('\n').length > 251).map((file) => file.path);
    expect(long).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const allowed = /^(server\/main\.ts|test\/harness\/)/;
    const files = [...product, ...sourceFiles('test')].filter((file) => !allowed.test(file.path));
    const reading = files.filter(
      (file) => file.text.includes('process.env') && !file.path.includes('architecture'),
    );
    expect(reading.map((file) => file.path)).toEqual([]);
  });

  it('lets no type loose', () => {
    const loose = product.filter((file) =>
      /\bas any\b|: any\s*[;,)=\]}>|[]|<any>|@ts-(ignore|expect-error|nocheck)/.test(file.text),
    );
    expect(loose.map((file) => file.path)).toEqual([]);
  });

  it('skips, focuses and mocks no test', () => {
    const wrong = sourceFiles('test').filter((file) =>
      /\b(it|test|describe)\.(skip|only|todo)\(|\bvi\.mock\(/.test(
        file.text.replaceAll(/\/.*\/[a-z]*\.test\(/g, ''),
      ),
    );
    expect(wrong.map((file) => file.path).filter((path) => !path.includes('architecture'))).toEqual([]);
  });
});
