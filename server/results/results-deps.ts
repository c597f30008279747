import type { KeptUnder, OfficeFiguresRecord } from '../figures/office-figures.ts';
import type { Response } from '../responses/response.ts';
import type { ScoresDeps } from '../scores/scores-deps.ts';

export interface ResultsDeps extends ScoresDeps {
  readCity(): Promise<{ readonly city: string }>;
  findFigures(under: KeptUnder, officeId: string): Promise<OfficeFiguresRecord | null>;
  /** Mode official. */
  findResponse(waveId: string, officeId: string): Promise<Response | null>;
}
