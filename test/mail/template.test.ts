import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composingDeps, sampleInvitation } from '../builders/composing.ts';

const preview = 'https://pegel.musterstadt.example/erhebungen/w1/vorschau';
const cityNamed = (city: string) => ({
  readCity: async () => ({ ...(await composingDeps().readCity()), city }),
});

describe('the invitation mail', () => {
  it('says in German what a respondent needs to know', async () => {
    const { text, subject, to } = await sampleInvitation();
    expect(subject).toBe('Stadt Musterstadt: Wie digital ist Ihr Amt? Bis 16.10.2026');
    expect(text).toContain(
      'Guten Tag Erika Muster,\n\nbitte beantworten Sie für „40 Amt für Schule & Bildung“ den Fragebogen',
    );
    expect(text).toContain(`\n\nFragebogen öffnen:\n${preview}\n\n`);
    expect(text).toContain('Frist: Freitag, 16. Oktober 2026');
    expect(text).toContain('Etwa 35 Minuten');
    expect(text).toContain('unterbrechen');
    expect(text).toContain('Wer die Antworten sieht');
    expect(text).toContain('Digitalisierungsbeauftragte, 0123 456-78, digital@musterstadt.example');
    expect(text).toContain('\n-- \nSie erhalten diese Nachricht, weil Sie bei Stadt Musterstadt');
    expect(to).toEqual({ name: 'Erika Muster', address: 'erika@musterstadt.example' });
  });

  it('says the same in English', async () => {
    const { text, subject } = await sampleInvitation({ language: 'en' });
    expect(subject.endsWith('How digital is your office? By 16 Oct 2026')).toBe(true);
    expect(text).toMatch(/Friday,? 16 October 2026/);
    expect(text).toContain('Hello Erika Muster,\n\nPlease answer the questionnaire');
    expect(text).toContain('for “40 Amt für Schule & Bildung”.');
    expect(text).toContain('About 35 minutes');
    expect(text).toContain('Digitalisierungsbeauftragte, 0123 456-78, digital@musterstadt.example');
  });

  it('comes as a test with its own mark, and then the same text', async () => {
    const [invitation, test] = [await sampleInvitation(), await sampleInvitation({ kind: 'test' })];
    expect(test.text).toContain('Das ist eine Testnachricht zur Erhebung „Stand 2026“.');
    expect(test.text).toContain(invitation.text.split('\n-- \n')[0]);
  });

  it('keeps city and deadline in a subject of at most 60 characters', async () => {
    const anything = fc.record({
      city: fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
      language: fc.constantFrom('de' as const, 'en' as const),
      kind: fc.constantFrom('invitation' as const, 'test' as const),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ city, ...over }) => {
        const { subject } = await sampleInvitation({ ...over, deps: cityNamed(city) });
        expect([...subject].length).toBeLessThanOrEqual(60);
        expect(subject).toContain('2026');
        expect(subject.startsWith('[Test] ')).toBe(over.kind === 'test');
      }),
    );
  });

  it('loads nothing, follows nobody and leaves the colours to the reader', async () => {
    const { html } = await sampleInvitation();
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(|<style/i);
    expect(html.match(/https?:\/\/[^"<\s]+/g)).toEqual(Array.from({ length: 3 }, () => preview));
    expect(html).toContain('content="light dark"');
    expect(html).toContain('Schule &amp; Bildung');
    expect(html).toContain('<strong>Frist:</strong> Freitag');
  });

  it.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "'><svg onload=alert(1)>"])(
    'T17: shows %s as text',
    async (payload) => {
      const contact = { name: payload, phone: payload, email: payload };
      const { html } = await sampleInvitation({
        person: payload,
        office: { code: '40', name: payload },
        deps: { readCity: async () => ({ city: payload, contact }) },
      });
      expect(html).not.toContain(payload);
      expect(html).not.toMatch(/<(img|svg|script)/i);
    },
  );

  it('T36: lets no name break a line, turn the direction of writing, or stand for another value', async () => {
    const evil = 'Erika\r\nBcc: opfer@x.example\u0000\u202egnp {contact}';
    const { text, subject, to } = await sampleInvitation({ person: evil, deps: cityNamed(evil) });
    expect(text).toContain('Guten Tag Erika Bcc: opfer@x.example gnp {contact},');
    expect(text).not.toMatch(/^Bcc:/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(subject + to.name).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
