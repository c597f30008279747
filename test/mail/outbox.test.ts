import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailDebt } from '../../server/mail/mail.ts';
import { mailStates } from '../../server/mail/mail-states.ts';
import { createOutboxStore, type OutboxStore } from '../../server/mail/outbox-store.ts';
import { messageIdOf, oweMails } from '../../server/mail/owe-mails.ts';
import { nextTry } from '../../server/mail/send-failure.ts';
import { sendOwedMails } from '../../server/mail/send-owed-mails.ts';
import type { MailTransport } from '../../server/mail/transport.ts';
import { ensureIndexes } from '../../server/store/indexes.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';

let temp: TempStore;
let store: OutboxStore;
const start = new Date('2026-09-01T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

beforeAll(async () => {
  temp = await openTempStore();
  store = createOutboxStore(temp.store.connection);
  await ensureIndexes(temp.store.connection);
});
afterAll(() => temp.close());

const debts = (waveId: string, count: number): MailDebt[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `invitation:${waveId}-${n}:0`,
    kind: 'invitation',
    waveId,
    invitationId: `${waveId}-${n}`,
    step: 0,
    to: null,
    language: 'de',
    dueAt: start,
    facts: null,
  }));

const owe = (list: readonly MailDebt[]) => oweMails({ store, messageDomain: 'stadt.de' }, list);

interface Sent {
  readonly worker: string;
  readonly address: string;
  readonly messageId: string;
}

/** Workers as several instances have them, on one store. */
function worker(instanceId: string, now: Date, over: { sent: Sent[]; fail?: (address: string) => unknown }) {
  const transport: MailTransport = {
    kind: 'smtp',
    folder: null,
    from: { name: 'Pegel', address: 'pegel@stadt.de' },
    async send({ messageId, mail }) {
      const failure = over.fail?.(mail.to.address);
      if (failure) throw failure;
      over.sent.push({ worker: instanceId, address: mail.to.address, messageId });
    },
    async check() {},
    async close() {},
  };
  return sendOwedMails({
    isPaused: async () => false,
    store,
    transport,
    instanceId,
    now: () => now,
    replyTo: async () => ({ name: 'Ada', address: 'ada@stadt.de' }),
    renderMail: async ({ invitationId }) => ({
      to: { name: 'Erika', address: `${invitationId}@stadt.de` },
      subject: 'Betreff',
      text: 'Text',
      html: '<p>Text</p>',
      link: null,
    }),
  });
}

const smtpError = (responseCode: number) =>
  Object.assign(new Error('refused'), {
    command: 'RCPT TO',
    responseCode,
    permanent: responseCode >= 500,
    response: `${responseCode} no`,
  });

const statesOf = async (waveId: string) =>
  Object.fromEntries([...(await mailStates({ store }, waveId))].map(([id, { state }]) => [id, state]));

describe('the outbox', () => {
  it('owes a mail once, however often and at the same time it is owed', async () => {
    await Promise.all([owe(debts('once', 3)), owe(debts('once', 3)), owe(debts('once', 2))]);
    const mails = await store.list({ waveId: 'once', limit: 10 });
    expect(mails.map(({ id }) => id).sort()).toEqual(debts('once', 3).map(({ id }) => id));
    expect(mails[0]?.messageId).toBe(messageIdOf(mails[0]?.id ?? '', 'stadt.de'));
    await store.finish({ ...mails[0], owner: 'x' } as never, { state: 'cancelled' });
    expect(await store.count('once')).toMatchObject({ owed: 3, cancelled: 0 });
    const sent: Sent[] = [];
    await worker('clean', start, { sent });
    await owe(debts('once', 3));
    expect(await store.count('once')).toMatchObject({ owed: 0, sent: 3 });
  });

  it('T37: is worked through by several instances at once without a double', async () => {
    await owe(debts('many', 120));
    const sent: Sent[] = [];
    await Promise.all(['a', 'b', 'c'].map((name) => worker(name, start, { sent })));
    expect(sent).toHaveLength(120);
    expect(new Set(sent.map(({ address }) => address)).size).toBe(120);
    expect(await store.count('many')).toMatchObject({ sent: 120, owed: 0, sending: 0 });
  });

  it('waits for its time', async () => {
    await owe(debts('early', 1).map((debt) => ({ ...debt, dueAt: later(10) })));
    const sent: Sent[] = [];
    await worker('a', later(9), { sent });
    expect(sent).toEqual([]);
    await worker('a', later(10), { sent });
    expect(sent).toHaveLength(1);
  });

  it('keeps what a server refused for good, with its answer, and sends the others', async () => {
    await owe(debts('bad', 4));
    const sent: Sent[] = [];
    const fail = (address: string) => (address === 'bad-2@stadt.de' ? smtpError(550) : null);
    await worker('a', start, { sent, fail });
    expect(await statesOf('bad')).toEqual({
      'bad-0': 'sent',
      'bad-1': 'sent',
      'bad-2': 'refused',
      'bad-3': 'sent',
    });
    const [refused] = (await store.list({ waveId: 'bad', limit: 9 })).filter((m) => m.state === 'refused');
    expect(refused).toMatchObject({ error: '550 no', attempts: 1 });
    await worker('a', later(24 * 60), { sent });
    expect(await statesOf('bad')).toMatchObject({ 'bad-2': 'refused' });
  });

  it('tries again later what a server could not take now, with the same Message-ID', async () => {
    await owe(debts('grey', 1));
    const sent: Sent[] = [];
    await worker('a', start, { sent, fail: () => smtpError(450) });
    const [waiting] = await store.list({ waveId: 'grey', limit: 1 });
    expect(waiting).toMatchObject({ state: 'retrying', error: '450 no', attempts: 1 });
    await worker('a', start, { sent });
    expect(sent).toEqual([]);
    await worker('a', nextTry(1, start), { sent });
    expect(sent).toMatchObject([{ address: 'grey-0@stadt.de', messageId: waiting?.messageId }]);
    expect(await store.list({ waveId: 'grey', limit: 1 })).toMatchObject([{ state: 'sent', error: null }]);
  });

  it('F2: tries few mails while no server can be reached, and loses none', async () => {
    await owe(debts('down', 50));
    const sent: Sent[] = [];
    let tried = 0;
    const fail = () => {
      tried += 1;
      return Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET' });
    };
    await worker('a', start, { sent, fail });
    expect(tried).toBeLessThanOrEqual(5);
    await worker('a', later(120), { sent });
    expect(await store.count('down')).toMatchObject({ sent: 50 });
  });

  it('gives the mail of a worker that died to another one, once its lease is over', async () => {
    await owe(debts('dead', 1));
    const lease = { owner: 'died', now: start, until: later(3) };
    const held = await store.lease(lease);
    expect(held?.invitationId).toBe('dead-0');
    const sent: Sent[] = [];
    await worker('other', later(2), { sent });
    expect(sent).toEqual([]);
    await worker('other', later(3), { sent });
    expect(sent).toHaveLength(1);
    if (held) expect(await store.finish(held, { state: 'cancelled' })).toBe(false);
    expect(await statesOf('dead')).toEqual({ 'dead-0': 'sent' });
  });
});

describe('the time until the next try', () => {
  it('doubles from a minute up to an hour', () => {
    const minutes = [1, 2, 3, 4, 7, 8, 500].map(
      (attempts) => (nextTry(attempts, start).getTime() - start.getTime()) / 60_000,
    );
    expect(minutes).toEqual([1, 2, 4, 8, 60, 60, 60]);
  });
});
