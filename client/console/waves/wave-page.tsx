import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import { useLoad } from '../load.ts';
import { WhenLoaded } from '../page.tsx';
import { Cockpit } from './cockpit.tsx';
import { DraftPage } from './draft-page.tsx';

/** A draft is edited, a started wave is watched. */
export function WavePage({ id }: { id: string }) {
  const { loaded, reload, replace } = useLoad<WaveResponse>(`/api/waves/${id}`);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(wave) =>
        wave.state === 'draft' ? (
          <DraftPage wave={wave} replace={replace} />
        ) : (
          <Cockpit wave={wave} replace={replace} reload={reload} />
        )
      }
    </WhenLoaded>
  );
}
