import type { WaveCheck, WaveResponse } from '../../../server/waves/waves.wire.ts';
import { say, type TextKey, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { fieldId } from '../form.tsx';

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
              <Remedy check={check} nameOf={nameOf} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const places: Readonly<Record<string, { readonly href: string; readonly label: TextKey }>> = {
  questionnaire: { href: '#fragebogen', label: 'checks.toQuestionnaire' },
  offices: { href: '#wer', label: 'checks.toOffices' },
  'removed-offices': { href: '#wer', label: 'checks.toOffices' },
  deadline: { href: `#${fieldId('/deadline')}`, label: 'checks.toDeadline' },
  'contact-person': { href: '/einstellungen', label: 'checks.toSettings' },
  mail: { href: '/einstellungen', label: 'checks.toSettings' },
};

/** Where a problem is solved: its place on this page, the settings, or the offices it is about. */
function Remedy({ check, nameOf }: { check: WaveCheck; nameOf: (officeId: string) => string }) {
  const place = check.severity === 'ok' ? undefined : places[check.kind];
  if (place === undefined) return <OfficeLinks ids={check.officeIds} nameOf={nameOf} />;
  return (
    <>
      {' '}
      <a href={place.href}>{t(place.label)}</a>
    </>
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
