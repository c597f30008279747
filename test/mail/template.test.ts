import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationMail } from '../../server/mail/templates/invitation.ts';
import type { InvitationMailInput } from '../../server/mail/templates/invitation-words.ts';

const input = (over: Partial<InvitationMailInput> = {}): InvitationMailInput => ({
  occasion: 'invitation',
  language: 'de',
  city: 'Stadt Musterstadt',
  contact: { name: 'Dr. Ada Beispiel', phone: '0123 456-78', email: 'digital@musterstadt.de' },
  questionnaireTitle: 'Digitaler Reifegrad der Verwaltung',
  minutes: 35,
  several: null,
  deadline: '2026-10-16',
  office: { code: '40', name: 'Amt für Schule & Bildung' },
  person: 'Erika Muster',
  to: { name: 'Erika Muster', address: 'erika@musterstadt.de' },
  link: 'https://pegel.musterstadt.de/r/abc.def',
  ...over,
});

describe('the invitation mail', () => {
  it('says in German what a respondent needs to know', () => {
    const { text, subject, to, link } = invitationMail(input());
    expect(subject).toBe('Stadt Musterstadt: Wie digital ist Ihr Amt? Bis 16.10.2026');
    expect(text).toContain(
      'Guten Tag Erika Muster,\n\nbitte beantworten Sie für „40 Amt für Schule & Bildung“ den Fragebogen',
    );
    expect(text).toContain('\nhttps://pegel.musterstadt.de/r/abc.def\n');
    expect(text).toContain('Freitag, 16. Oktober 2026');
    expect(text).toContain('Etwa 35 Minuten');
    expect(text).toContain('unterbrechen');
    expect(text).toContain('Wer die Antworten sieht');
    expect(text).toContain('Dr. Ada Beispiel, 0123 456-78, digital@musterstadt.de');
    expect(text).toContain('weil Sie bei Stadt Musterstadt als Ansprechperson');
    expect(to).toEqual({ name: 'Erika Muster', address: 'erika@musterstadt.de' });
    expect(link).toBe('https://pegel.musterstadt.de/r/abc.def');
  });

  it('says the same in English', () => {
    const { text, subject } = invitationMail(input({ language: 'en' }));
    expect(subject.endsWith('How digital is your office? By 16 Oct 2026')).toBe(true);
    expect(text).toMatch(/Friday,? 16 October 2026/);
    expect(text).toContain('Hello Erika Muster,\n\nPlease answer the questionnaire');
    expect(text).toContain('for “40 Amt für Schule & Bildung”.');
    expect(text).toContain('About 35 minutes');
    expect(text).toContain('Dr. Ada Beispiel, 0123 456-78, digital@musterstadt.de');
  });

  it('keeps city and deadline in a subject of at most 60 characters', () => {
    const anything = fc.record({
      city: fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
      language: fc.constantFrom('de' as const, 'en' as const),
      occasion: fc.constantFrom('invitation' as const, 'test' as const),
    });
    fc.assert(
      fc.property(anything, (over) => {
        const { subject } = invitationMail(input(over));
        expect([...subject].length).toBeLessThanOrEqual(60);
        expect(subject).toContain('2026');
        expect(subject.startsWith('[Test] ')).toBe(over.occasion === 'test');
      }),
    );
  });

  it('loads nothing, follows nobody and leaves the colours to the reader', () => {
    const { html } = invitationMail(input());
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(|<style/i);
    expect(html.match(/https?:\/\/[^"<\s]+/g)).toEqual(
      Array.from({ length: 3 }, () => 'https://pegel.musterstadt.de/r/abc.def'),
    );
    expect(html).toContain('content="light dark"');
    expect(html).toContain('Schule &amp; Bildung');
  });

  it.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "'><svg onload=alert(1)>"])(
    'T17: shows %s as text',
    (payload) => {
      const { html } = invitationMail(
        input({
          city: payload,
          person: payload,
          office: { code: '40', name: payload },
          questionnaireTitle: payload,
          contact: { name: payload, phone: payload, email: payload },
        }),
      );
      expect(html).not.toContain(payload);
      expect(html).not.toMatch(/<(img|svg|script)/i);
    },
  );

  it('T36: lets no name break a line or turn the direction of writing', () => {
    const evil = 'Erika\r\nBcc: opfer@x.de\u0000\u202egnp';
    const { text, subject, to } = invitationMail(
      input({ city: evil, person: evil, to: { name: evil, address: 'erika@musterstadt.de' } }),
    );
    expect(text).toContain('Guten Tag Erika Bcc: opfer@x.de gnp,');
    expect(text).not.toMatch(/^Bcc:/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(subject + to.name).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
