import { describe, expect, it } from 'vitest';
import { emailAddress } from '../../server/http/shapes.ts';
import { envelopeAddress, headerText, parseSender } from '../../server/mail/mailbox.ts';

const wrongAddresses = [
  'a@stadt.de, evil@x.de',
  'a@stadt.de,evil@x.de',
  'a@stadt.de;evil@x.de',
  'a@stadt.de evil@x.de',
  'a@stadt.de\r\nRCPT TO:<evil@x.de>',
  'a@stadt.de\nBcc: evil@x.de',
  'a@stadt.de\u0000',
  '"a b"@stadt.de',
  '"evil@x.de, b"@stadt.de',
  'a(kommentar)@stadt.de',
  'Gruppe: a@stadt.de, b@stadt.de;',
  'Erika <a@stadt.de>',
  '<a@stadt.de>',
  'a@b@stadt.de',
  'a@stadt.de@x.de',
  'a@\u202eed.tdats',
  '\u202ea@stadt.de',
  'a@[127.0.0.1]',
  'a@stadt',
  '@stadt.de',
  'a@',
  '.a@stadt.de',
  'a..b@stadt.de',
  '',
  ' ',
  `${'a'.repeat(250)}@stadt.de`,
];

describe('T35: an address', () => {
  it.each(wrongAddresses)('%j is refused at the edge and kept out of every envelope', (address) => {
    expect(emailAddress.safeParse(address).success).toBe(false);
    expect(envelopeAddress(address)).toBeNull();
  });

  it.each(['a@stadt.de', 'vor.nach-name+amt40@amt.stadt-x.de', 'jörg@müllheim.de'])(
    '%s is taken as it is',
    (address) => {
      expect(envelopeAddress(address)).toBe(address);
    },
  );

  it('goes into an envelope only in the form it was stored in', () => {
    expect(envelopeAddress('A@Stadt.de')).toBeNull();
    expect(envelopeAddress(' a@stadt.de')).toBeNull();
  });
});

describe('the sender', () => {
  it.each([
    ['Pegel <pegel@stadt.de>', { name: 'Pegel', address: 'pegel@stadt.de' }],
    ['"Stadt, Pegel" <pegel@stadt.de>', { name: 'Stadt, Pegel', address: 'pegel@stadt.de' }],
    ['pegel@stadt.de', { name: '', address: 'pegel@stadt.de' }],
    ['Pegel <no-reply@localhost>', { name: 'Pegel', address: 'no-reply@localhost' }],
  ])('is read from %j', (setting, sender) => expect(parseSender(setting)).toEqual(sender));

  it.each(['', 'Pegel', 'a@b.de, c@d.de', 'x <a@b.de> <c@d.de>', 'Pegel <a@b.de\r\nBcc: c@d.de>'])(
    'is not %j',
    (setting) => expect(parseSender(setting)).toBeNull(),
  );
});

describe('text for a header', () => {
  it('is one line of bounded length', () => {
    expect(headerText(' a\r\n b\tc ')).toBe('a b c');
    expect(headerText('x'.repeat(300), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(headerText('e\u0301')).toBe('é');
  });
});
