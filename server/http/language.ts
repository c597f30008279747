import type { Request } from 'express';
import type { Language } from '../../surveys/plan/plan.ts';

/** The reader's language by Accept-Language; German when in doubt. */
export function languageOf(req: Request): Language {
  return req.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de';
}
