import { useContext, useEffect } from 'preact/hooks';
import { ModeContext } from './mode-context.ts';

interface PageHeadingProps {
  readonly text: string;
  /** What the window's title says behind the heading. */
  readonly where: string;
}

/** The one heading of a page; the document's title begins with it, and the focus comes here after a change of page. */
export function PageHeading({ text, where }: PageHeadingProps) {
  const title = `${text} · ${where}`;
  const mode = useContext(ModeContext);
  useEffect(() => {
    if (mode === 'real') document.title = title;
  }, [mode, title]);
  return (
    <h1 class="r-page__title" tabIndex={-1}>
      {text}
    </h1>
  );
}
