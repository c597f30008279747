import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; null when there is none and none is required. */
export const browserPath = findBrowser();

/** A group of tests that need a browser; left out, and said so, where there is none. */
export const describeWithBrowser = describe.skipIf(browserPath === null);

function findBrowser(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  const found = (named ? [named] : usualPlaces).find((path) => existsSync(path));
  if (found) return found;
  const message = `No Chromium found (${named ?? usualPlaces.join(', ')}); set CHROMIUM_PATH.`;
  if (process.env['PEGEL_BROWSER_TESTS'] === 'required') throw new Error(message);
  console.warn(`${message} The browser tests are left out.`);
  return null;
}

/** A Chromium without network services of its own and with an empty profile. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: browserPath ?? '',
    timeout: 60_000,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

interface Finding {
  readonly rule: string;
  readonly places: readonly string[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const runAxe = `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) =>
  ({ rule: id, places: nodes.map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary) })))`;

/**
 * What axe finds wrong on a page, empty when nothing. Goes in by the debugger, past the page's strict content
 * security policy.
 */
export async function checkAxe(page: Page): Promise<readonly Finding[]> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: axe });
  const { result } = await debug.send('Runtime.evaluate', {
    expression: runAxe,
    awaitPromise: true,
    returnByValue: true,
  });
  await debug.detach();
  return result.value;
}

/** Whether a page is wider than its window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}

/** Faults of a page: uncaught errors, refused by the content security policy, requests to somebody else. */
export function watchFaults(page: Page, url: string): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(`policy: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) {
      faults.push(`request: ${request.url()}`);
    }
  });
  return faults;
}
