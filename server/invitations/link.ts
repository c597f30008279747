import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The secret part of a link is an HMAC-SHA256 over the invitation's id and its link version, cut to 192 bits, so it is
 * stored nowhere and anybody with the key can build it again.
 */
const macBytes = 24;

/** "New link" may be asked for this often; the bound makes every check cost the same. */
export const maxLinkVersion = 32;

const linkForm = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{32})$/;

function macOf(key: Buffer, id: string, version: number): Buffer {
  return createHmac('sha256', key).update(`${id}:${version}`).digest().subarray(0, macBytes);
}

/** `<invitation id>.<MAC>` */
export function linkCode(key: Buffer, { id, linkVersion }: { id: string; linkVersion: number }): string {
  return `${id}.${macOf(key, id, linkVersion).toString('base64url')}`;
}

export interface ProvenLink {
  readonly invitationId: string;
  /** The link version the MAC was made for. */
  readonly version: number;
}

/**
 * Who a link claims to be, proven by its MAC alone; null when it proves nothing. All versions are tried whatever
 * matches, and nothing is looked up, so the time says nothing about which ids exist.
 */
export function proveLink(key: Buffer, link: string): ProvenLink | null {
  const [, id, mac] = linkForm.exec(link) ?? [];
  if (id === undefined || mac === undefined) return null;
  const sent = Buffer.from(mac, 'base64url');
  let version: number | null = null;
  for (let tried = 1; tried <= maxLinkVersion; tried += 1) {
    if (timingSafeEqual(macOf(key, id, tried), sent)) version = tried;
  }
  return version === null ? null : { invitationId: id, version };
}
