import { describe, expect, it } from 'vitest';
import { choiceOf, chooseAll, idsWithin, officeTree } from '../../client/console/waves/division-tree.ts';

const compareText = (a: string, b: string) => a.localeCompare(b, 'de', { numeric: true });
const office = (id: string, parentId: string | null) => ({ id, code: id, name: id, parentId });
const offices = [
  office('40', 'II'),
  office('9', 'I'),
  office('10', 'I'),
  office('I', null),
  office('II', null),
];

describe('Choosing who is asked', () => {
  it('shows offices below their division in the order of their codes', () => {
    const tree = officeTree(offices, compareText);
    expect(tree.map((node) => [node.office.id, ...node.children.map((child) => child.office.id)])).toEqual([
      ['I', '9', '10'],
      ['II', '40'],
    ]);
  });

  it('puts an office with an unknown parent at the top', () => {
    expect(officeTree([office('7', 'gone')], compareText).map((node) => node.office.id)).toEqual(['7']);
  });

  it('counts the chosen offices of a division', () => {
    const [first] = officeTree(offices, compareText);
    const ids = first === undefined ? [] : idsWithin(first, (node) => node.children.length === 0);
    expect(ids).toEqual(['9', '10']);
    expect(choiceOf(ids, new Set(['10', '40']))).toEqual({ chosen: 1, all: 2 });
  });

  it('ticks and clears a whole division without touching the others', () => {
    const ticked = chooseAll(['40', '9'], { ids: ['9', '10'], on: true });
    expect(ticked).toEqual(['40', '9', '10']);
    expect(chooseAll(ticked, { ids: ['9', '10'], on: false })).toEqual(['40']);
  });
});
