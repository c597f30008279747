import type { Language, Text } from '../../surveys/plan/plan.ts';
import { formatPercent } from '../numbers/format-number.ts';
import { inBoth, listed } from './sentence.ts';

/** An office as a wave knew it. */
export interface NamedOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface OrganisationFacts {
  /** Asked offices of the older and the newer wave. */
  readonly from: readonly NamedOffice[];
  readonly to: readonly NamedOffice[];
  /** What became of older offices, by id; shares 0–1 of one `from` sum to 1. */
  readonly successors: readonly { readonly from: string; readonly to: string; readonly share: number }[];
  /** Ids of older offices that went nowhere, of newer ones that came from nowhere. */
  readonly onlyFrom: readonly string[];
  readonly onlyTo: readonly string[];
}

interface Part {
  readonly office: NamedOffice;
  readonly share: number;
}

const called = ({ code, name }: NamedOffice) => `${code} ${name}`;

/**
 * The organisation between two waves in sentences: merged, split, renamed, gone, new. In the order of the older
 * offices, then the new ones.
 *
 * @see scoring.md §11
 */
export function organisationSentences(facts: OrganisationFacts): readonly Text[] {
  const newer = new Map(facts.to.map((office) => [office.id, office]));
  return [
    ...facts.from.flatMap((office) => inBothOrNone((language) => fateOf(office, { facts, newer, language }))),
    ...facts.to
      .filter(({ id }) => facts.onlyTo.includes(id))
      .map((office) => inBoth((language) => cameNew(office, language))),
  ];
}

function inBothOrNone(write: (language: Language) => string): readonly Text[] {
  const text = inBoth(write);
  return text.de === '' ? [] : [text];
}

interface Around {
  readonly facts: OrganisationFacts;
  readonly newer: ReadonlyMap<string, NamedOffice>;
  readonly language: Language;
}

/** Empty: nothing happened to it. */
function fateOf(office: NamedOffice, around: Around): string {
  const { facts, newer, language } = around;
  if (facts.onlyFrom.includes(office.id)) return gone(office, language);
  const parts = facts.successors
    .filter(({ from }) => from === office.id)
    .flatMap(({ to, share }): Part[] => {
      const into = newer.get(to);
      return into ? [{ office: into, share }] : [];
    });
  if (parts.length > 1) return split(office, parts, language);
  const into = parts[0]?.office ?? newer.get(office.id);
  if (!into) return '';
  return isJoined(into, office, facts) ? merged(office, into, language) : renamed(office, into, language);
}

/** Whether the newer office is made of others too. */
function isJoined(into: NamedOffice, office: NamedOffice, { from, successors }: OrganisationFacts): boolean {
  if (into.id === office.id) return false;
  const moved = new Set(successors.map((row) => row.from));
  const stayed = from.some(({ id }) => id === into.id && !moved.has(id));
  return stayed || successors.some((row) => row.to === into.id && row.from !== office.id);
}

function merged(office: NamedOffice, into: NamedOffice, language: Language): string {
  return language === 'de'
    ? `${called(office)} ist in ${called(into)} aufgegangen, anteilig übernommen`
    : `${called(office)} became part of ${called(into)}, taken over in proportion`;
}

function renamed(office: NamedOffice, into: NamedOffice, language: Language): string {
  if (called(office) === called(into)) return '';
  return language === 'de'
    ? `${called(office)} heißt jetzt ${called(into)}`
    : `${called(office)} is now ${called(into)}`;
}

function split(office: NamedOffice, parts: readonly Part[], language: Language): string {
  const into = listed(
    parts.map((part) => `${called(part.office)} (${formatPercent(part.share, language)})`),
    language,
  );
  return language === 'de'
    ? `${called(office)} wurde aufgeteilt auf ${into}`
    : `${called(office)} was split into ${into}`;
}

function gone(office: NamedOffice, language: Language): string {
  return language === 'de'
    ? `${called(office)} gibt es in der neueren Erhebung nicht: ohne Vergleich`
    : `${called(office)} is not in the newer wave: no comparison`;
}

function cameNew(office: NamedOffice, language: Language): string {
  return language === 'de'
    ? `${called(office)} ist neu: ohne Vorjahr`
    : `${called(office)} is new: no earlier year`;
}
