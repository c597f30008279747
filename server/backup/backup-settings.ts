import { resolve } from 'node:path';
import { type Reading, setting } from '../setting.ts';
import type { BackupSchedule } from './scheduled-backups.ts';

const usualTime = '02:30';
const usualKeep = 14;

/** The schedule of the backups; null without a folder. */
export function readBackups({ env, report }: Reading): BackupSchedule | null {
  const folder = setting(env, 'PEGEL_BACKUP_FOLDER');
  const time = setting(env, 'PEGEL_BACKUP_TIME') ?? usualTime;
  const keep = setting(env, 'PEGEL_BACKUP_KEEP') ?? String(usualKeep);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    report('PEGEL_BACKUP_TIME', {
      de: `„${time}“ ist keine Uhrzeit wie 02:30.`,
      en: `“${time}” is not a time of the day like 02:30.`,
    });
  }
  if (!/^[1-9]\d{0,3}$/.test(keep)) {
    report('PEGEL_BACKUP_KEEP', {
      de: `„${keep}“ ist keine Anzahl von 1 bis 9999.`,
      en: `“${keep}” is not a number from 1 to 9999.`,
    });
  }
  return folder === null ? null : { folder: resolve(folder), time, keep: Number(keep) };
}
