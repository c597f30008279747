import { useState } from 'preact/hooks';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { SortHead, TablePanel } from '../../ui/table.tsx';
import { useQuery } from '../router.ts';
import { type ChangeColumn, changeColumns, changeGroups } from './change-groups.ts';
import { CompareLegend } from './compare-legend.tsx';
import { waveLabels } from './compared-number.ts';
import { OfficeChangeGroup } from './office-change-group.tsx';

/** How every office moved, by division; a row opens to its questions. */
export function OfficeChanges({ compared }: { compared: CompareResponse }) {
  const [number, setNumber] = useQuery('feld', 'index', 'replace');
  const [order, setOrder] = useQuery('sortiert', 'amt', 'replace');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const sorting = readSorting(order);
  const heads = headsOf(compared);
  const toggle = (id: string) =>
    setOpened(opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id]);
  const title = t('changes.title');
  return (
    <Panel title={title} class="office-changes">
      <div class="toolbar">
        <SelectField
          label={t('changes.number')}
          value={number}
          options={[
            { value: 'index', text: t('compare.indexShort') },
            ...compared.dimensions.map(({ id, title: name }) => ({ value: id, text: say(name) })),
          ]}
          onChange={setNumber}
        />
      </div>
      <TablePanel label={title}>
        <table class="table">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {changeColumns.map((column) => (
                <SortHead
                  key={column}
                  id={column}
                  title={heads[column]}
                  class={headClass(column)}
                  sorting={sorting}
                  sort={(next) => setOrder(writeSorting(next))}
                />
              ))}
            </tr>
          </thead>
          {changeGroups(compared, { number, sorting, compareText }).map((group) => (
            <OfficeChangeGroup
              key={group.division?.officeId ?? 'none'}
              {...{ compared, group, number, opened, toggle }}
            />
          ))}
        </table>
      </TablePanel>
      <CompareLegend compared={compared} table="offices" />
    </Panel>
  );
}

function headClass(column: ChangeColumn): string {
  if (column === 'amt') return '';
  return column === 'urteil' ? 'wide-only' : 'table__end';
}

function headsOf(compared: CompareResponse): Readonly<Record<ChangeColumn, string>> {
  const { from, to } = waveLabels(compared);
  return {
    amt: t('word.office'),
    frueher: from,
    neuer: to,
    gesamt: t('changes.raw'),
    gleich: t('changes.linked'),
    anders: t('changes.composition'),
    verglichen: t('changes.share'),
    genau: t('changes.noise'),
    urteil: t('compare.verdict'),
  };
}
