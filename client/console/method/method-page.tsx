import { useEffect } from 'preact/hooks';
import method from '../../../docs/method.md?raw';
import { language, t } from '../../i18n/i18n.ts';
import { TablePanel } from '../../ui/table.tsx';
import { Page } from '../page.tsx';
import { useQuery } from '../router.ts';
import { type Block, readMarkdown, readSpans } from './markdown.ts';

const parts = { de: '\n# Deutsch', en: '\n# English' } as const;

/** The part of the document in the language of the page. */
function partOf(spoken: keyof typeof parts): string {
  const from = method.indexOf(parts[spoken]) + parts[spoken].length;
  const next = method.indexOf('\n# ', from);
  return method.slice(from, next === -1 ? undefined : next);
}

/** Id of the place a section number stands at: "4 Handlungsfeld …" → `abschnitt-4`. */
function sectionId(text: string): string | undefined {
  const number = /^(\d+)\b/.exec(text)?.[1];
  return number === undefined ? undefined : `abschnitt-${number}`;
}

/** How Pegel computes: the method as it is handed out, with every section at an address of its own. */
export function MethodPage() {
  const [section] = useQuery('abschnitt', '');
  useEffect(() => {
    const place = section === '' ? null : document.getElementById(`abschnitt-${section}`);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }, [section]);
  return (
    <Page
      name={t('method.name')}
      crumbs={[{ label: t('nav.results'), href: '/ergebnisse' }, { label: t('method.name') }]}
      heading={t('method.heading')}
      lead={t('method.lead')}
    >
      <div class="method">
        {readMarkdown(partOf(language())).map((block, index) => (
          <BlockView key={index} block={block} />
        ))}
      </div>
    </Page>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 id={sectionId(block.text)} tabIndex={-1}>
          <Spans text={block.text} />
        </h2>
      );
    case 'list':
      return (
        <ul>
          {block.entries.map((entry) => (
            <li key={entry}>
              <Spans text={entry} />
            </li>
          ))}
        </ul>
      );
    case 'code':
      return <Formulas text={block.text} />;
    case 'table':
      return <TableView block={block} />;
    default:
      return (
        <p>
          <Spans text={block.text} />
        </p>
      );
  }
}

/** Formulas are as wide as they are: they scroll in their box, also by keyboard. */
function Formulas({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}

function TableView({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <TablePanel label={block.head.join(', ')}>
      <table class="table">
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell} scope="col">
                <Spans text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(([first = '', ...rest]) => (
            <tr key={first}>
              <th scope="row" id={sectionId(first)} tabIndex={-1}>
                <Spans text={first} />
              </th>
              {rest.map((cell, index) => (
                <td key={index}>
                  <Spans text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TablePanel>
  );
}

function Spans({ text }: { text: string }) {
  return (
    <>
      {readSpans(text).map((span, index) => {
        const key = `${index} ${span.text}`;
        if (span.kind === 'strong') return <strong key={key}>{span.text}</strong>;
        if (span.kind === 'emphasis') return <em key={key}>{span.text}</em>;
        return span.kind === 'code' ? <code key={key}>{span.text}</code> : span.text;
      })}
    </>
  );
}
