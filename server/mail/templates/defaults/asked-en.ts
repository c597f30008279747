import type { Template } from '../template.ts';

const asked =
  'You get this message because you are listed at {city} as a contact of “{office}”. The link is your personal access. Please do not forward it.';

/** What people are asked, told and thanked, in English. */
export const englishAsked = {
  invitation: {
    subject: '{city}: How digital is your office? By {deadlineShort}',
    body: `Hello {person},

{task} {city} would like to know how digital its administration is today.

{button}

Deadline: {deadline}

Duration: {duration}

How you answer: {howToAnswer}

Who sees the answers: {whoSees}

Questions: {contact}

Thank you for your help.

{signature}

--
${asked}`,
  },
  test: {
    subject: '[Test] {invitation}',
    body: `This is a test message of the wave “{wave}”. The invitation looks like this. The link leads to the preview of the questionnaire.

{invitation}`,
  },
  'deadline-changed': {
    subject: '{city}: New deadline, now {deadlineShort}',
    body: `Hello {person},

the deadline of the questionnaire “{questionnaire}” has changed. Your answers so far are saved, and your link stays valid.

{button}

New deadline: {deadline}

Deadline before: {oldDeadline}

Questions: {contact}

{signature}

--
${asked}`,
  },
  thanks: {
    subject: '{city}: Thank you, we have your answers',
    body: `Hello {person},

thank you. Your answers to the questionnaire “{questionnaire}” are submitted.

Receipt: {receipt}

Submitted: {submittedAt}

Office: {office}

Questions: {contact}

After the deadline ({deadline}) we evaluate the answers. Your link leads back to the receipt.

{button}

{signature}

--
You get this message because your questionnaire was submitted. Please keep the receipt.`,
  },
  'link-again': {
    subject: '{city}: Your link to the questionnaire',
    body: `Hello {person},

you asked for your link again. Here it is.

{button}

Questions: {contact}

{signature}

--
You get this message because somebody entered your address on the page “Send the link again”. If it was not you, you can delete the message.`,
  },
} as const satisfies Readonly<Record<string, Template>>;
