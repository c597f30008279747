import { useLayoutEffect } from 'preact/hooks';
import { longDate } from '../../reports/dates/written-date.ts';
import type { AnsweringResponse, Receipt } from '../../server/responses/responses.wire.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import { Button } from '../ui/button.tsx';
import { dateAndTime } from './dates.ts';
import { PageHeading } from './page-heading.tsx';
import { textsFor } from './texts-several.ts';
import { focusHeading } from './use-arrival.ts';

interface ReceiptPageProps {
  readonly data: AnsweringResponse;
  readonly receipt: Receipt;
  readonly language: Language;
}

/** What was submitted when, and what happens next; also what a second visit shows. */
export function ReceiptPage({ data, receipt, language }: ReceiptPageProps) {
  const t = textsFor(language, data.several);
  useLayoutEffect(focusHeading, []);
  return (
    <>
      <PageHeading text={t.receiptTitle} where={data.city} />
      <p class="r-page__lead">{t.receiptLead(data.city)}</p>
      <dl class="r-facts r-facts--receipt">
        {factsOf({ data, receipt, language }).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 class="r-review__title">{t.whatNext}</h2>
      <p class="r-page__text">{t.whatNextText(longDate(data.wave.deadline, language))}</p>
      <p class="r-page__text">{t.whatNextChange}</p>
      <div class="r-navigation r-navigation--one">
        <Button onClick={() => window.print()}>{t.print}</Button>
      </div>
    </>
  );
}

type Fact = readonly [name: string, value: string];

function factsOf({ data, receipt, language }: ReceiptPageProps): readonly Fact[] {
  const t = textsFor(language, data.several);
  const { answeredItems, askedItems, code } = receipt;
  return [
    [t.wave, data.wave.title],
    [t.office, `${data.office.code} ${data.office.name}`],
    [t.submittedAt, submittedText({ data, receipt, language })],
    ...(askedItems > 0 ? [[t.answeredItems, t.answeredItemsText(answeredItems, askedItems)] as const] : []),
    ...(code === '' ? [] : [[t.receiptCode, code] as const]),
  ];
}

/** When and by whom; of an anonymous answer only that it was. */
function submittedText({ data, receipt, language }: ReceiptPageProps): string {
  const t = textsFor(language, data.several);
  if (receipt.submittedAt === null) return t.submittedQuietly;
  const at = dateAndTime(receipt.submittedAt, language, data.wave.timeZone);
  return receipt.submittedBy === '' ? at : `${at}, ${t.submittedBy} ${receipt.submittedBy}`;
}
