import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate, templateProblems } from '../../server/mail/templates/check-template.ts';
import { defaultTemplate } from '../../server/mail/templates/default-template.ts';
import { placeholderForm } from '../../server/mail/templates/placeholders.ts';
import { type Filling, renderTemplate } from '../../server/mail/templates/render-template.ts';
import { kindRules, templateKinds } from '../../server/mail/templates/template-kinds.ts';
import { Refusal } from '../../server/refusal.ts';

const link = 'https://pegel.musterstadt.example/r/abc.def';
const filling = (values: Filling['values'] = {}, over: Partial<Filling> = {}): Filling => ({
  language: 'de',
  values,
  buttons: [{ label: 'Fragebogen öffnen', link }],
  logo: null,
  ...over,
});
const render = (body: string, values: Filling['values'] = {}, over: Partial<Filling> = {}) =>
  renderTemplate({ subject: 'Betreff', body }, filling(values, over));

const both = templateKinds.flatMap((kind) => [
  { kind, language: 'de' as const },
  { kind, language: 'en' as const },
]);
const namesIn = (text: string) => [...text.matchAll(placeholderForm)].map(([, name]) => name).sort();

describe('the texts Pegel brings', () => {
  it.each(both)('$kind in $language can be used as they are', ({ kind, language }) => {
    const template = defaultTemplate(kind, language);
    expect(templateProblems(kind, template)).toEqual([]);
    expect(template.subject.trim()).not.toBe('');
  });

  it.each(templateKinds)('%s says the same in German and in English', (kind) => {
    const [german, english] = [defaultTemplate(kind, 'de'), defaultTemplate(kind, 'en')];
    expect(namesIn(english.body)).toEqual(namesIn(german.body));
    expect(namesIn(english.subject)).toEqual(namesIn(german.subject));
  });

  it.each(both)('$kind in $language keeps the subject short', ({ kind, language }) => {
    const city = 'Verbandsgemeinde Langenmusterstadt am Musterfluss';
    const values = { city, deadlineShort: '16.10.2026', wave: 'Stand 2026', count: '12', invitation: '' };
    const { subject } = renderTemplate(defaultTemplate(kind, language), filling(values));
    expect([...subject].length).toBeLessThanOrEqual(60);
  });
});

describe('a template', () => {
  it('becomes paragraphs, lists, a button with its link, and small print', () => {
    const { text, html } = render(
      'Guten Tag {person},\n\nbitte:\n- lesen\n- antworten\n\n{button}\n\nFrist: {deadline}\n\n--\nWarum',
      { person: 'Kim', deadline: 'Freitag' },
    );
    expect(text).toBe(
      `Guten Tag Kim,\n\nbitte:\n\n- lesen\n- antworten\n\nFragebogen öffnen:\n${link}\n\nFrist: Freitag\n\n-- \nWarum\n`,
    );
    expect(html).toContain('<li style="margin:0 0 4px">lesen</li>');
    expect(html).toContain(`<a href="${link}"`);
    expect(html).toContain('<strong>Frist:</strong> Freitag');
  });

  it('leaves out what has no value', () => {
    const { text } = render('Guten Tag\n\n{signature}\n\n{offices}\n\nFrist: {deadline}\n\nEnde');
    expect(text).toBe('Guten Tag\n\nEnde\n');
  });

  it('shows lists and the signature line by line', () => {
    const { text, html } = render('{offices}\n\n{signature}', {
      offices: '40 Schule\n41 Kultur',
      signature: 'Stadt Musterstadt\nRathausplatz 1',
    });
    expect(text).toBe('- 40 Schule\n- 41 Kultur\n\nStadt Musterstadt\nRathausplatz 1\n');
    expect(html).toContain('Stadt Musterstadt<br>Rathausplatz 1');
  });

  it('has a button for each of several links', () => {
    const buttons = ['40 Schule', '41 Kultur'].map((label, at) => ({ label, link: `${link}${at}` }));
    const { text, html } = render('{button}', {}, { buttons });
    expect(text).toBe(`40 Schule:\n${link}0\n\n41 Kultur:\n${link}1\n`);
    expect(html.match(/border-radius:6px/g)).toHaveLength(2);
  });

  it('shows a picture that comes with the mail, and no other', () => {
    const { html } = render('Text', {}, { logo: { cid: 'logo@pegel', name: 'Musterstadt' } });
    expect(html).toContain('<img src="cid:logo@pegel" alt="Musterstadt"');
  });

  it('T17: is text, whatever it holds, and so are its values', () => {
    const payload = '<img src=x onerror=alert(1)>"\'><svg onload=alert(1)>';
    const { html, text } = render(`${payload} {person}`, { person: payload });
    expect(html).not.toMatch(/<(img|svg)/);
    expect(text).toContain(payload);
  });

  it('T17, T36: no value makes a tag, a line, a list, a header or another value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const { subject, text, html } = renderTemplate(
          { subject: '{wave}', body: 'A {wave} Z\n\nEnde' },
          filling({ wave: value, person: 'SECRET' }),
        );
        expect(subject).not.toMatch(/[\r\n]/);
        expect(text.split('\n')).toHaveLength(4);
        expect(text).not.toContain('SECRET');
        expect(html.match(/<p /g)).toHaveLength(2);
        expect(html.match(/<li|<img|<a |<script/g)).toBeNull();
      }),
    );
  });

  it('names a placeholder that is not known, and those that are', () => {
    const problems = templateProblems('thanks', {
      subject: '{receipt} {to}',
      body: '{receipt}\n\n{attachments} {whoSees} {{7*7}}',
    });
    expect(problems.map(({ pointer }) => pointer)).toEqual(['#/subject', ...['#/body', '#/body', '#/body']]);
    expect(problems[0]?.detail.de).toContain('{to}');
    expect(problems[0]?.allowed).toContain('{receipt}');
    expect(problems[0]?.allowed).not.toContain('{button}');
    expect(() => checkTemplate('thanks', { subject: '', body: '{file:/etc/passwd}' })).toThrow(Refusal);
  });

  it('cannot lose what a person must know', () => {
    const problems = templateProblems('invitation', { subject: 'x', body: 'Bitte antworten' });
    expect(problems.map(({ detail }) => detail.en)).toEqual([
      expect.stringContaining('{button}'),
      expect.stringContaining('{whoSees}'),
    ]);
  });

  it('has buttons and lists on lines of their own', () => {
    const [problem] = templateProblems('link-again', { subject: 'x', body: 'Hier: {button}' });
    expect(problem?.detail.de).toBe('{button} steht allein in einer Zeile.');
  });

  it('can never reach a recipient, a file or an address', () => {
    const names: readonly string[] = Object.values(kindRules).flatMap(({ placeholders }) => placeholders);
    for (const name of ['to', 'cc', 'address', 'from', 'file', 'url', 'link', 'attachments', 'cid'])
      expect(names).not.toContain(name);
  });
});
