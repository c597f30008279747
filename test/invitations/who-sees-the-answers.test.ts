import { describe, expect, it } from 'vitest';
import { invitationMail } from '../../server/mail/templates/invitation.ts';

const mail = (language: 'de' | 'en', several: { anonymous: boolean; minGroup: number } | null) =>
  invitationMail({
    occasion: 'invitation',
    language,
    several,
    city: 'Musterstadt',
    contact: { name: 'Ada Beispiel', phone: '0123', email: 'digital@stadt.example' },
    questionnaireTitle: 'Digitaler Reifegrad',
    minutes: 35,
    deadline: '2026-10-16',
    office: { code: '40', name: 'Schulamt' },
    person: 'Erika Muster',
    to: { name: 'Erika Muster', address: 'erika@stadt.example' },
    link: 'https://pegel.stadt.example/r/abc.def',
  });

const anonymous = { anonymous: true, minGroup: 7 };
const named = { anonymous: false, minGroup: 7 };

describe('the invitation says who sees the answers', () => {
  it('of an office that answers once', () => {
    const { text } = mail('de', null);
    expect(text).toContain('für „40 Schulamt“ den Fragebogen');
    expect(text).toContain('Eine Antwort je Amt');
    expect(text).not.toMatch(/anonym|ohne Ihren Namen/);
  });

  it('of people who answer for themselves, with their names', () => {
    const { text } = mail('de', named);
    expect(text).toContain('also nicht anonym');
    expect(text).toContain('mindestens 7 Personen');
    expect(text).toContain('Jede Antwort wird sofort gespeichert');
    expect(text).not.toContain('Eine Antwort je Amt');
    expect(mail('en', named).text).toContain('so they are not anonymous');
  });

  it('of people who answer anonymously: nothing is saved before, nothing changed after', () => {
    const { text } = mail('de', anonymous);
    expect(text).toContain('ohne Ihren Namen');
    expect(text).toContain('Bis zum Absenden liegen Ihre Antworten nur in Ihrem Browser');
    expect(text).toContain('nicht mehr ändern');
    expect(text).toContain('mindestens 7 Personen');
    expect(text).not.toMatch(/sofort gespeichert|Eine Antwort je Amt/);
    const english = mail('en', anonymous).text;
    expect(english).toContain('stay in your browser only');
    expect(english).not.toContain('saved at once');
  });

  it.each([named, anonymous])('of the sheets that can be downloaded afterwards: %j', (several) => {
    expect(mail('de', several).text.replace(/\s+/g, ' ')).toContain(
      'Antwortbögen Ihres Amtes herunterladen, ohne Namen, Zeitpunkt und freie Texte',
    );
    expect(mail('en', several).text.replace(/\s+/g, ' ')).toContain('without names, times and free texts');
  });

  it.each([null, named, anonymous])('in both languages with the same parts: %j', (several) => {
    const labels = (text: string) => text.split('\n').filter((line) => /^[^:]{3,30}: /.test(line)).length;
    expect(labels(mail('de', several).text)).toBe(labels(mail('en', several).text));
    expect(mail('de', several).html).toContain('Wer die Antworten sieht');
  });
});
