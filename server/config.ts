import { resolve } from 'node:path';
import type { Text } from '../surveys/plan/plan.ts';
import { readBackups } from './backup/backup-settings.ts';
import type { BackupSchedule } from './backup/scheduled-backups.ts';
import { emailAddress } from './http/shapes.ts';
import { Refusal, type RefusalError } from './refusal.ts';
import { readHolidays } from './reminders/holidays-setting.ts';
import type { Region } from './reminders/regions.ts';
import { type Environment, type Reading, setting } from './setting.ts';

/** Settings of one Pegel, read once at start; see README "Settings". */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** What links in mails begin with; no slash at the end. */
  readonly url: string;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Null: made at first start in the data folder. */
  readonly secret: Buffer | null;
  readonly timeZone: string;
  /** Whose public holidays are kept free of mails, unless a wave says otherwise. */
  readonly holidays: Region;
  /** Value of express' `trust proxy`: how many proxies stand in front, or their addresses. */
  readonly trustProxy: false | number | readonly string[];
  readonly mongodbUri: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Null: no backups by themselves. */
  readonly backups: BackupSchedule | null;
  /** Null: no metrics. */
  readonly metricsToken: string | null;
  readonly logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const leastSecretBytes = 32;

/**
 * Reads the settings.
 *
 * @throws Refusal that lists every bad setting; values that may hold a password are not repeated
 */
export function readConfig(env: Environment): Config {
  const problems: RefusalError[] = [];
  const report = (name: string, detail: Text) => problems.push({ pointer: `#/${name}`, detail });
  const reading: Reading = { env, report };
  const port = readPort(reading);
  const given = {
    port,
    host: setting(env, 'PEGEL_HOST') ?? '127.0.0.1',
    url: readUrl(reading) ?? `http://localhost:${port}`,
    dataFolder: resolve(setting(env, 'PEGEL_DATA') ?? './data'),
    secret: readSecretSetting(reading),
    timeZone: readTimeZone(reading),
    holidays: readHolidays(reading),
    trustProxy: readTrustProxy(reading),
    mongodbUri: readAddress(reading, 'MONGODB_URI', /^mongodb(\+srv)?:\/\/\S+$/),
    smtpUrl: readAddress(reading, 'SMTP_URL', /^smtps?:\/\/\S+$/),
    mailFrom: readMailFrom(reading),
    backups: readBackups(reading),
    metricsToken: readMetricsToken(reading),
    logLevel: readLogLevel(reading),
  };
  reportCombinations(given, reading);
  if (problems.length > 0) throw badSettings(problems);
  return Object.freeze(given);
}

function badSettings(errors: readonly RefusalError[]): Refusal {
  const names = errors.map((one) => one.pointer.slice(2)).join(', ');
  return new Refusal(
    'malformed-request',
    {
      de: `Pegel startet nicht, weil Einstellungen nicht stimmen: ${names}.`,
      en: `Pegel does not start because settings are wrong: ${names}.`,
    },
    { errors },
  );
}

function readPort({ env, report }: Reading): number {
  const value = setting(env, 'PORT');
  if (value === null) return 3000;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
  if (port >= 0 && port <= 65_535) return port;
  report('PORT', {
    de: `„${value}“ ist keine Portnummer. Erlaubt: 0 bis 65535.`,
    en: `“${value}” is not a port number. Allowed: 0 to 65535.`,
  });
  return 0;
}

function readUrl({ env, report }: Reading): string | null {
  const value = setting(env, 'PEGEL_URL');
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (url && plain && /^https?:$/.test(url.protocol)) return url.origin;
  report('PEGEL_URL', {
    de: `„${value}“ ist keine Adresse der Form https://pegel.stadt.example (ohne Pfad).`,
    en: `“${value}” is not an address like https://pegel.stadt.example (without path).`,
  });
  return null;
}

function readSecretSetting({ env, report }: Reading): Buffer | null {
  const value = setting(env, 'PEGEL_SECRET');
  if (value === null) return null;
  const secret = Buffer.from(value, 'utf8');
  if (secret.length >= leastSecretBytes) return secret;
  report('PEGEL_SECRET', {
    de: `Das Geheimnis hat ${secret.length} Bytes. Es braucht mindestens ${leastSecretBytes}, zum Beispiel aus „openssl rand -base64 32“.`,
    en: `The secret has ${secret.length} bytes. It needs at least ${leastSecretBytes}, for example from “openssl rand -base64 32”.`,
  });
  return null;
}

