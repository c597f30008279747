import type { Request } from 'express';

/** `Authorization: Link <id>.<mac>`; anything else is a link nobody knows. */
export function linkOf(req: Request): string {
  return /^Link (\S{1,300})$/.exec(req.get('authorization') ?? '')?.[1] ?? '';
}
