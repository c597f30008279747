import type {
  ResultsDivision,
  ResultsOffice,
  ResultsResponse,
} from '../../../server/results/results.wire.ts';

/** How many people were asked and have submitted. */
export interface PeopleReturn {
  readonly invited: number;
  readonly submitted: number;
}

export interface DivisionReturn extends PeopleReturn {
  readonly division: ResultsDivision;
}

export function peopleReturn(offices: readonly ResultsOffice[]): PeopleReturn {
  return {
    invited: offices.reduce((sum, office) => sum + office.invited, 0),
    submitted: offices.reduce((sum, office) => sum + office.submissions, 0),
  };
}

/** The return by division, over the offices right below it. */
export function divisionReturns({
  divisions,
  offices,
}: Pick<ResultsResponse, 'divisions' | 'offices'>): readonly DivisionReturn[] {
  return divisions
    .map((division) => ({
      division,
      ...peopleReturn(offices.filter((office) => office.divisionId === division.officeId)),
    }))
    .filter(({ invited }) => invited > 0);
}
