import { z } from 'zod';
import { inBothLanguages } from './parse.ts';

/** Shapes that several rooms share. All text is NFC and trimmed at the edge. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are what is refused
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

export const line = (max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((text) => !controlCharacters.test(text), {
          error: inBothLanguages({
            de: 'Zeilenumbrüche und Steuerzeichen sind hier nicht erlaubt.',
            en: 'Line breaks and control characters are not allowed here.',
          }),
        }),
    );

export const id = z
  .string()
  .regex(
    /^[A-Za-z0-9_:-]{1,80}$/,
    inBothLanguages({ de: 'Das ist keine Kennung.', en: 'This is not an id.' }),
  );

/** A local calendar date, `2026-10-16`. */
export const localDate = z.iso.date();

/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime();

export const text = z.strictObject({ de: z.string(), en: z.string() });
export const language = z.enum(['de', 'en']);

/**
 * One mailbox, as strict as an envelope needs it: no display name, no list, no quoted local part, no comment,
 * no control characters (threats.md T35). Lower-cased.
 */
export const emailAddress = z
  .string()
  .max(254)
  .transform((address) => address.normalize('NFC').trim().toLowerCase())
  .pipe(
    z.string().regex(
      /^[a-z0-9äöüß!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9äöüß!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9äöüß]([a-z0-9äöüß-]{0,61}[a-z0-9äöüß])?\.)+[a-z]{2,63}$/,
      inBothLanguages({
        de: 'Das ist keine einzelne E-Mail-Adresse wie name@stadt.example.',
        en: 'This is not one email address like name@stadt.example.',
      }),
    ),
  );
