import type { HealthReport } from './health.wire.ts';
import type { Report } from './report.ts';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The report as JSON. */
export function reportDocument(report: Report): HealthReport {
  const { at, mail, backups, jobs, findings, ...facts } = report;
  return {
    ...facts,
    at: at.toISOString(),
    mail: { ...mail, pausedSince: iso(mail.pausedSince) },
    backups:
      backups === null
        ? null
        : {
            folder: backups.folder,
            last:
              backups.last === null
                ? null
                : {
                    finishedAt: backups.last.finishedAt.toISOString(),
                    file: backups.last.file,
                    bytes: backups.last.bytes,
                  },
            failure:
              backups.failure === null
                ? null
                : { at: backups.failure.at.toISOString(), error: backups.failure.error },
          },
    jobs: jobs.map(({ name, lastSuccessAt, failingSince }) => ({
      name,
      lastSuccessAt: iso(lastSuccessAt),
      failingSince: iso(failingSince),
    })),
    findings: findings.map(({ id, severity, detail }) => ({ id, severity, detail: { ...detail } })),
  };
}
