import { sessionResponse, setupRequest } from '../../accounts/accounts.wire.ts';
import { type DemoClient, demoClient } from './demo-client.ts';

/** The account of the demo. It opens made-up data on this machine and nothing else. */
export const demoAccount = {
  city: 'Musterstadt',
  name: 'Digitalisierungsbeauftragte',
  phone: '0000 12-345',
  email: 'digital@musterstadt.example',
  password: 'musterstadt-demo',
} as const;

/** Creates the account through the set-up link and stays signed in. */
export async function officerSession(url: string, setupLink: string): Promise<DemoClient> {
  const token = setupLink.split('/').at(-1) ?? '';
  const answer = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(setupRequest.parse({ ...demoAccount, token })),
  });
  if (!answer.ok) throw new Error(`the set-up answered ${answer.status}: ${await answer.text()}`);
  const { csrfToken } = sessionResponse.parse(await answer.json());
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ');
  return demoClient(url, () => ({ Cookie: cookie, 'X-CSRF-Token': csrfToken ?? '' }));
}
