import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ProblemError } from '../http.ts';
import { t } from '../i18n/i18n.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import type { Loaded } from './load.ts';
import { problemText } from './problem-text.ts';
import { usePlace } from './router.ts';
import { sections } from './routes.ts';

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

interface PageProps {
  /** Name of the page for the window's title. */
  readonly name: string;
  /** The finding. */
  readonly heading: string;
  readonly headingTag?: ComponentChildren;
  readonly kicker?: string;
  readonly crumbs?: readonly Crumb[];
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A page of the console: way here, the finding, what it means, actions, proof. */
export function Page(props: PageProps) {
  const { path } = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.heading} · ${props.name} · Pegel`;
  }, [props.heading, props.name]);
  useArrival(heading, path);
  return (
    <>
      <div class="page-head">
        <div class="page-head__text">
          {props.crumbs === undefined ? null : <Crumbs crumbs={props.crumbs} />}
          {props.kicker === undefined ? null : <p class="kicker">{props.kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {props.heading}
            {props.headingTag === undefined ? null : <> {props.headingTag}</>}
          </h1>
          {props.lead === undefined ? null : <p class="lead">{props.lead}</p>}
        </div>
        {props.actions === undefined ? null : <div class="page-head__actions">{props.actions}</div>}
      </div>
      {props.children}
    </>
  );
}

let lastPath = window.location.pathname;

/** On a new page the reading position is its heading; the first page of a visit is left alone. */
function useArrival(heading: { readonly current: HTMLHeadingElement | null }, path: string): void {
  useEffect(() => {
    if (path === lastPath) return;
    lastPath = path;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [heading, path]);
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={t('shell.crumbs')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.href === undefined ? crumb.label : <a href={crumb.href}>{crumb.label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function LoadingPage() {
  return (
    <p class="loading" role="status">
      {t('shell.loading')}
    </p>
  );
}

export function FailedPage({ error, retry }: { error: unknown; retry: () => void }) {
  if (isMissing(error)) return <MissingPage retry={retry} />;
  return (
    <Page name={t('shell.failedName')} heading={t('shell.failed')}>
      <Alert kind="danger" title={problemText(error)}>
        <Button kind="secondary" onClick={retry}>
          {t('shell.retry')}
        </Button>
      </Alert>
    </Page>
  );
}

/** An address with a malformed id reads like one with an unknown id. */
function isMissing(error: unknown): boolean {
  return error instanceof ProblemError && (error.kind === 'unknown' || error.kind === 'malformed-request');
}

/** There is nothing at this address: back to its list, or another try. */
export function MissingPage({ retry }: { retry: () => void }) {
  const { path } = usePlace();
  const list = sections.find((entry) => entry.section !== '' && entry.section === path.split('/')[1]);
  return (
    <Page name={t('shell.unknownName')} heading={t('shell.missing')} lead={t('shell.missingLead')}>
      <div class="buttons">
        {list === undefined ? null : (
          <ButtonLink href={list.href}>{t('shell.toList', { list: t(list.label) })}</ButtonLink>
        )}
        <Button kind="secondary" onClick={retry}>
          {t('shell.retry')}
        </Button>
      </div>
    </Page>
  );
}

/** Waiting, failure or the page itself. */
export function WhenLoaded<T>(props: {
  loaded: Loaded<T>;
  reload: () => void;
  children: (value: T) => ComponentChildren;
}) {
  if (props.loaded.state === 'loading') return <LoadingPage />;
  if (props.loaded.state === 'failed') return <FailedPage error={props.loaded.error} retry={props.reload} />;
  return <>{props.children(props.loaded.value)}</>;
}
