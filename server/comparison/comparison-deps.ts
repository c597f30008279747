import type { Catalog } from '../questionnaires/catalog.ts';
import type { ShownFigures } from '../scores/shown-figures.ts';
import type { StartedWave, Wave } from '../waves/wave.ts';
import type { SuccessorsStore } from './successors-store.ts';

export interface ComparisonDeps {
  readonly store: SuccessorsStore;
  readonly catalog: Catalog;
  readCity(): Promise<{ readonly city: string }>;
  findWave(id: string): Promise<Wave | null>;
  /** What may be shown of a wave. */
  shownFigures(wave: StartedWave): Promise<ShownFigures>;
}
