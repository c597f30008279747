import { setTimeout } from 'node:timers/promises';
import { formatDate } from '../../../reports/numbers/format-date.ts';
import type { Text } from '../../../surveys/plan/plan.ts';
import { successorsResponse } from '../../comparison/comparison.wire.ts';
import { outboxResponse } from '../../mail/mail.wire.ts';
import { importResponse, officesResponse } from '../../offices/offices.wire.ts';
import { questionnairesResponse } from '../../questionnaires/questionnaires.wire.ts';
import { type ResultsResponse, resultsResponse } from '../../results/results.wire.ts';
import { type WaveResponse, waveResponse } from '../../waves/waves.wire.ts';
import { answerAsOffice, type OfficeVisit } from './answer-as-office.ts';
import type { DemoClient } from './demo-client.ts';
import { inParallel } from './in-parallel.ts';
import { musterstadtBefore, successorsCsv } from './last-year.ts';
import { type DemoOffice, divisions, musterstadt, officesCsv } from './musterstadt.ts';
import { officerSession } from './officer-session.ts';

export interface Population {
  readonly url: string;
  readonly setupLink: string;
  readonly now: () => Date;
  /** Lets time pass until today; before that it is a year ago. */
  passYear(): void;
  /** Lets due work run now. */
  tick(): Promise<void>;
  progress(line: Text): void;
  /** Aborted: no further step is begun. */
  readonly stop: AbortSignal;
}

export interface Populated {
  /** Of this year's wave. */
  readonly results: ResultsResponse;
  /** Links of offices that have not submitted, to try the answering page with. */
  readonly openLinks: readonly { readonly office: string; readonly link: string }[];
}

const daysToAnswer = 21;
const atOnce = 4;
const polls = 600;
const pollMs = 100;

/** Ids of the offices, by code. */
async function importOffices(
  officer: DemoClient,
  city: readonly DemoOffice[],
  { progress }: Population,
): Promise<ReadonlyMap<string, string>> {
  const request = {
    method: 'POST',
    path: '/api/offices/import',
    body: officesCsv(city),
    type: 'text/csv',
  } as const;
  const { contacts } = await officer.send(request, importResponse);
  const { offices } = await officer.get('/api/offices', officesResponse);
  const people = contacts.created;
  progress({
    de: `Ämter eingelesen: ${city.length} in ${divisions.length} Dezernaten, neue Personen: ${people}`,
    en: `Offices imported: ${city.length} in ${divisions.length} divisions, new people: ${people}`,
  });
  return new Map(offices.map(({ code, id }) => [code, id]));
}

async function openWave(
  officer: DemoClient,
  officeIds: readonly string[],
  { now, progress }: Population,
): Promise<WaveResponse> {
  const { questionnaires } = await officer.get('/api/questionnaires', questionnairesResponse);
  const [questionnaire] = questionnaires;
  if (questionnaire === undefined) throw new Error('the catalog holds no questionnaire');
  const deadline = new Date(now().getTime() + daysToAnswer * 86_400_000).toISOString().slice(0, 10);
  const { id, version, title } = questionnaire;
  const wave = {
    title: `Erhebung ${now().getUTCFullYear()}`,
    questionnaire: { id, version },
    officeIds,
    deadline,
    language: 'de',
  };
  const drafted = await officer.send({ method: 'POST', path: '/api/waves', body: wave }, waveResponse);
  const opening = {
    method: 'POST',
    path: `/api/waves/${drafted.id}/open`,
    body: { revision: drafted.revision },
  } as const;
  const opened = await officer.send(opening, waveResponse);
  progress({
    de: `„${opened.title}“ geöffnet: ${title.de}, ${officeIds.length} Ämter, Frist ${formatDate(deadline, 'de')}`,
    en: `“${opened.title}” opened: ${title.en}, ${officeIds.length} offices, deadline ${formatDate(deadline, 'en')}`,
  });
  return opened;
}

