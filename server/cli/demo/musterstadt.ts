/** How an office answers the questions of one dimension. */
export interface Leaning {
  /** Points 0–100 the answers come near to. */
  readonly points: number;
  /** clear: all answered · doubtful: too many open for a firm value · unknown: too few answered for a value. */
  readonly answered: 'clear' | 'doubtful' | 'unknown';
}

export interface DemoContact {
  readonly name: string;
  readonly email: string;
  readonly role: 'lead' | 'expert';
}

export interface DemoOffice {
  readonly code: string;
  readonly name: string;
  readonly division: string;
  readonly headcount: number;
  readonly fields: readonly string[];
  readonly contacts: readonly DemoContact[];
  /** By dimension; null: not asked. */
  readonly leanings: Readonly<Record<string, Leaning | null>>;
  readonly ends: 'submitted' | 'draft' | 'untouched';
}

export const divisions = [
  { code: 'Dezernat I', name: 'Verwaltung' },
  { code: 'Dezernat II', name: 'Bildung und Soziales' },
  { code: 'Dezernat III', name: 'Bürger und Ordnung' },
  { code: 'Dezernat IV', name: 'Bauen und Umwelt' },
  { code: 'Dezernat V', name: 'Wirtschaft und Finanzen' },
] as const;

/** Code, name, headcount, number of contacts; then per dimension points, `(…)` doubtful, `/` unknown, `x` not asked. */
const table: Readonly<Record<string, readonly string[]>> = {
  'Dezernat I': [
    '10;Organisation und Personal;86;2;45 60 57 (46) 82 38 x x x',
    '11;Informationstechnik;54;1;/ 47 89 (59) 88 57 x x x',
    '14;Rechnungsprüfung;12;1;(39) 4 41 20 / 20 x x x',
    '20;Kämmerei;38;2;51 56 72 25 71 44 x 60 x',
    '30;Recht;17;1;61 51 48 38 64 39 x x x',
  ],
  'Dezernat II': [
    '40;Schule und Sport;64;2;50 30 65 (17) 70 45 60 x /',
    '41;Kultur und Bibliothek;71;1;57 51 57 32 58 62 42 x 38',
    '43;Volkshochschule;29;1;55 20 37 19 62 50 31 x x',
    '50;Soziales;118;2;44 39 61 42 64 43 x x 41',
    '51;Jugend und Familie;203;1;54 / 56 55 79 50 62 x 64',
  ],
  'Dezernat III': [
    '32;Ordnung;92;1;43 41 (67) 48 61 51 x x 56',
    '33;Bürgerdienste;76;2;55 65 77 (52) 96 63 x x 63',
    '34;Standesamt;15;1;(60) (47) 79 / 75 60 x x x',
    '37;Feuerwehr;164;1;48 40 45 30 66 50 x x x',
  ],
  'Dezernat IV': [
    '60;Bauverwaltung;31;1;54 (32) (43) (36) 86 41 x 52 x',
    '61;Stadtplanung;44;2;65 43 45 37 48 (53) x x 20',
    '63;Bauaufsicht;35;1;28 29 41 (16) 54 33 x 54 x',
    '66;Straßen und Verkehr;88;1;69 62 73 51 / (59) x x 58',
    '67;Grünflächen;97;1;51 / (70) (49) 76 61 x x 63',
    '68;Umwelt;33;1;53 (33) 49 8 38 32 x x 28',
  ],
  'Dezernat V': [
    '80;Wirtschaftsförderung;14;2;52 55 55 15 61 / x 41 44',
    '22;Steuern;27;1;/ 42 71 45 (62) 70 x 49 x',
    '21;Stadtkasse;23;1;36 5 17 2 56 29 x x x',
    '23;Liegenschaften;19;1;40 35 40 30 60 40 x x x',
  ],
};

/** The dimensions in the order of the table. */
const dimensions = ['d1', 'd2', 'd3', 'd5', 'd6', 'd4', 'd7', 'd8', 'd9'] as const;
const fieldOf: Readonly<Record<string, string>> = { d7: 'bildung', d8: 'wirtschaft', d9: 'beteiligung' };
const ends: Readonly<Record<string, DemoOffice['ends']>> = { '37': 'draft', '23': 'untouched' };

function contactsOf(code: string, people: number): DemoContact[] {
  const lead = {
    name: `Amtsleitung ${code}`,
    email: `amt${code}@musterstadt.example`,
    role: 'lead',
  } as const;
  const expert = {
    name: `Digitalisierung ${code}`,
    email: `digital${code}@musterstadt.example`,
    role: 'expert',
  } as const;
  return people > 1 ? [lead, expert] : [lead];
}

function leaningOf(cell: string): Leaning | null {
  if (cell === 'x') return null;
  if (cell === '/') return { points: 50, answered: 'unknown' };
  const doubtful = /^\((\d+)\)$/.exec(cell);
  if (doubtful) return { points: Number(doubtful[1]), answered: 'doubtful' };
  return { points: Number(cell), answered: 'clear' };
}

/** An office from a row of the table. */
export function officeOf(division: string, row: string): DemoOffice {
  const [code = '', name = '', headcount = '', people = '', cells = ''] = row.split(';');
  const split = cells.split(' ');
  const leanings = dimensions.map((dimension, at) => [dimension, leaningOf(split[at] ?? 'x')] as const);
  return {
    code,
    name,
    division,
    headcount: Number(headcount),
    fields: leanings.flatMap(([dimension, leaning]) => (leaning === null ? [] : (fieldOf[dimension] ?? []))),
    contacts: contactsOf(code, Number(people)),
    leanings: Object.fromEntries(leanings),
    ends: ends[code] ?? 'submitted',
  };
}

/** Musterstadt: 24 offices in 5 divisions with 31 people. All of it is made up. */
export const musterstadt: readonly DemoOffice[] = Object.entries(table).flatMap(([division, rows]) =>
  rows.map((row) => officeOf(division, row)),
);

/** The import file of a city, as it would write it. */
export function officesCsv(offices: readonly DemoOffice[]): string {
  const header = 'code;name;parent;headcount;fields;contact_name;contact_email;contact_role';
  const above = divisions.map(({ code, name }) => `${code};${name};;;;;;`);
  const rows = offices.flatMap(({ code, name, division, headcount, fields, contacts }) =>
    contacts.map((contact, at) => {
      const office = at === 0 ? [name, division, headcount, fields.join(' ')] : ['', '', '', ''];
      return [code, ...office, contact.name, contact.email, contact.role].join(';');
    }),
  );
  return [header, ...above, ...rows, ''].join('\r\n');
}
