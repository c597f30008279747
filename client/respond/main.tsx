import { render } from 'preact';
import '../ui/kern.css';
import { Answering } from './answering.tsx';
import { httpTransport } from './http-transport.ts';
import { forgetful, type KeptChanges, keptChanges } from './kept-changes.ts';
import { randomId } from './random-id.ts';

const link = decodeURIComponent(window.location.pathname.split('/').at(-1) ?? '');
const [linkId = ''] = link.split('.');

function deviceStorage(): KeptChanges {
  try {
    return keptChanges(window.localStorage, linkId, randomId());
  } catch {
    return forgetful;
  }
}

const root = document.getElementById('respond');
if (root) render(<Answering transport={httpTransport(link)} kept={deviceStorage()} mode="real" />, root);
