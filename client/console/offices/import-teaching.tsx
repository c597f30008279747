import type { OfficesResponse } from '../../../server/offices/offices.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { fieldsForSome } from './fields-for-some.ts';

const columns = [
  'code',
  'name',
  'parent',
  'headcount',
  'fields',
  'contact_name',
  'contact_email',
  'contact_role',
] as const;

/** What the import file looks like, column by column, and the template to start from. */
export function ImportTeaching({ fields }: { fields: OfficesResponse['fields'] }) {
  return (
    <Panel title={t('teach.title')}>
      <p>{t('teach.text')}</p>
      <dl class="columns">
        {columns.map((column) => (
          <div key={column}>
            <dt>
              <code>{column}</code>
            </dt>
            <dd>
              {t(`column.${column}`)}
              {column === 'fields'
                ? ` ${t('teach.fields')} ${fieldsForSome(fields)
                    .map((one) => `${one.id} (${say(one.title)})`)
                    .join(', ')}.`
                : null}
            </dd>
          </div>
        ))}
      </dl>
      <ButtonLink kind="secondary" href="/api/offices/template.csv" download="">
        {t('teach.template')}
      </ButtonLink>
    </Panel>
  );
}
