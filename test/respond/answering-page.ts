import type { Page } from 'playwright-core';

/** The answering page as a person uses it: by what it says, not by how it is built. */

export const question = (page: Page, title: string) => page.getByRole('group', { name: title });

export const choose = (page: Page, title: string, answer: string) =>
  question(page, title).getByText(answer, { exact: true }).click();

/** Resolves when everything is on the server. */
export const saved = (page: Page) => page.getByText(/✓ (gespeichert|saved), \d\d:\d\d/).waitFor();

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

export async function openReview(page: Page): Promise<void> {
  await page.getByText('Alle Seiten').click();
  await page.getByRole('link', { name: 'Prüfen und absenden' }).click();
  await heading(page, /offen|beantwortet/).waitFor();
}

/** Text of the element that has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.textContent.trim()');

/** Presses Tab until a control with this name has the focus; at most so many times. */
export async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      `(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()`,
    );
    if (label === name) return;
  }
  throw new Error(`No control named "${name}" within ${most} tabs.`);
}
