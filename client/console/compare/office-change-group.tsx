import { Fragment } from 'preact';
import type { Change } from '../../../reports/comparison/comparison.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { percent, points } from '../numbers.ts';
import { usePlace } from '../router.ts';
import { changeHref } from './change-address.ts';
import { type ChangeGroup, changeColumns } from './change-groups.ts';
import { type ComparedNumber, type ComparedOffice, calledOffice, changeIn } from './compared-number.ts';
import { ItemChanges } from './item-changes.tsx';
import { change, valueOrSign } from './shown-change.ts';
import { VerdictTag } from './verdict-tag.tsx';

interface OfficeChangeGroupProps {
  readonly compared: CompareResponse;
  readonly group: ChangeGroup;
  readonly number: ComparedNumber;
  /** Ids of the offices whose questions are shown. */
  readonly opened: readonly string[];
  readonly toggle: (officeId: string) => void;
}

/** A division with its offices. */
export function OfficeChangeGroup(props: OfficeChangeGroupProps) {
  const { compared, group, number, opened } = props;
  const { division } = group;
  return (
    <tbody>
      {division === null ? (
        <NoDivision compared={compared} />
      ) : (
        <tr class="office-changes__division">
          <th scope="rowgroup">
            {calledOffice(division)}
            <NarrowVerdict change={changeIn(division.change, number)} />
          </th>
          <ChangeCells compared={compared} change={changeIn(division.change, number)} href={null} />
        </tr>
      )}
      {group.offices.map((office) => (
        <Fragment key={office.officeId}>
          <OfficeRow {...props} office={office} />
          {opened.includes(office.officeId) ? (
            <tr class="office-changes__items">
              <td colSpan={changeColumns.length}>
                <MadeOf compared={compared} office={office} />
                <ItemChanges compared={compared} office={office} number={number} />
              </td>
            </tr>
          ) : null}
        </Fragment>
      ))}
    </tbody>
  );
}

/** Named only where other offices have a division. */
function NoDivision({ compared: { divisions } }: { compared: CompareResponse }) {
  if (divisions.length === 0) return null;
  return (
    <tr class="office-changes__division">
      <th scope="rowgroup" colSpan={changeColumns.length}>
        {t('changes.noDivision')}
      </th>
    </tr>
  );
}

function OfficeRow({ compared, number, opened, toggle, office }: OfficeChangeGroupProps & WithOffice) {
  const place = usePlace();
  const isOpen = opened.includes(office.officeId);
  const name = calledOffice(office);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="opener"
          aria-expanded={isOpen}
          aria-label={t('changes.show', { office: name })}
          onClick={() => toggle(office.officeId)}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {name}
        </button>
        <NarrowVerdict change={changeIn(office.change, number)} />
      </th>
      <ChangeCells
        compared={compared}
        change={changeIn(office.change, number)}
        href={changeHref(place, office.officeId, number)}
      />
    </tr>
  );
}

/** On a phone change and verdict stand under the name, where nobody has to scroll for them. */
function NarrowVerdict({ change: given }: { change: Change | undefined }) {
  if (!given) return null;
  return (
    <div class="narrow-only">
      <span class={`change--${given.verdict}`}>{change(given.linked)}</span>
      <VerdictTag verdict={given.verdict} />
    </div>
  );
}

interface WithOffice {
  readonly office: ComparedOffice;
}

interface ChangeCellsProps {
  readonly compared: CompareResponse;
  readonly change: Change | undefined;
  /** Where the change is explained; null: nowhere. */
  readonly href: string | null;
}

function ChangeCells({ compared, change: given, href }: ChangeCellsProps) {
  if (!given) return <td colSpan={changeColumns.length - 1}>–</td>;
  const { from, to, raw, linked, composition, share, mdc95, convention, verdict } = given;
  const noValue = compared.from.minGroup === null && compared.to.minGroup === null ? '/' : '·';
  return (
    <>
      <td class="table__end">{valueOrSign(from, noValue)}</td>
      <td class="table__end">{valueOrSign(to, noValue)}</td>
      <td class="table__end">{change(raw)}</td>
      <td class={`table__end change change--${verdict}`}>
        {href === null ? change(linked) : <a href={href}>{change(linked)}</a>}
      </td>
      <td class="table__end">{change(composition)}</td>
      <td class="table__end">{share === null ? '–' : percent(share)}</td>
      <td class="table__end nowrap">{`±${points(mdc95)}${convention ? '*' : ''}`}</td>
      <td class="wide-only">
        <VerdictTag verdict={verdict} />
      </td>
    </>
  );
}

/** From which older offices the earlier value was made, where it was not the office itself. */
function MadeOf({ compared, office }: { compared: CompareResponse } & WithOffice) {
  const { predecessors, skipped } = office.change;
  if (predecessors.every((one) => one.office === office.officeId)) return null;
  const called = new Map([...compared.offices, ...compared.onlyFrom].map((one) => [one.officeId, one]));
  const parts = predecessors.map((one) => {
    const known = called.get(one.office);
    return `${known ? calledOffice(known) : one.office} (${percent(one.share)})`;
  });
  return (
    <p class="small">
      {t('changes.madeOf', { offices: parts.join(', ') })}
      {skipped === 0 ? '' : `. ${t('changes.skipped', { count: skipped })}`}
    </p>
  );
}
