import { describe, expect, it } from 'vitest';
import { divisionReturns, peopleReturn } from '../../client/console/results/people-return.ts';
import type { ResultsDivision, ResultsOffice } from '../../server/results/results.wire.ts';

const office = (divisionId: string | null, invited: number, submissions: number) =>
  ({ divisionId, invited, submissions }) as ResultsOffice;
const division = (officeId: string) => ({ officeId }) as ResultsDivision;

describe('The return of many people', () => {
  it('counts people over offices', () => {
    expect(peopleReturn([office('I', 6, 4), office(null, 3, 0)])).toEqual({ invited: 9, submitted: 4 });
  });

  it('counts by division and leaves out divisions that nobody was asked in', () => {
    const offices = [office('I', 6, 4), office('I', 2, 1), office(null, 3, 0)];
    const returns = divisionReturns({ divisions: [division('I'), division('II')], offices });
    expect(returns).toEqual([{ division: division('I'), invited: 8, submitted: 5 }]);
  });
});
