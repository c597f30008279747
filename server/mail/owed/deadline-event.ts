import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { MailAttachment } from '../mail.ts';

export interface DeadlineEvent {
  /** Of the invitation: the same event whatever the deadline. */
  readonly invitationId: string;
  /** Grows with every change of the wave, so that a calendar takes the later one. */
  readonly sequence: number;
  /** Local date. */
  readonly deadline: string;
  readonly summary: string;
  readonly stamp: Date;
  /** Right-hand side of the event's id. */
  readonly host: string;
}

/**
 * The deadline as an entry for a calendar, without the personal link: calendars are shared.
 *
 * @see RFC 5545 §3.6.1, RFC 5546 §3.2.1
 */
export function deadlineEvent(event: DeadlineEvent): MailAttachment {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Pegel', product: 'Pegel' },
  });
  calendar.createEvent({
    id: `${event.invitationId}@${event.host}`,
    sequence: event.sequence,
    allDay: true,
    start: new Date(`${event.deadline}T00:00:00Z`),
    end: new Date(Date.parse(`${event.deadline}T00:00:00Z`) + 86_400_000),
    stamp: event.stamp,
    summary: event.summary,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return {
    fileName: 'frist.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: calendar.toString(),
    cid: null,
  };
}