function readTimeZone({ env, report }: Reading): string {
  const value = setting(env, 'PEGEL_TIMEZONE') ?? 'Europe/Berlin';
  try {
    return new Intl.DateTimeFormat('de', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    report('PEGEL_TIMEZONE', {
      de: `„${value}“ ist keine Zeitzone wie Europe/Berlin.`,
      en: `“${value}” is not a time zone like Europe/Berlin.`,
    });
    return 'Europe/Berlin';
  }
}

const namedNetworks = ['loopback', 'linklocal', 'uniquelocal'];
const networkAddress = /^[0-9a-f.:]+(\/\d{1,3})?$/i;

function readTrustProxy({ env, report }: Reading): Config['trustProxy'] {
  const value = setting(env, 'PEGEL_TRUST_PROXY');
  if (value === null || value === '0' || value === 'false') return false;
  if (/^\d$/.test(value)) return Number(value);
  const parts = value.split(',').map((part) => part.trim());
  if (parts.every((part) => namedNetworks.includes(part) || isNetwork(part))) return parts;
  report('PEGEL_TRUST_PROXY', {
    de: `„${value}“ ist nicht erlaubt. Erlaubt: die Zahl der Proxys davor (1 bis 9) oder ihre Adressen, zum Beispiel 10.0.0.5 oder loopback.`,
    en: `“${value}” is not allowed. Allowed: how many proxies stand in front (1 to 9) or their addresses, for example 10.0.0.5 or loopback.`,
  });
  return false;
}

const isNetwork = (part: string) => networkAddress.test(part) && /[.:]/.test(part);

function readAddress({ env, report }: Reading, name: string, form: RegExp): string | null {
  const value = setting(env, name);
  if (value === null) return null;
  if (form.test(value) && (name !== 'SMTP_URL' || hostOf(value) !== null)) return value;
  const example = name === 'SMTP_URL' ? 'smtp://mail.stadt.example:587' : 'mongodb://db.stadt.example/pegel';
  report(name, {
    de: `Das ist keine Adresse der Form ${example}.`,
    en: `This is not an address like ${example}.`,
  });
  return null;
}

function readMailFrom({ env, report }: Reading): string | null {
  const value = setting(env, 'MAIL_FROM');
  if (value === null) return null;
  const address = /^[^<>"\r\n]*<([^<>]+)>$/.exec(value)?.[1] ?? value;
  if (emailAddress.safeParse(address).success) return value;
  report('MAIL_FROM', {
    de: `„${value}“ ist kein Absender wie pegel@stadt.example oder Pegel <pegel@stadt.example>.`,
    en: `“${value}” is not a sender like pegel@stadt.example or Pegel <pegel@stadt.example>.`,
  });
  return null;
}

const leastTokenLength = 16;

function readMetricsToken({ env, report }: Reading): string | null {
  const value = setting(env, 'PEGEL_METRICS_TOKEN');
  if (value === null || value.length >= leastTokenLength) return value;
  report('PEGEL_METRICS_TOKEN', {
    de: `Das Token hat ${value.length} Zeichen. Es braucht mindestens ${leastTokenLength}.`,
    en: `The token has ${value.length} characters. It needs at least ${leastTokenLength}.`,
  });
  return null;
}

function readLogLevel({ env, report }: Reading): LogLevel {
  const value = setting(env, 'PEGEL_LOG_LEVEL') ?? 'info';
  const known = logLevels.find((level) => level === value);
  if (known !== undefined) return known;
  report('PEGEL_LOG_LEVEL', {
    de: `„${value}“ ist keine Stufe des Protokolls. Erlaubt: ${logLevels.join(', ')}.`,
    en: `“${value}” is no log level. Allowed: ${logLevels.join(', ')}.`,
  });
  return 'info';
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname || null : null;
}

function isLoopback(address: string): boolean {
  const host = hostOf(address) ?? '';
  return host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[::1\]$)/.test(host);
}

function reportCombinations(config: Config, { env, report }: Reading): void {
  if (config.mongodbUri !== null && setting(env, 'PEGEL_SECRET') === null) {
    report('PEGEL_SECRET', {
      de: 'Mit MONGODB_URI muss PEGEL_SECRET gesetzt sein (mindestens 32 Bytes), damit alle Instanzen dieselben Links prüfen.',
      en: 'With MONGODB_URI, PEGEL_SECRET must be set (at least 32 bytes), so that all instances check the same links.',
    });
  }
  const mailsLeave = config.smtpUrl !== null && !isLoopback(config.smtpUrl);
  const urlIsBad = setting(env, 'PEGEL_URL') !== null && URL.canParse(setting(env, 'PEGEL_URL') ?? '');
  if (mailsLeave && (setting(env, 'PEGEL_URL') === null || (urlIsBad && isLoopback(config.url)))) {
    report('PEGEL_URL', {
      de: 'Mails gehen über SMTP_URL an andere Rechner. Deshalb muss PEGEL_URL die Adresse sein, unter der diese Pegel erreichen.',
      en: 'Mails go to other machines through SMTP_URL. So PEGEL_URL must be the address at which those reach Pegel.',
    });
  }
}
