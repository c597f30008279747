import { standardMinGroup } from '../../surveys/scoring/group-size.ts';
import type { Office } from '../offices/office.ts';
import type { DraftWave, Several } from './wave.ts';
import type { WaveCheck } from './waves.wire.ts';

/** What will be secret in an office with too few people; an office without contacts is named by another check. */
function smallOffices({ minGroup }: Several, asked: readonly Office[]): WaveCheck[] {
  const small = asked.filter(({ contacts }) => contacts.length > 0 && contacts.length < minGroup);
  if (small.length === 0) return [];
  const many = small.length > 1;
  return [
    {
      kind: 'small-offices',
      severity: 'warning',
      detail: {
        de: many
          ? `${small.length} Ämter haben weniger als ${minGroup} Personen: Ihre Werte bleiben geheim.`
          : `Ein Amt hat weniger als ${minGroup} Personen: Seine Werte bleiben geheim.`,
        en: many
          ? `${small.length} offices have fewer than ${minGroup} people: their values stay secret.`
          : `One office has fewer than ${minGroup} people: its values stay secret.`,
      },
      officeIds: small.map(({ id }) => id),
    },
  ];
}

function promise({ anonymous, minGroup, consent }: Several): WaveCheck {
  const agreed = minGroup < standardMinGroup && consent !== null;
  return {
    kind: 'anonymity',
    severity: 'ok',
    detail: {
      de: [
        anonymous
          ? 'Die Antworten sind anonym: Bekannt ist nur, wer abgesendet hat. Niemand kann danach etwas ändern.'
          : 'Die Antworten sind nicht anonym: Sie stehen bei der Einladung der Person.',
        `Werte eines Amtes gibt es erst nach dem Ende und ab ${minGroup} Personen.`,
        ...(agreed ? [`Zustimmung dazu: ${consent.text} (eingetragen von ${consent.by}).`] : []),
        'Nach dem Öffnen lässt sich das nicht mehr ändern.',
      ].join(' '),
      en: [
        anonymous
          ? 'The answers are anonymous: only who has submitted is known. Nobody can change anything afterwards.'
          : 'The answers are not anonymous: they are kept with the invitation of the person.',
        `There are values of an office only after the end, for ${minGroup} people and more.`,
        ...(agreed ? [`Consent: ${consent.text} (entered by ${consent.by}).`] : []),
        'This cannot be changed after opening.',
      ].join(' '),
    },
    officeIds: [],
  };
}

/** Who can read the outbox can open every link, and answer for everybody but one. */
function linksInFolder({ anonymous }: Several, mailTransport: 'smtp' | 'folder'): WaveCheck[] {
  if (!anonymous || mailTransport === 'smtp') return [];
  return [
    {
      kind: 'links-in-folder',
      severity: 'warning',
      detail: {
        de: 'Ohne Postserver liegen alle persönlichen Links bei Ihnen. Für eine anonyme Erhebung richten Sie bitte einen Postserver ein.',
        en: 'Without a mail server all personal links lie with you. Please set up a mail server for an anonymous survey.',
      },
      officeIds: [],
    },
  ];
}

/** What to know before opening a wave of mode several. */
export function checkSeveral(
  { several }: DraftWave,
  asked: readonly Office[],
  mailTransport: 'smtp' | 'folder',
): WaveCheck[] {
  if (several === null) return [];
  return [promise(several), ...smallOffices(several, asked), ...linksInFolder(several, mailTransport)];
}
