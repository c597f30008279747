import { z } from 'zod';
import type { Text } from '../plan/plan.ts';
import { definitionLimits } from './limits.ts';

const line = z
  .string()
  .max(definitionLimits.textLength)
  .transform((text) => text.normalize('NFC'));

const localized = z
  .strictObject({ default: line.optional(), de: line.optional(), en: line.optional() })
  .refine(({ default: fallback, de, en }) => Boolean(fallback ?? de ?? en), { message: 'emptyText' });

/** A localizable string of SurveyJS; afterwards both languages are there, a missing one borrowed from the other. */
export const text = z
  .union([line.refine((value) => value.trim() !== '', { message: 'emptyText' }), localized])
  .transform((value): Text => {
    if (typeof value === 'string') return { de: value, en: value };
    const { default: fallback, de, en } = value;
    return { de: de ?? fallback ?? en ?? '', en: en ?? fallback ?? de ?? '' };
  });
