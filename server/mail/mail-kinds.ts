/** Why a mail is owed. */
export const mailKinds = [
  'invitation',
  'test',
  'reminder',
  'escalation',
  'thanks',
  'deadline-changed',
  'link-again',
  'officer',
] as const;
export type MailKind = (typeof mailKinds)[number];
