import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationIdOf } from '../../server/invitations/invitation-id.ts';
import { linkCode, maxLinkVersion, proveLink } from '../../server/invitations/link.ts';

const key = createHash('sha256').update('a key').digest();
const otherKey = createHash('sha256').update('another key').digest();
const id = invitationIdOf('w1', 'c1');

describe('T3: the link of an invitation', () => {
  it('carries a secret part of at least 128 bits that the key alone makes', () => {
    const [, mac = ''] = linkCode(key, { id, linkVersion: 1 }).split('.');
    expect(Buffer.from(mac, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    expect(linkCode(otherKey, { id, linkVersion: 1 })).not.toBe(linkCode(key, { id, linkVersion: 1 }));
  });

  it('says which invitation and which version it was made for', () => {
    const version = fc.integer({ min: 1, max: maxLinkVersion });
    fc.assert(
      fc.property(version, fc.string(), (linkVersion, contact) => {
        const invitationId = invitationIdOf('w1', contact);
        const link = linkCode(key, { id: invitationId, linkVersion });
        expect(proveLink(key, link)).toEqual({ invitationId, version: linkVersion });
      }),
    );
  });

  it('proves nothing with any character changed, another key, or the secret of another invitation', () => {
    const link = linkCode(key, { id, linkVersion: 1 });
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(
        fc.nat({ max: link.length - 1 }),
        fc.constantFrom(...alphabet.split('')),
        (at, character) => {
          const changed = link.slice(0, at) + character + link.slice(at + 1);
          if (changed !== link) expect(proveLink(key, changed)).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
    expect(proveLink(otherKey, link)).toBeNull();
    const other = linkCode(key, { id: invitationIdOf('w1', 'c2'), linkVersion: 1 });
    expect(proveLink(key, `${id}.${other.split('.')[1]}`)).toBeNull();
  });

  it.each(['', '.', id, `${id}.`, `${id}.x`, `${id}.${'A'.repeat(10_000)}`, '__proto__.x', '\u0000', '%00'])(
    'proves nothing as %j',
    (link) => expect(proveLink(key, link)).toBeNull(),
  );

  it('takes any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (link) => proveLink(key, link) === null));
  });
});

describe('the id of an invitation', () => {
  it('is the same for the same wave and contact, another for every other', () => {
    expect(invitationIdOf('w1', 'c1')).toBe(id);
    expect(invitationIdOf('w2', 'c1')).not.toBe(id);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});
