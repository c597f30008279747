import type { Router } from 'express';
import { accountsRoutes } from './accounts/accounts.routes.ts';
import { officerOfSession, officerOfToken } from './accounts/find-officer.ts';
import type { Ground } from './ground.ts';
import type { OfficerDeps } from './http/officer.ts';
import { type RateLimitDeps, setupLimits, signInLimits } from './http/rate-limits.ts';
import type { Job } from './jobs/job.ts';
import type { MailTransport } from './mail/transport.ts';
import { healImports } from './offices/heal-imports.ts';
import { officesRoutes } from './offices/offices.routes.ts';
import type { OfficesResponse } from './offices/offices.wire.ts';
import type { Catalog } from './questionnaires/catalog.ts';
import { questionnairesRoutes } from './questionnaires/questionnaires.routes.ts';
import { settingsRoutes } from './settings/settings.routes.ts';
import type { Stores } from './stores.ts';

export interface ConsoleRooms {
  readonly routers: readonly Router[];
  readonly jobs: readonly Job[];
  readonly officers: OfficerDeps;
  readonly rateLimits: RateLimitDeps;
}

/** Accounts, settings, offices and questionnaires: what the officer sets up before the first wave. */
export function consoleRooms(ground: Ground, stores: Stores, transport: MailTransport): ConsoleRooms {
  const { catalog, now } = ground;
  const { accounts, tokens, settings, offices, imports } = stores;
  const rateLimits = { store: stores.rateLimits, now };
  const officers: OfficerDeps = {
    officerOfSession: (session) => officerOfSession(accounts, session),
    officerOfToken: (token) => officerOfToken({ accounts, tokens }, token),
  };
  const routers = [
    accountsRoutes({
      url: ground.config.url,
      accounts,
      tokens,
      now,
      officers,
      readCity: settings.readCity,
      writeCity: settings.writeCity,
      signInLimits: signInLimits(rateLimits),
      setupLimits: setupLimits(rateLimits),
    }),
    settingsRoutes({ settings, fixed: fixedSettings(ground, transport) }),
    officesRoutes({
      offices,
      imports,
      now,
      fields: tagsOf(catalog),
      fieldIds: fieldIdsOf(catalog),
      officeIsInWave: (id) => officeIsInWave(stores, id),
    }),
    questionnairesRoutes({ catalog }),
  ];
  return { routers, jobs: [healImports({ offices, imports })], officers, rateLimits };
}

function fixedSettings({ config, version, storeKind }: Ground, transport: MailTransport) {
  const { name, address } = transport.from;
  return {
    timeZone: config.timeZone,
    url: config.url,
    version,
    mail: {
      transport: transport.kind,
      from: name === '' ? address : `${name} <${address}>`,
      folder: transport.folder,
    },
    store: { kind: storeKind, folder: storeKind === 'embedded' ? config.dataFolder : null },
  };
}

const fieldsOf = (catalog: Catalog) => catalog.list().flatMap(({ plan }) => plan.maturity.fields);

/** Every field that a questionnaire of the catalog names, each once. */
export function fieldIdsOf(catalog: Catalog): readonly string[] {
  return [...new Set(fieldsOf(catalog).map(({ id }) => id))];
}

/** The fields that are asked of tagged offices only, each once. */
function tagsOf(catalog: Catalog): OfficesResponse['fields'] {
  const fields = fieldsOf(catalog).filter(({ onlyTagged }) => onlyTagged);
  const byId = new Map(fields.map(({ id, title, askedOf }) => [id, { id, title, askedOf }]));
  return [...byId.values()];
}

async function officeIsInWave({ waves }: Stores, officeId: string): Promise<boolean> {
  const all = await waves.list();
  return all.some((wave) =>
    wave.state === 'draft'
      ? wave.officeIds.includes(officeId)
      : [...wave.offices, ...wave.divisions].some((one) => one.officeId === officeId),
  );
}
