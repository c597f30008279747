import { Refusal, type RefusalError } from '../../refusal.ts';
import { blockPlaceholders, placeholderForm } from './placeholders.ts';
import type { Template } from './template.ts';
import { kindRules, type TemplateKind } from './template-kinds.ts';

type Field = keyof Template;

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholderForm)].map(([, name = '']) => name);

const written = (name: string): string => `{${name}}`;

function unknownName(field: Field, name: string, allowed: readonly string[]): RefusalError {
  return {
    pointer: `#/${field}`,
    detail: {
      de: `Den Platzhalter ${written(name)} gibt es hier nicht. Erlaubt: ${allowed.map(written).join(', ')}.`,
      en: `There is no placeholder ${written(name)} here. Allowed: ${allowed.map(written).join(', ')}.`,
    },
    allowed: allowed.map(written),
  };
}

function unknownNames(field: Field, text: string, allowed: readonly string[]): readonly RefusalError[] {
  const wrong = new Set(namesIn(text).filter((name) => !allowed.includes(name)));
  return [...wrong].slice(0, 10).map((name) => unknownName(field, name, allowed));
}

function notAlone(body: string): readonly RefusalError[] {
  const lines = body.split('\n').map((line) => line.trim());
  const wrong = [...blockPlaceholders].filter((name) =>
    lines.some((line) => line.includes(written(name)) && line !== written(name)),
  );
  return wrong.map((name) => ({
    pointer: '#/body',
    detail: {
      de: `${written(name)} steht allein in einer Zeile.`,
      en: `${written(name)} stands alone on its line.`,
    },
  }));
}

function missing(kind: TemplateKind, body: string): readonly RefusalError[] {
  const there = namesIn(body);
  const absent = kindRules[kind].required.filter((name) => !there.includes(name));
  return absent.map((name) => ({
    pointer: '#/body',
    detail: {
      de: `Der Platzhalter ${written(name)} fehlt. Ohne ihn wäre die Nachricht nicht vollständig.`,
      en: `The placeholder ${written(name)} is missing. Without it the message would not be complete.`,
    },
  }));
}

/** What is wrong with a template, by field; empty when it can be used. */
export function templateProblems(kind: TemplateKind, { subject, body }: Template): readonly RefusalError[] {
  const allowed = kindRules[kind].placeholders;
  const inSubject = allowed.filter((name) => !blockPlaceholders.has(name) || name === 'invitation');
  return [
    ...unknownNames('subject', subject, inSubject),
    ...unknownNames('body', body, allowed),
    ...notAlone(body),
    ...missing(kind, body),
  ];
}

/** @throws Refusal `malformed-request` that names every wrong placeholder and the allowed ones */
export function checkTemplate(kind: TemplateKind, template: Template): void {
  const errors = templateProblems(kind, template);
  if (errors.length === 0) return;
  const detail = {
    de: 'Mit diesem Text kann die Nachricht nicht gesendet werden. Die Gründe stehen an den Feldern.',
    en: 'The message cannot be sent with this text. The reasons stand at the fields.',
  };
  throw new Refusal('malformed-request', detail, { errors });
}
