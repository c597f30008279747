import { composeMail } from '../compose-mail.ts';
import { waveValues } from './asked-values.ts';
import type { MailWriter } from './mail-writer.ts';

/** Tells the lead of an office or a division whose answers are missing. Facts: `kind`, `person`, `office`. */
export const escalationWriter: MailWriter = {
  async isOwed(deps, { waveId, to, facts }) {
    const mails = await deps.reminding.escalationNow(waveId);
    return mails.some(({ kind, email }) => kind === facts?.['kind'] && email === to);
  },
  async write(deps, { waveId, to, facts, language }) {
    const wave = await deps.findWave(waveId);
    if (wave === null || wave.state === 'draft' || to === null) return null;
    const mails = await deps.reminding.escalationNow(waveId);
    const mail = mails.find(({ kind, email }) => kind === facts?.['kind'] && email === to);
    const offices = (mail?.offices ?? []).map(({ code, name }) => `${code} ${name}`);
    const person = mail?.name ?? facts?.['person'] ?? '';
    return composeMail(deps, {
      kind: 'escalation',
      language,
      to: { name: person, address: to },
      values: {
        ...waveValues(deps, { wave, deadline: wave.deadline }, language),
        person,
        office: mail?.officeName ?? facts?.['office'] ?? '',
        offices: offices.join('\n'),
      },
      buttons: [],
      link: null,
    });
  },
};
