import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvDocument } from '../../reports/documents/csv-document.ts';
import { projectsTable } from '../../reports/documents/projects-table.ts';
import { responsesDocument } from '../../reports/documents/responses-document.ts';

const read = (csv: string): string[][] => parse(csv, { delimiter: ';', bom: true, record_delimiter: '\r\n' });

describe('a CSV file', () => {
  it('begins with a byte order mark and separates by semicolon (T42)', () => {
    const csv = csvDocument(
      { header: ['Amt', 'Straße'], rows: [['004', 'Größe; "zitiert"\nzweite Zeile']] },
      'de',
    );
    expect(csv.startsWith('\ufeffAmt;Straße\r\n')).toBe(true);
    expect(read(csv)[1]).toEqual(['004', 'Größe; "zitiert"\nzweite Zeile']);
  });

  it.each(['=1+1', '+49 30 1', '-5 Stellen', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'never holds a formula: %j becomes text in cells and headers (T41)',
    (text) => {
      const [header, row] = read(csvDocument({ header: [text], rows: [[text]] }, 'de'));
      expect(header).toEqual([`'${text}`]);
      expect(row).toEqual([`'${text}`]);
    },
  );

  it('keeps a negative number a number and leaves a missing one empty (T41)', () => {
    const csv = csvDocument({ header: ['a', 'b', 'c'], rows: [[-5, 66.666667, null]] }, 'de');
    expect(read(csv)[1]).toEqual(['-5', '66,666667', '']);
    expect(read(csvDocument({ header: ['a'], rows: [[0.5]] }, 'en'))[1]).toEqual(['0.5']);
  });

  it('writes a project of an office with a hostile title as text (T41)', () => {
    const project = {
      officeCode: '40',
      officeName: 'Schule und Sport',
      title: '=HYPERLINK("http://evil.example")',
      aim: '',
      field: { de: 'Bildung', en: 'Education' },
      status: null,
      start: '2026-01-01',
      end: '',
      budget: 12000,
      lead: '-',
      risk: '',
    };
    const [, row] = read(csvDocument(projectsTable([project], 'de'), 'de'));
    expect(row?.[2]).toBe(`'=HYPERLINK("http://evil.example")`);
    expect(row?.slice(4, 9)).toEqual(['Bildung', '', '2026-01-01', '', '12000']);
  });
});

describe('the answers file', () => {
  it('writes a plain answer as its value and everything else in full', () => {
    const answers = {
      d1_1: { value: 3 },
      d1_2: { state: 'na', reason: 'elsewhere' },
      d1_4: { value: 2, comment: 'läuft', target: 4 },
      projects: { value: [{ id: 'a', title: 'E-Akte' }] },
    } as const;
    expect(responsesDocument({ pages: [] }, [{ code: '004', answers }])).toEqual([
      {
        office: '004',
        mode: 'official',
        answers: { ...answers, d1_1: 3, projects: [{ id: 'a', title: 'E-Akte' }] },
      },
    ]);
  });
});
