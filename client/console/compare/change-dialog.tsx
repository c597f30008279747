import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import type { QuestionnaireResponse } from '../../../server/questionnaires/questionnaires.wire.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLoad } from '../load.ts';
import { WhenLoaded } from '../page.tsx';
import { hrefWith, navigate, usePlace } from '../router.ts';
import { CityOrigin } from './city-origin.tsx';
import { type ComparedNumber, calledOffice, changeIn } from './compared-number.ts';
import { OfficeOrigin } from './office-origin.tsx';
import { change } from './shown-change.ts';

/** Where one change comes from, over the page that shows it; it stands in the address. */
export function ChangeDialog({ compared }: { compared: CompareResponse }) {
  const place = usePlace();
  const number = place.query.get('zahl');
  const officeId = place.query.get('von');
  const { id, version } = compared.to.questionnaire;
  const path = number === null ? null : `/api/questionnaires/${id}/versions/${version}`;
  const { loaded, reload } = useLoad<QuestionnaireResponse>(path);
  if (number === null) return null;
  return (
    <Dialog
      title={titleOf(compared, officeId, number)}
      closeLabel={t('dialog.close')}
      close={() => navigate(hrefWith(place, { zahl: null, von: null }))}
      size="wide"
    >
      <WhenLoaded loaded={loaded} reload={reload}>
        {({ plan }) => <Origin compared={compared} officeId={officeId} number={number} plan={plan} />}
      </WhenLoaded>
    </Dialog>
  );
}

interface OriginProps {
  readonly compared: CompareResponse;
  readonly officeId: string | null;
  readonly number: ComparedNumber;
  readonly plan: Plan;
}

function Origin({ compared, officeId, number, plan }: OriginProps) {
  const office = compared.offices.find((one) => one.officeId === officeId);
  if (office) return <OfficeOrigin {...{ compared, office, number, plan }} />;
  return <CityOrigin compared={compared} number={number} />;
}

function titleOf(compared: CompareResponse, officeId: string | null, number: ComparedNumber): string {
  const office = compared.offices.find((one) => one.officeId === officeId);
  const name = `${office ? calledOffice(office) : compared.city}, ${numberTitle(compared, number)}`;
  const value = office
    ? (changeIn(office.change, number)?.linked ?? null)
    : (compared.cityChanges[number]?.mean ?? null);
  return value === null
    ? t('explain.noValue', { name })
    : t('explain.title', { name, points: change(value) });
}

function numberTitle({ dimensions }: CompareResponse, number: ComparedNumber): string {
  const dimension = dimensions.find(({ id }) => id === number);
  return dimension ? say(dimension.title) : t('compare.indexShort');
}
