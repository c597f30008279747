import { render } from 'preact';
import '../ui/kern.css';
import { Answering } from './answering.tsx';
import { httpTransport } from './http-transport.ts';
import { forgetful, type KeptChanges, keptChanges } from './kept-changes.ts';
import { LinkAgainPage } from './link-again-page.tsx';
import { ModeContext } from './mode-context.ts';
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

function Root() {
  if (window.location.pathname !== '/link') {
    return <Answering transport={httpTransport(link)} kept={deviceStorage()} mode="real" />;
  }
  return (
    <ModeContext.Provider value="real">
      <LinkAgainPage />
    </ModeContext.Provider>
  );
}

const root = document.getElementById('respond');
if (root) render(<Root />, root);
