import { Refusal } from '../refusal.ts';

export const unknownOffice = () =>
  new Refusal('unknown', { de: 'Dieses Amt gibt es nicht.', en: 'There is no such office.' });
