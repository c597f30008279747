import { useEffect, useState } from 'preact/hooks';
import type { SettingsResponse } from '../../server/settings/settings.wire.ts';
import { keepTimeZone } from '../i18n/dates.ts';
import { getJson } from './api.ts';

/** Reads the time zone of the server once, so that everybody sees the same times; false until that is settled. */
export function useServerClock(): boolean {
  const [set, setSet] = useState(false);
  useEffect(() => {
    getJson<SettingsResponse>('/api/settings')
      .then(({ timeZone }) => keepTimeZone(timeZone))
      .catch(() => {})
      .finally(() => setSet(true));
  }, []);
  return set;
}
