import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { checkAxe, scrollsSideways } from './browser.ts';
import { officerAccount } from './start-pegel.ts';

/** Signs in as the officer on the page that asks for it. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-Mail').fill(officerAccount.email);
  await page.getByLabel('Passwort').fill(officerAccount.password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
}

/** The page, once its heading is there, is usable for everybody: axe finds nothing, and at 320 px nothing scrolls sideways. */
export async function checkUsable(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  expect(await checkAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await scrollsSideways(page)).toBe(false);
  expect(await checkAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
