import type { Template } from '../template.ts';

const asked =
  'You get this message because you are listed at {city} as a contact of “{office}”. The link is your personal access. Please do not forward it.';
const listed =
  'You get this message because you are listed at {city} as a contact. The links are your personal access. Please do not forward them.';

/** Reminders and escalation, in English. */
export const englishReminders = {
  'reminder-unseen': {
    subject: '{city}: Your questionnaire is waiting. By {deadlineShort}',
    body: `Hello {person},

a few days ago we asked you to answer the questionnaire “{questionnaire}” for “{office}”. Perhaps the message got lost. Here is your link again.

{button}

Deadline: {deadline} ({timeLeft})

Duration: {duration}

Who sees the answers: {whoSees}

Questions: {contact}

If somebody else can answer the questions better, please tell us on the page that the link opens.

{signature}

--
${asked}`,
  },
  'reminder-started': {
    subject: '{city}: Please finish by {deadlineShort}',
    body: `Hello {person},

thank you for starting the questionnaire “{questionnaire}”. {answered} is answered. You can go on where you stopped.

{button}

Deadline: {deadline} ({timeLeft})

Questions: {contact}

{signature}

--
${asked}`,
  },
  'reminder-nearly': {
    subject: '{city}: Almost done. By {deadlineShort}',
    body: `Hello {person},

you are nearly there: {answered} of the questionnaire “{questionnaire}” is answered. Please look through your answers once more and submit them. Only what is submitted counts.

{button}

Deadline: {deadline} ({timeLeft})

Questions: {contact}

{signature}

--
${asked}`,
  },
  'reminder-several-offices': {
    subject: '{city}: Your questionnaires are waiting. By {deadlineShort}',
    body: `Hello {person},

you are listed for several offices. We still miss answers for these:

{offices}

Every office has a link of its own. You can stop at any time.

{button}

Deadline: {deadline} ({timeLeft})

Questions: {contact}

{signature}

--
${listed}`,
  },
  escalation: {
    subject: '{city}: Answers are still missing. By {deadlineShort}',
    body: `Hello {person},

for the wave “{wave}” we still miss answers from your area:

{offices}

Please talk to the contacts. They have already got their links.

Deadline: {deadline} ({timeLeft})

Questions: {contact}

{signature}

--
You get this message because you are listed at {city} as the head of “{office}”.`,
  },
} as const satisfies Readonly<Record<string, Template>>;
