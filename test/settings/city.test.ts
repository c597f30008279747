import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/refusal.ts';
import { officerAccount, startPegel } from '../harness/start-pegel.ts';

describe('settings', () => {
  it('begin with what was given at set-up and can be changed', async () => {
    const { officer, folder, stop } = await startPegel();
    const agent = await officer();
    const { name, phone, email } = officerAccount;
    const { body } = await agent.get('/api/settings').expect(200);
    expect(body).toMatchObject({
      city: 'Musterstadt',
      contact: { name, phone, email },
      timeZone: 'Europe/Berlin',
      mail: { transport: 'folder', folder: `${folder}/outbox` },
      store: { kind: 'embedded', folder },
    });
    const changed = {
      city: 'Neustadt',
      contact: { name: 'Kim Muster', phone: '0999', email: 'KIM@Stadt.Example' },
    };
    await agent.put('/api/settings').send(changed).expect(200);
    expect((await agent.get('/api/settings')).body).toMatchObject({
      city: 'Neustadt',
      contact: { ...changed.contact, email: 'kim@stadt.example' },
    });
    await stop();
  });

  it('refuse an address that is not one mailbox, by field', async () => {
    const { officer, stop } = await startPegel();
    const agent = await officer();
    const contact = { name: 'Kim', phone: '1', email: 'a@stadt.example, b@stadt.example' };
    const { status, body } = await agent.put('/api/settings').send({ city: 'X', contact });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '#/contact/email' }]);
    await stop();
  });

  it('keep an instance with another secret from the database', async () => {
    const env = { PEGEL_SECRET: 'a'.repeat(40) };
    const first = await startPegel({ env });
    await first.pegel.stop();
    const other = startPegel({ folder: first.folder, env: { PEGEL_SECRET: 'b'.repeat(40) } });
    await expect(other).rejects.toThrow(Refusal);
    const same = await startPegel({ folder: first.folder, env });
    await same.stop();
    await first.stop();
  });
});
