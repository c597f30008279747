import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Cron } from 'croner';
import type { Job } from '../jobs/job.ts';
import type { BackupsStore } from './backups-store.ts';
import { type BackupDeps, writeBackup } from './write-backup.ts';

export interface BackupSchedule {
  /** Absolute path. */
  readonly folder: string;
  /** Local time of the day, `02:30`. */
  readonly time: string;
  /** How many files are kept. */
  readonly keep: number;
}

export interface ScheduledBackupsDeps extends BackupDeps {
  readonly backups: BackupsStore;
  readonly schedule: BackupSchedule;
  readonly timeZone: string;
  readonly signal: AbortSignal;
  failed(error: unknown): void;
}

const retryMs = 3_600_000;
const dayMs = 24 * 3_600_000;
const ownName = /^pegel-\d{8}-\d{6}\.pegel$/;

/** Whether a backup is due: none since the last time of the day it should have been made, and no failure of this hour. */
export async function backupIsDue(
  { backups, schedule, timeZone }: Pick<ScheduledBackupsDeps, 'backups' | 'schedule' | 'timeZone'>,
  now: Date,
): Promise<boolean> {
  const [last, failure] = await Promise.all([backups.last(), backups.lastFailure()]);
  if (failure !== null && now.getTime() - failure.at.getTime() < retryMs) return false;
  return last === null || last.finishedAt < lastDueTime(schedule.time, timeZone, now);
}

function lastDueTime(time: string, timeZone: string, now: Date): Date {
  const [hour, minute] = time.split(':').map(Number);
  const cron = new Cron(`${minute} ${hour} * * *`, { timezone: timeZone, paused: true });
  const first = cron.nextRun(new Date(now.getTime() - 2 * dayMs)) ?? now;
  let due = first;
  for (let next: Date | null = first; next !== null && next <= now; next = cron.nextRun(next)) due = next;
  return due;
}

/**
 * The job that backs up every day, by whichever instance is on duty, also after the server was down over the time. The
 * work itself goes on beside the other jobs.
 */
export function scheduledBackupsJob(deps: ScheduledBackupsDeps): Job & { underWay(): Promise<void> } {
  let running: Promise<void> | null = null;
  return {
    name: 'scheduledBackups',
    everySeconds: 60,
    async run(now) {
      if (running !== null || !(await backupIsDue(deps, now))) return;
      running = backUp(deps, now).finally(() => {
        running = null;
      });
    },
    underWay: async () => {
      await running;
    },
  };
}

async function backUp(deps: ScheduledBackupsDeps, now: Date): Promise<void> {
  const { folder } = deps.schedule;
  try {
    const file = join(folder, fileNameOf(now));
    await writeBackup(deps, { file, force: true, signal: deps.signal });
    await removeOldest(deps.schedule);
  } catch (error) {
    if (deps.signal.aborted) return;
    deps.failed(error);
    await deps.backups.keepFailure({ at: now, error: String(error) }).catch(() => undefined);
  }
}

const fileNameOf = (now: Date) =>
  `pegel-${now
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .replace('T', '-')}.pegel`;

/** Only files of its own kind, and never the newest. */
async function removeOldest({ folder, keep }: BackupSchedule): Promise<void> {
  const own = (await readdir(folder)).filter((name) => ownName.test(name)).sort();
  for (const name of own.slice(0, Math.max(0, own.length - Math.max(1, keep)))) {
    await rm(join(folder, name));
  }
}
