/** The console's pages by their readable addresses, in the order they are tried. */
const routes = {
  overview: '/',
  setup: '/einrichten/:token',
  signIn: '/anmelden',
  waves: '/erhebungen',
  newWave: '/erhebungen/neu',
  wave: '/erhebungen/:id',
  wavePreview: '/erhebungen/:id/vorschau',
  outbox: '/erhebungen/:id/nachrichten',
  reminders: '/erhebungen/:id/erinnerungen',
  resultsList: '/ergebnisse',
  results: '/ergebnisse/:id',
  officeResults: '/ergebnisse/:id/amt/:officeId',
  compareEarlier: '/ergebnisse/:id/vergleich',
  compare: '/ergebnisse/:id/vergleich/:fromId',
  method: '/methode',
  offices: '/aemter',
  importOffices: '/aemter/einlesen',
  newOffice: '/aemter/neu',
  office: '/aemter/:id',
  questionnaires: '/frageboegen',
  questionnaire: '/frageboegen/:id/:version',
  questionnairePreview: '/frageboegen/:id/:version/vorschau',
  settings: '/einstellungen',
} as const;

export type RouteName = keyof typeof routes;

export interface Match {
  readonly name: RouteName | 'unknown';
  readonly param: (name: string) => string;
}

function paramsOf(pattern: string, path: string): Map<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params.set(part.slice(1), value);
    else if (part !== value) return null;
  }
  return params;
}

export function matchRoute(path: string): Match {
  const names = Object.keys(routes).filter((name): name is RouteName => name in routes);
  for (const name of names) {
    const params = paramsOf(routes[name], path);
    if (params !== null) return { name, param: (key) => params.get(key) ?? '' };
  }
  return { name: 'unknown', param: () => '' };
}

/** The navigation, in its order; `section` is the first part of the address. */
export const sections = [
  { section: '', href: '/', label: 'nav.overview' },
  { section: 'erhebungen', href: '/erhebungen', label: 'nav.waves' },
  { section: 'ergebnisse', href: '/ergebnisse', label: 'nav.results' },
  { section: 'aemter', href: '/aemter', label: 'nav.offices' },
  { section: 'frageboegen', href: '/frageboegen', label: 'nav.questionnaires' },
  { section: 'einstellungen', href: '/einstellungen', label: 'nav.settings' },
] as const;
