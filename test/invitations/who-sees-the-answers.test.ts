import { describe, expect, it } from 'vitest';
import { sampleInvitation } from '../builders/composing.ts';

const mail = (language: 'de' | 'en', several: { anonymous: boolean; minGroup: number } | null) =>
  sampleInvitation({ language, several, office: { code: '40', name: 'Schulamt' } });

const anonymous = { anonymous: true, minGroup: 7 };
const named = { anonymous: false, minGroup: 7 };

describe('the invitation says who sees the answers', () => {
  it('of an office that answers once', async () => {
    const { text } = await mail('de', null);
    expect(text).toContain('für „40 Schulamt“ den Fragebogen');
    expect(text).toContain('Ihr Amt gibt eine gemeinsame Antwort ab');
    expect(text).not.toMatch(/anonym|ohne Ihren Namen/);
  });

  it('of people who answer for themselves, with their names', async () => {
    const { text } = await mail('de', named);
    expect(text).toContain('also nicht anonym');
    expect(text).toContain('mindestens 7 Personen');
    expect(text).toContain('Jede Antwort wird sofort gespeichert');
    expect(text).not.toContain('Ihr Amt gibt eine gemeinsame Antwort ab');
    expect((await mail('en', named)).text).toContain('so they are not anonymous');
  });

  it('of people who answer anonymously: nothing is saved before, nothing changed after', async () => {
    const { text } = await mail('de', anonymous);
    expect(text).toContain('ohne Ihren Namen');
    expect(text).toContain('Bis zum Absenden liegen Ihre Antworten nur in Ihrem Browser');
    expect(text).toContain('nicht mehr ändern');
    expect(text).toContain('mindestens 7 Personen');
    expect(text).not.toMatch(/sofort gespeichert|gemeinsame Antwort/);
    const english = (await mail('en', anonymous)).text;
    expect(english).toContain('stay in your browser only');
    expect(english).not.toContain('saved at once');
  });

  it.each([named, anonymous])('of the sheets that can be downloaded afterwards: %j', async (several) => {
    expect((await mail('de', several)).text.replace(/\s+/g, ' ')).toContain(
      'Antwortbögen Ihres Amtes herunterladen, ohne Namen, Zeitpunkt und freie Texte',
    );
    expect((await mail('en', several)).text.replace(/\s+/g, ' ')).toContain(
      'without names, times and free texts',
    );
  });

  it.each([null, named, anonymous])('in both languages with the same parts: %j', async (several) => {
    const labels = (text: string) => text.split('\n').filter((line) => /^[^:]{3,30}: /.test(line)).length;
    expect(labels((await mail('de', several)).text)).toBe(labels((await mail('en', several)).text));
    expect((await mail('de', several)).html).toContain('Wer die Antworten sieht');
  });
});
