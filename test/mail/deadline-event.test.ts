import { describe, expect, it } from 'vitest';
import { deadlineEvent } from '../../server/mail/owed/deadline-event.ts';

const event = (over: { deadline?: string; sequence?: number; summary?: string } = {}) =>
  String(
    deadlineEvent({
      invitationId: 'abc123',
      sequence: 3,
      deadline: '2026-10-16',
      summary: 'Frist: Digitaler Reifegrad',
      stamp: new Date('2026-09-14T08:00:00Z'),
      host: 'pegel.musterstadt.example',
      ...over,
    }).content,
  ).split('\r\n');

describe('the deadline for the calendar', () => {
  it('is published as a whole day that blocks no time', () => {
    expect(event()).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'UID:abc123@pegel.musterstadt.example',
        'SEQUENCE:3',
        'DTSTAMP:20260914T080000Z',
        'DTSTART;VALUE=DATE:20261016',
        'DTEND;VALUE=DATE:20261017',
        'TRANSP:TRANSPARENT',
        'SUMMARY:Frist: Digitaler Reifegrad',
      ]),
    );
  });

  it('stays the same entry when the deadline moves, with a higher sequence', () => {
    const moved = event({ deadline: '2026-10-25', sequence: 4 });
    expect(moved).toContain('UID:abc123@pegel.musterstadt.example');
    expect(moved).toContain('SEQUENCE:4');
    expect(moved).toContain('DTSTART;VALUE=DATE:20261025');
    expect(moved).toContain('DTEND;VALUE=DATE:20261026');
  });

  it('T36: takes names that look like lines of a calendar as text, and holds no link', () => {
    const lines = event({ summary: 'Frist: x\nATTACH:file:///etc/passwd;y,z' });
    expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/https?:|ORGANIZER|ATTENDEE|URL/);
  });
});
