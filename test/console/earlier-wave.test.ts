import { describe, expect, it } from 'vitest';
import { earlierWave } from '../../client/console/results/earlier-wave.ts';
import type { WaveResponse } from '../../server/waves/waves.wire.ts';

const wave = (id: string, facts: Partial<WaveResponse>) =>
  ({
    id,
    mode: 'official',
    state: 'closed',
    openedAt: `${id}-09-01T08:00:00.000Z`,
    ...facts,
  }) as WaveResponse;

describe('The wave to compare with', () => {
  it('is the one opened last before', () => {
    const waves = [wave('2026', { state: 'open' }), wave('2024', {}), wave('2025', {})];
    expect(earlierWave(waves, '2026')?.id).toBe('2025');
    expect(earlierWave(waves, '2024')).toBeUndefined();
  });

  it('is of the same mode and not a draft', () => {
    const waves = [
      wave('2026', {}),
      wave('2025', { mode: 'several' }),
      wave('2024', { state: 'draft', openedAt: null }),
    ];
    expect(earlierWave(waves, '2026')).toBeUndefined();
  });

  it('waits until the answers of many people are closed', () => {
    const many = [wave('2026', { mode: 'several', state: 'open' }), wave('2025', { mode: 'several' })];
    expect(earlierWave(many, '2026')).toBeUndefined();
    const closed = [wave('2026', { mode: 'several' }), wave('2025', { mode: 'several' })];
    expect(earlierWave(closed, '2026')?.id).toBe('2025');
  });
});
