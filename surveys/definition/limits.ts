import type { DefinitionProblem } from './problem.ts';
import { pointerOf } from './problem.ts';

/** Bounds that hold before anything else looks at a questionnaire (threats T21–T24). */
export const definitionLimits = {
  depth: 24,
  nodes: 60_000,
  characters: 2_000_000,
  textLength: 5_000,
  nameLength: 64,
  pages: 100,
  elementsPerContainer: 300,
  questions: 1_000,
  choices: 100,
  panelDepth: 5,
  rows: 200,
  matrixRows: 300,
  expressionLength: 2_000,
  expressionNesting: 8,
  textAnswerLength: 20_000,
} as const;

interface Node {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}

const dangerousKeys: ReadonlySet<string> = new Set([
  'prototype',
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Whether a name is one that JavaScript objects already know, such as `__proto__` or `toString`. */
export function isDangerousName(name: string): boolean {
  return dangerousKeys.has(name);
}

/**
 * Size, depth and dangerous keys of a questionnaire; stops at the first problem.
 *
 * @returns the problem, or null when the document is small and harmless enough to be read
 */
export function problemOfSize(json: unknown): DefinitionProblem | null {
  const open: Node[] = [{ value: json, path: [] }];
  let nodes = 0;
  let characters = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    nodes += 1;
    if (nodes > definitionLimits.nodes) return tooBig(node.path, 'nodes');
    if (node.path.length > definitionLimits.depth) return tooBig(node.path, 'depth');
    if (typeof node.value === 'string') {
      characters += node.value.length;
      if (characters > definitionLimits.characters) return tooBig(node.path, 'characters');
    } else if (typeof node.value === 'object' && node.value !== null) {
      if (Array.isArray(node.value) && node.value.length > definitionLimits.nodes)
        return tooBig(node.path, 'nodes');
      const problem = openChildren(node, open);
      if (problem) return problem;
    }
  }
  return null;
}

function openChildren(node: Node, open: Node[]): DefinitionProblem | null {
  for (const [key, value] of Object.entries(Object(node.value))) {
    const path = [...node.path, Array.isArray(node.value) ? Number(key) : key.slice(0, 80)];
    if (!Array.isArray(node.value) && isDangerousName(key)) return dangerous(path, key);
    open.push({ value, path });
  }
  return null;
}

function dangerous(path: readonly PropertyKey[], key: string): DefinitionProblem {
  return {
    pointer: pointerOf(path),
    detail: { de: `Der Name „${key}“ ist nicht erlaubt.`, en: `The name "${key}" is not allowed.` },
  };
}

function tooBig(path: readonly PropertyKey[], limit: 'nodes' | 'depth' | 'characters'): DefinitionProblem {
  const bound = definitionLimits[limit];
  const de = { nodes: 'Einträge', depth: 'Ebenen', characters: 'Zeichen' }[limit];
  const en = { nodes: 'entries', depth: 'levels', characters: 'characters' }[limit];
  return {
    pointer: pointerOf(path.slice(0, definitionLimits.depth)),
    detail: {
      de: `Der Fragebogen ist zu groß: Erlaubt sind höchstens ${bound} ${de}.`,
      en: `The questionnaire is too big: at most ${bound} ${en} are allowed.`,
    },
  };
}
