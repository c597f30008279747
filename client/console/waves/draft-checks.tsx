import type { WaveCheck, WaveResponse } from '../../../server/waves/waves.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';

const signs = { error: '✕', warning: '!', ok: '✓' } as const satisfies Record<WaveCheck['severity'], string>;

/** What still stands in the way, with a link to the office it is about. */
export function DraftChecks({ wave, nameOf }: { wave: WaveResponse; nameOf: (officeId: string) => string }) {
  const errors = wave.checks.filter((check) => check.severity === 'error').length;
  return (
    <Panel title={errors === 0 ? t('checks.ready') : t('checks.open', { count: errors })} id="pruefliste">
      <ul class="checks">
        {wave.checks.map((check) => (
          <li key={check.kind} class={`checks__entry checks__entry--${check.severity}`}>
            <span class="checks__sign" aria-hidden="true">
              {signs[check.severity]}
            </span>
            <div>
              <span class="visually-hidden">{t(`checks.${check.severity}`)}: </span>
              {say(check.detail)}
              <OfficeLinks ids={check.officeIds} nameOf={nameOf} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const shownOffices = 5;

function OfficeLinks({ ids, nameOf }: { ids: readonly string[]; nameOf: (officeId: string) => string }) {
  const rest = ids.length - shownOffices;
  return (
    <>
      {ids.slice(0, shownOffices).map((id) => (
        <span key={id}>
          {' '}
          <a href={`/aemter/${id}`}>{nameOf(id)}</a>
        </span>
      ))}
      {rest > 0 ? ` ${t('checks.more', { count: rest })}` : null}
    </>
  );
}
