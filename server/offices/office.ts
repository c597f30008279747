export type ContactRole = 'lead' | 'expert';

export interface Contact {
  readonly id: string;
  readonly name: string;
  /** Lower-cased, unique inside the office. */
  readonly email: string;
  readonly role: ContactRole;
}

export interface Office {
  readonly id: string;
  /** As the city writes it ("40", "004"); unique. */
  readonly code: string;
  readonly name: string;
  /** Id of the office above (division), null at the top. */
  readonly parentId: string | null;
  readonly headcount: number | null;
  /** Field ids that this office has tasks in (tags), sorted. */
  readonly fields: readonly string[];
  readonly contacts: readonly Contact[];
  /** Counts up with every change; guards writes. */
  readonly revision: number;
}
