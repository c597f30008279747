import { t } from '../../i18n/i18n.ts';

/** A rule and the same with the figures of this number. */
export function ChangeFormula({ rule, inserted }: { rule: string; inserted: string | null }) {
  return (
    <p class="formula">
      {t('explain.rule')} <code>{rule}</code>
      {inserted === null ? null : (
        <>
          <br />
          {t('explain.inserted')} <code>{inserted}</code>
        </>
      )}
    </p>
  );
}
