import type { OfficeResponse } from '../../../server/offices/offices.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { choiceOf, chooseAll, idsWithin, officeTree, type TreeNode } from './division-tree.ts';

type Node = TreeNode<OfficeResponse>;

interface Picker {
  readonly chosen: ReadonlySet<string>;
  readonly change: (ids: readonly string[], on: boolean) => void;
}

/** A node above others is asked itself only when it has contacts of its own. */
function canBeAsked(node: Node): boolean {
  return node.children.length === 0 || node.office.contacts.length > 0;
}

/** Who is asked: the tree of divisions and offices with boxes and counts. */
export function OfficePicker(props: {
  offices: readonly OfficeResponse[];
  chosen: readonly string[];
  choose: (ids: readonly string[]) => void;
}) {
  const tree = officeTree(props.offices, compareText);
  const all = tree.flatMap((node) => idsWithin(node, canBeAsked));
  const chosen = new Set(props.chosen);
  const picker = {
    chosen,
    change: (ids: readonly string[], on: boolean) => props.choose(chooseAll(props.chosen, { ids, on })),
  };
  const people = props.offices
    .filter((office) => chosen.has(office.id))
    .reduce((sum, office) => sum + office.contacts.length, 0);
  const state = choiceOf(all, chosen);
  return (
    <div class="picker">
      <div class="picker__head">
        <CheckField
          label={t('picker.all')}
          checked={state.chosen === state.all}
          some={state.chosen > 0}
          onChange={(on) => picker.change(all, on)}
        />
        <p class="picker__count" role="status">
          {t('picker.count', {
            offices: t('count.offices', { count: state.chosen }),
            people: t('count.people', { count: people }),
          })}
        </p>
      </div>
      <ul class="tree">
        {tree.map((node) => (
          <Branch key={node.office.id} node={node} picker={picker} />
        ))}
      </ul>
    </div>
  );
}

function Branch({ node, picker }: { node: Node; picker: Picker }) {
  if (node.children.length === 0) return <Leaf node={node} picker={picker} />;
  const ids = idsWithin(node, canBeAsked);
  const state = choiceOf(ids, picker.chosen);
  return (
    <li>
      <CheckField
        label={
          <>
            <strong>{`${node.office.code} ${node.office.name}`}</strong>{' '}
            <span class="muted">{t('picker.some', { chosen: state.chosen, all: state.all })}</span>
          </>
        }
        checked={state.chosen === state.all}
        some={state.chosen > 0}
        onChange={(on) => picker.change(ids, on)}
      />
      <ul>
        {canBeAsked(node) ? <Leaf node={node} picker={picker} /> : null}
        {node.children.map((child) => (
          <Branch key={child.office.id} node={child} picker={picker} />
        ))}
      </ul>
    </li>
  );
}

const namesShown = 3;

/** The first names, and how many more. */
function namesOf(names: readonly string[]): string {
  const rest = names.length - namesShown;
  if (rest <= 1) return names.join(', ');
  return `${names.slice(0, namesShown).join(', ')} ${t('checks.more', { count: rest })}`;
}

function Leaf({ node, picker }: { node: Node; picker: Picker }) {
  const { id, code, name, contacts } = node.office;
  return (
    <li>
      <CheckField
        label={
          <>
            {`${code} ${name}`}{' '}
            {contacts.length === 0 ? (
              <span class="trouble">{t('picker.noContact')}</span>
            ) : (
              <span class="muted">{namesOf(contacts.map((contact) => contact.name))}</span>
            )}
          </>
        }
        checked={picker.chosen.has(id)}
        onChange={(on) => picker.change([id], on)}
      />
    </li>
  );
}
