import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes (OWASP's recommendation). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password nobody knows; checked for unknown accounts, so that they take as long as known ones. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$+BrGaC5sNHP51NNi2nA/Ug$7pVp1wnmTn4ESCd1x/4KB00ZtxmYszhW9a3IEQTiPUU';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Takes the same time with and without a stored hash. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password.normalize('NFC'));
  return matches && passwordHash !== null;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Easy to read out: four groups of five signs, 99 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
