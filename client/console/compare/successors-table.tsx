import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { percent } from '../numbers.ts';

/** The assignment as it is kept. */
export function SuccessorsTable({ compared: { successors } }: { compared: CompareResponse }) {
  return (
    <table class="table table--plain">
      <caption class="visually-hidden">{t('successors.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('successors.from')}</th>
          <th scope="col">{t('successors.to')}</th>
          <th scope="col" class="table__end">
            {t('successors.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {successors.map(({ from, to, share }) => (
          <tr key={`${from} ${to}`}>
            <td>{from}</td>
            <td>{to}</td>
            <td class="table__end">{percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
