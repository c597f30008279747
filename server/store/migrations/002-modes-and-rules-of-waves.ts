import type { Connection } from 'mongoose';
import type { Migration } from './migration.ts';

/**
 * Waves of the first release know neither mode several nor targets, nor the rules they are scored with; their kept
 * scores have another shape and are made again from the answers.
 */
export const modesAndRulesOfWaves: Migration = {
  number: 2,
  name: 'modes and rules of waves',
  async run(connection: Connection) {
    const waves = connection.collection('waves');
    await waves.updateMany({ several: { $exists: false } }, { $set: { several: null } });
    await waves.updateMany({ targets: { $exists: false } }, { $set: { targets: {} } });
    const started = { rules: { $exists: false }, openedAt: { $ne: null } };
    await waves.updateMany(started, { $set: { rules: '2026.1' } });
    await connection.collection('officeScores').drop();
  },
};
