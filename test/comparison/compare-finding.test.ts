import { describe, expect, it } from 'vitest';
import type { CityChange } from '../../reports/comparison/comparison.ts';
import { type ComparedDimension, compareFinding } from '../../reports/findings/compare-finding.ts';

const nothing: CityChange = {
  ...{ n: 0, mean: null, from: null, to: null, raw: null, composition: null, organisation: null },
  ...{ t: null, df: null, p: null, ci: null, wilcoxonP: null, holmP: null },
};
const change = (mean: number, raw: number, holmP: number | null = null): CityChange => ({
  ...nothing,
  ...{ n: 12, mean, from: 40, to: 40 + raw, raw, p: holmP, holmP },
});
const dimension = (title: string, own: CityChange, sameQuestions = 1): ComparedDimension => ({
  title: { de: title, en: title },
  change: own,
  sameQuestions,
});
const services = dimension('Online-Dienste', change(8.8, 9, 0.001));
const finding = (index: CityChange, dimensions: readonly ComparedDimension[] = [services], open = false) =>
  compareFinding({ index, dimensions, open });

describe('the finding of a comparison', () => {
  it.each<[number, number, string]>([
    [4.1, 3.6, '4,1 Punkte mehr, davon 3,6 auf gleichen Fragen'],
    [-4.1, -3.6, '4,1 Punkte weniger, davon 3,6 auf gleichen Fragen'],
    [4.1, 4.1, '4,1 Punkte mehr auf gleichen Fragen'],
    [4.14, 4.09, '4,1 Punkte mehr auf gleichen Fragen'],
    [3, 3.6, '3,0 Punkte mehr, auf gleichen Fragen 3,6 mehr'],
    [-7.1, 8.6, '7,1 Punkte weniger, aber 8,6 mehr auf gleichen Fragen'],
    [4.1, 0, '4,1 Punkte mehr, auf gleichen Fragen unverändert'],
    [0.04, 1.2, 'Im Ganzen gleich, auf gleichen Fragen 1,2 mehr'],
    [0, 0, 'Unverändert gegenüber der früheren Erhebung'],
  ])('heads %d points, %d on the same questions: %s', (raw, linked, heading) => {
    expect(finding(change(linked, raw)).heading.de).toBe(heading);
  });

  it('names what changed reliably, up and down, and what cannot be compared', () => {
    const { de, en } = finding(change(3.6, 4.1, 0.004), [
      services,
      dimension('Prozesse', change(5.4, 5, 0.049)),
      dimension('Daten', change(-4, -4, 0.02)),
      dimension('Technik', change(2, 2, 0.05)),
      dimension('Bildung', { ...nothing, from: 43, to: 48, raw: 5 }, 0.4),
    ]).lead;
    expect(de).toBe(
      'Online-Dienste (+8,8) und Prozesse (+5,4) haben sich verlässlich verbessert. Daten (−4,0) hat sich verlässlich verschlechtert. ' +
        'Bei Bildung wurde zu viel am Fragebogen geändert, um zu vergleichen.',
    );
    expect(en).toContain('Online-Dienste (+8.8) and Prozesse (+5.4) have reliably improved.');
  });

  it('claims nothing that noise may have made', () => {
    const noisy = [dimension('Daten', change(4, 4, 0.06)), dimension('Technik', change(-3, -3, 1))];
    expect(finding(change(3, 3, 0.2), noisy).lead.de).toBe(
      'Kein Handlungsfeld hat sich verlässlich verändert: Die Unterschiede liegen im Rahmen der Messungenauigkeit.',
    );
    expect(finding(change(3, 3, 0.2)).lead.de).toContain('Im Ganzen kann die Veränderung Zufall sein.');
    const few = [dimension('Daten', change(40, 40))];
    expect(finding(change(40, 40), few).lead.de).toContain('Weniger als sechs vergleichbare Ämter');
  });

  it('says when answers are missing and not questions, and when the newer wave is open', () => {
    const unanswered = dimension('Bildung', { ...nothing, to: 48 });
    expect(finding(change(3, 3, 0.01), [services, unanswered], true).lead.de).toBe(
      'Online-Dienste (+8,8) hat sich verlässlich verbessert. Bei Bildung fehlen Antworten aus beiden Erhebungen, um zu vergleichen. ' +
        'Die neuere Erhebung läuft noch, die Werte können sich ändern.',
    );
  });

  it('says that there is nothing to compare, and what it takes', () => {
    const none = finding(nothing, [dimension('Daten', nothing)]);
    expect(none.heading.de).toBe('Die beiden Erhebungen lassen sich noch nicht vergleichen');
    expect(none.lead.de).toContain('mindestens ein Amt');
    expect(finding(nothing, [services]).heading.de).toContain('der Index nicht');
  });
});
