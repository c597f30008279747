import express from 'express';
import { Schema } from 'mongoose';
import { startPegel } from '../harness/start-pegel.ts';
import { openTempStore } from '../harness/temp-store.ts';
import { type Figure, figure } from './report.ts';

const offices = 240;
const atOnce = 4;
const saves = 5;

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** One response: open, five saves, submit. */
type Respond = (who: number) => Promise<void>;

const items = Array.from({ length: 9 }, (_, d) =>
  Array.from({ length: d < 6 ? 5 : 4 }, (_, i) => `d${d + 1}_${i + 1}`),
).flat();

function sender(url: string, headers: Record<string, string>): Send {
  return async (method, path, body) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...init,
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
}

const part = (save: number) => items.slice(save * 9, save * 9 + 9);

async function perSecondOf(respond: Respond): Promise<number> {
  let next = 0;
  const start = performance.now();
  const worker = async () => {
    while (next < offices) await respond(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (offices / (performance.now() - start)) * 1_000;
}

async function openWave() {
  const started = await startPegel({ schedule: false });
  const officer = await started.officer();
  const rows = Array.from(
    { length: offices },
    (_, i) =>
      `${1000 + i};Amt ${i};;10;bildung wirtschaft beteiligung;Leitung;amt${i}@musterstadt.example;lead`,
  );
  const csv = ['code;name;parent;headcount;fields;contact_name;contact_email;contact_role', ...rows].join(
    '\n',
  );
  await officer.post('/api/offices/import').set('Content-Type', 'text/csv').send(csv).expect(200);
  const known = (await officer.get('/api/offices').expect(200)).body.offices as { id: string }[];
  const wave = (
    await officer
      .post('/api/waves')
      .send({
        title: 'Messung',
        questionnaire: { id: 'kommunal-digital', version: 1 },
        officeIds: known.map(({ id }) => id),
        deadline: '2099-12-31',
        language: 'de',
      })
      .expect(201)
  ).body;
  await officer.post(`/api/waves/${wave.id}/open`).send({ revision: wave.revision }).expect(200);
  await started.pegel.tick();
  const outbox = (await officer.get('/api/outbox').expect(200)).body.mails as { link: string }[];
  return { started, links: outbox.map(({ link }) => String(link.split('/r/')[1])) };
}

async function pegelResponses(): Promise<number> {
  const { started, links } = await openWave();
  const respond: Respond = async (who) => {
    const send = sender(started.url, { authorization: `Link ${links[who]}` });
    await send('GET', '/api/r');
    for (let save = 0; save < saves; save++) {
      const changes = part(save).map((key, i) => ({ key, base: 0, value: { value: (who + i) % 5 } }));
      await send('PATCH', '/api/r/answers', { saveId: `save-${who}-${save}-bench`, changes });
    }
    const seen = Object.fromEntries(items.map((key) => [key, 1]));
    const answers = Object.fromEntries(items.map((key, i) => [key, { value: (who + (i % 9)) % 5 }]));
    await send('POST', '/api/r/submission', { seen, answers });
  };
  try {
    return await perSecondOf(respond);
  } finally {
    await started.stop();
  }
}

async function bareResponses(): Promise<number> {
  const { store, close } = await openTempStore();
  const model = store.connection.model(
    'bare',
    new Schema(
      { _id: String, draft: Schema.Types.Mixed, submissions: [Schema.Types.Mixed] },
      { versionKey: false },
    ),
  );
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  app.get('/r/:id', async (req, res) => void res.json((await model.findById(req.params.id).lean()) ?? {}));
  app.patch('/r/:id', async (req, res) => {
    await model.updateOne({ _id: req.params.id }, { $set: req.body }, { upsert: true });
    res.json({});
  });
  app.post('/r/:id', async (req, res) => {
    await model.updateOne({ _id: req.params.id }, { $push: { submissions: req.body } });
    res.json({});
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const send = sender(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, {});
  try {
    return await perSecondOf(async (who) => {
      await send('GET', `/r/${who}`);
      for (let save = 0; save < saves; save++) {
        const set = part(save).map((key, i) => [`draft.${key}`, { value: (who + i) % 5, revision: 1 }]);
        await send('PATCH', `/r/${who}`, Object.fromEntries(set));
      }
      const answers = Object.fromEntries(items.map((key, i) => [key, { value: (who + (i % 9)) % 5 }]));
      await send('POST', `/r/${who}`, { answers });
    });
  } finally {
    server.closeAllConnections();
    server.close();
    await close();
  }
}

/** Complete responses over HTTP, against a bare handler that does the same writes on the same kind of store. */
export async function httpResponses(): Promise<Figure[]> {
  const bare = await bareResponses();
  const pegel = await pegelResponses();
  return [
    figure({
      name: 'complete responses over HTTP (open, 5 saves, submit)',
      value: pegel,
      unit: 'responses/s',
      yardstick: { name: 'bare Express + mongoose, same writes', value: bare },
      budget: 'ratio ≥ 0.5',
    }),
  ];
}
