import { useState } from 'preact/hooks';
import type { OfficeResponse, OfficesResponse } from '../../../server/offices/offices.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { send } from '../api.ts';
import { useLoad } from '../load.ts';
import { MissingPage, Page, WhenLoaded } from '../page.tsx';
import { navigate } from '../router.ts';
import { ConfirmDialog } from '../waves/confirm-dialog.tsx';
import { OfficeForm } from './office-form.tsx';

const crumb = () => ({ label: t('nav.offices'), href: '/aemter' });

export function NewOfficePage() {
  const { loaded, reload } = useLoad<OfficesResponse>('/api/offices');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(known) => (
        <Page
          name={t('offices.add')}
          crumbs={[crumb(), { label: t('offices.add') }]}
          heading={t('officeForm.newHeading')}
          lead={t('officeForm.newLead')}
        >
          <OfficeForm known={known} office={null} saved={() => navigate('/aemter')} />
        </Page>
      )}
    </WhenLoaded>
  );
}

export function OfficePage({ id }: { id: string }) {
  const { loaded, reload } = useLoad<OfficesResponse>('/api/offices');
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(known) => {
        const office = known.offices.find((one) => one.id === id);
        return office === undefined ? (
          <MissingPage retry={reload} />
        ) : (
          <Edit known={known} office={office} reload={reload} />
        );
      }}
    </WhenLoaded>
  );
}

function Edit({
  known,
  office,
  reload,
}: {
  known: OfficesResponse;
  office: OfficeResponse;
  reload: () => void;
}) {
  const [savedRevision, setSavedRevision] = useState<number | null>(null);
  const saved = () => {
    setSavedRevision(office.revision);
    reload();
  };
  return (
    <Page
      name={t('nav.offices')}
      crumbs={[crumb(), { label: `${office.code} ${office.name}` }]}
      heading={`${office.code} ${office.name}`}
      lead={t('officeForm.lead', { count: office.contacts.length })}
      actions={<DeleteOffice office={office} />}
    >
      {savedRevision === null ? null : (
        <Alert kind="success" title={t('officeForm.saved')} focusKey={savedRevision} />
      )}
      <OfficeForm
        key={office.revision}
        known={known}
        office={office}
        changed={() => setSavedRevision(null)}
        saved={saved}
      />
    </Page>
  );
}

function DeleteOffice({ office }: { office: OfficeResponse }) {
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await send('DELETE', `/api/offices/${office.id}`);
    navigate('/aemter', 'replace');
  };
  return (
    <>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        {t('officeForm.delete')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t('officeForm.deleteTitle')}
          action={t('officeForm.delete')}
          act={remove}
          close={() => setAsking(false)}
        >
          <p>
            {t('officeForm.deleteText', {
              office: `${office.code} ${office.name}`,
              people: t('count.people', { count: office.contacts.length }),
            })}
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
