import type { ComposeDeps } from '../../server/mail/compose-mail.ts';
import { plainLetterhead } from '../../server/mail/letterhead.ts';
import type { RenderedMail } from '../../server/mail/mail.ts';
import { composeSample } from '../../server/mail/owed/test-mail.ts';
import { defaultTemplate } from '../../server/mail/templates/default-template.ts';
import type { DraftWave } from '../../server/waves/wave.ts';

/** What mails are composed with, without a database. */
export function composingDeps(over: Partial<ComposeDeps> = {}): ComposeDeps {
  return {
    url: 'https://pegel.musterstadt.example',
    timeZone: 'Europe/Berlin',
    now: () => new Date('2026-09-14T08:00:00Z'),
    linkOf: ({ id }) => `https://pegel.musterstadt.example/r/${id}.mac`,
    findQuestionnaire: () => ({
      summary: {
        title: { de: 'Digitaler Reifegrad der Verwaltung', en: 'Digital maturity of the administration' },
        minutes: 35,
      },
    }),
    readCity: async () => ({
      city: 'Stadt Musterstadt',
      contact: {
        name: 'Digitalisierungsbeauftragte',
        phone: '0123 456-78',
        email: 'digital@musterstadt.example',
      },
    }),
    readLetterhead: async () => plainLetterhead,
    findTemplate: async (kind, language) => defaultTemplate(kind, language),
    ...over,
  };
}

export const draftedWave: DraftWave = {
  id: 'w1',
  state: 'draft',
  title: 'Stand 2026',
  questionnaire: { id: 'kommunal-digital', version: 1 },
  mode: 'official',
  several: null,
  targets: {},
  language: 'de',
  deadline: '2026-10-16',
  createdAt: new Date('2026-09-14T08:00:00Z'),
  revision: 3,
  officeIds: ['o40'],
};

export interface SampleOver {
  readonly kind?: 'invitation' | 'test';
  readonly language?: 'de' | 'en';
  readonly deps?: Partial<ComposeDeps>;
  readonly several?: { readonly anonymous: boolean; readonly minGroup: number } | null;
  readonly office?: { readonly code: string; readonly name: string };
  readonly person?: string;
}

/** The invitation to somebody made up. */
export function sampleInvitation(over: SampleOver = {}): Promise<RenderedMail> {
  const { kind = 'invitation', language = 'de', several = null, person = 'Erika Muster' } = over;
  return composeSample(composingDeps(over.deps), {
    kind,
    language,
    wave: { ...draftedWave, several: several === null ? null : { ...several, consent: null } },
    recipient: {
      office: over.office ?? { code: '40', name: 'Amt für Schule & Bildung' },
      person: { name: person, address: 'erika@musterstadt.example' },
    },
    to: null,
  });
}
