import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AnsweringResponse } from '../../../server/responses/responses.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Chips } from '../../ui/chips.tsx';
import { LoadingPage } from '../page.tsx';
import { useQuery } from '../router.ts';

interface Loaded {
  readonly Sheet: FunctionComponent;
}

/** Loads the answering page only when somebody tries it out. */
async function loadSheet(shown: AnsweringResponse): Promise<Loaded> {
  const [{ Answering }, { previewTransport }, { forgetful }] = await Promise.all([
    import('../../respond/answering.tsx'),
    import('../../respond/preview-transport.ts'),
    import('../../respond/kept-changes.ts'),
  ]);
  const transport = previewTransport(shown);
  return { Sheet: () => <Answering transport={transport} kept={forgetful} mode="preview" /> };
}

/** The answering page in a frame of screen or phone width; it keeps nothing. */
export function Tryout({ shown }: { shown: AnsweringResponse }) {
  const [width, setWidth] = useQuery('breite', 'bildschirm', 'replace');
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => void loadSheet(shown).then(setLoaded), []);
  const chips = [
    { value: 'bildschirm', label: t('tryout.wide') },
    { value: 'telefon', label: t('tryout.narrow') },
  ];
  return (
    <>
      <Chips label={t('tryout.width')} chips={chips} chosen={width} choose={setWidth} />
      <section
        class={`tryout tryout--${width === 'telefon' ? 'narrow' : 'wide'}`}
        aria-label={t('tryout.frame')}
      >
        {loaded === null ? <LoadingPage /> : <loaded.Sheet />}
      </section>
    </>
  );
}
