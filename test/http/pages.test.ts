import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const built = (name: string) => readFileSync(new URL(`../../dist/client/${name}`, import.meta.url), 'utf8');

describe('pages', () => {
  let started: StartedPegel;
  let link: string;
  beforeAll(async () => {
    started = await startPegel({ at: september });
    const officer = await started.officer();
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    link = await linkTo(officer, wave.id, 'a10@stadt.example');
  });
  afterAll(() => started.stop());

  const get = (path: string) => supertest(started.url).get(path);

  it.each(['/', '/aemter', '/erhebungen/1/ruecklauf', '/einrichten/abc', '/anmelden'])(
    'answers %s with the console',
    async (path) => {
      const { text, type } = await get(path).expect(200);
      expect({ text, type }).toEqual({ text: built('console.html'), type: 'text/html' });
    },
  );

  it('answers every link with the same answering page, known or not', async () => {
    for (const path of [`/r/${link}`, '/r/unbekannt', '/r/a/b']) {
      expect((await get(path).expect(200)).text).toBe(built('respond.html'));
    }
  });

  it('sends the files of a page compressed and to keep for ever', async () => {
    const [file = ''] = /assets\/[\w-]+\.js/.exec(built('respond.html')) ?? [];
    const { headers, text } = await get(`/${file}`).set('Accept-Encoding', 'gzip').expect(200);
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(headers['content-type']).toContain('javascript');
    const plain = await get(`/${file}`).set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(text ?? '').toBe(plain.text ?? '');
  });

  it.each(['/assets/nichts.js', '/assets/../../package.json', '/assets/%2e%2e/console.html'])(
    'has nothing at %s outside the built files',
    async (path) => {
      const { status, text } = await get(path);
      expect(text).not.toContain('"dependencies"');
      if (path.endsWith('.js')) expect(status).toBe(404);
    },
  );

  it('leaves a link as it was, however often a mail gateway looks at it', async () => {
    const before = await databaseDump(started.folder);
    const looks = Array.from({ length: 50 }, (_, n) => [
      get(`/r/${link}`).set('Purpose', 'prefetch'),
      supertest(started.url).head(`/r/${link}`),
      n % 5 === 0 ? get('/api/r').set('Authorization', `Link ${link}`) : get(`/r/${link}`),
    ]);
    const answers = await Promise.all(looks.flat());
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await databaseDump(started.folder)).toEqual(before);
  });
});
