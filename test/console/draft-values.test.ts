import { describe, expect, it } from 'vitest';
import { lacksConsent, sentDraft, usualSeveral } from '../../client/console/waves/draft-values.ts';

const small = { ...usualSeveral, minGroup: 3 };

describe('What a draft promises to many people', () => {
  it('is anonymous in groups of five at first', () => {
    expect(usualSeveral).toEqual({ anonymous: true, minGroup: 5, consent: null });
  });

  it('waits for a consent before smaller groups are saved', () => {
    expect(lacksConsent({ mode: 'several', several: small })).toBe(true);
    expect(lacksConsent({ mode: 'several', several: { ...small, consent: ' ' } })).toBe(true);
    expect(lacksConsent({ mode: 'several', several: { ...small, consent: 'Personalrat' } })).toBe(false);
    expect(lacksConsent({ mode: 'official', several: small })).toBe(false);
  });

  it('is sent only where many people answer, and a consent only with small groups', () => {
    const consent = 'Personalrat';
    expect(sentDraft({ title: 'a', several: usualSeveral }, 'official')).toEqual({ title: 'a' });
    expect(sentDraft({ several: { ...usualSeveral, consent } }, 'several')).toEqual({
      several: usualSeveral,
    });
    expect(sentDraft({ several: { ...small, consent } }, 'several').several?.consent).toBe(consent);
  });
});