/** Link by address, as the mails hold it, once every invitation is in the outbox folder. */
async function linksOf(
  officer: DemoClient,
  wave: WaveResponse,
  { tick, progress, stop }: Population,
): Promise<ReadonlyMap<string, string>> {
  for (let poll = 0; poll < polls; poll += 1) {
    stop.throwIfAborted();
    await tick();
    const { mails } = await officer.get(`/api/outbox?waveId=${wave.id}`, outboxResponse);
    const sent = mails.filter(({ kind, state }) => kind === 'invitation' && state === 'sent');
    if (sent.length >= wave.counts.invitations && sent.length > 0) {
      progress({
        de: `Einladungen zugestellt: ${sent.length} von ${wave.counts.invitations}`,
        en: `Invitations delivered: ${sent.length} of ${wave.counts.invitations}`,
      });
      return new Map(sent.map(({ to, link }) => [to, link ?? '']));
    }
    await setTimeout(pollMs);
  }
  throw new Error('the invitations were not delivered in time');
}

function visitsOf(
  url: string,
  city: readonly DemoOffice[],
  links: ReadonlyMap<string, string>,
): readonly OfficeVisit[] {
  return city.map((office) => ({
    url,
    office,
    links: office.contacts.flatMap(({ email }) => links.get(email) ?? []),
  }));
}

async function answerAll(visits: readonly OfficeVisit[], { progress, stop }: Population): Promise<void> {
  const all = visits.length;
  let done = 0;
  await inParallel(visits, atOnce, async (visit) => {
    stop.throwIfAborted();
    await answerAsOffice(visit);
    done += 1;
    if (done % 6 !== 0 && done !== all) return;
    progress({ de: `Ämter antworten: ${done} von ${all}`, en: `Offices answer: ${done} of ${all}` });
  });
}

interface AnsweredWave {
  readonly wave: WaveResponse;
  readonly visits: readonly OfficeVisit[];
}

/** One wave from the list of offices to their answers. */
async function runWave(
  officer: DemoClient,
  city: readonly DemoOffice[],
  population: Population,
): Promise<AnsweredWave> {
  const ids = await importOffices(officer, city, population);
  const officeIds = city.flatMap(({ code }) => ids.get(code) ?? []);
  const wave = await openWave(officer, officeIds, population);
  const visits = visitsOf(population.url, city, await linksOf(officer, wave, population));
  await answerAll(visits, population);
  return { wave, visits };
}

/** Last year's wave ends. */
async function endYear(officer: DemoClient, { id }: WaveResponse, { progress }: Population): Promise<void> {
  const { revision, title } = await officer.get(`/api/waves/${id}`, waveResponse);
  const closing = { method: 'POST', path: `/api/waves/${id}/close`, body: { revision } } as const;
  await officer.send(closing, waveResponse);
  progress({ de: `„${title}“ geschlossen; ein Jahr vergeht`, en: `“${title}” closed; a year passes` });
}

/** Fills an empty Pegel with two years of Musterstadt, as people would: through the HTTP interface alone. */
export async function populate(population: Population): Promise<Populated> {
  const officer = await officerSession(population.url, population.setupLink);
  population.progress({ de: 'Konto angelegt', en: 'Account created' });
  const before = await runWave(officer, musterstadtBefore, population);
  await endYear(officer, before.wave, population);
  population.passYear();
  const { wave, visits } = await runWave(officer, musterstadt, population);
  const path = `/api/compare/successors?from=${before.wave.id}&to=${wave.id}`;
  await officer.send({ method: 'PUT', path, body: successorsCsv, type: 'text/csv' }, successorsResponse);
  const results = await officer.get(`/api/waves/${wave.id}/results`, resultsResponse);
  const openLinks = visits.flatMap(({ office, links }) =>
    office.ends === 'submitted' || links[0] === undefined
      ? []
      : [{ office: `${office.code} ${office.name}`, link: links[0] }],
  );
  return { results, openLinks };
}
