import type { Template } from '../template.ts';

const officer =
  'You get this message because you have an account in Pegel at {city}. You can switch it off in the settings.';

/** Mails to the officer, in English. */
export const englishOfficer = {
  'officer-delivery': {
    subject: '{wave}: {count} messages did not arrive',
    body: `Hello {person},

in the wave “{wave}” {count} messages could not be delivered:

{mails}

Please check the addresses. “Send again” sends the invitation to the corrected address.

{button}

--
${officer}`,
  },
  'officer-first-answers': {
    subject: '{wave}: The first answers are here',
    body: `Hello {person},

the wave “{wave}” is under way: {submitted} of {asked} have submitted.

Deadline: {deadline}

{button}

--
${officer}`,
  },
  'officer-closing': {
    subject: '{wave}: The deadline is tomorrow',
    body: `Hello {person},

tomorrow the wave “{wave}” ends. {submitted} of {asked} have submitted.

Still missing:
{offices}

{button}

--
${officer}`,
  },
  'officer-complete': {
    subject: '{wave}: Everybody has submitted',
    body: `Hello {person},

in the wave “{wave}” all {asked} have submitted. You can close the wave and look at the results.

{button}

--
${officer}`,
  },
  'officer-rerun': {
    subject: '{wave}: The draft for this year is here',
    body: `Hello {person},

as planned, Pegel has made the draft “{wave}”. Please check offices, contacts and deadline. No message goes out before you release the wave.

{button}

--
${officer}`,
  },
} as const satisfies Readonly<Record<string, Template>>;
