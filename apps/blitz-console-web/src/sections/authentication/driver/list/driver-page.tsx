import { Button } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Page } from '../../../../ui/page/page.tsx';
import { EmptyState } from '../../../../ui/states/empty-state.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { useAuthenticationTabs } from '../../tabs.ts';
import { driverPath, usePlan, useProcedures } from '../driver-queries.ts';
import { SecretsPanel } from '../secrets/secrets-panel.tsx';
import { useDriverWords } from '../words.ts';
import { PlanForm } from './plan-form.tsx';

/** Who makes the calls, in which order, and what they need. */
export function DriverPage() {
  const words = useDriverWords();
  const [procedures, plan] = [useProcedures(), usePlan()];
  const fresh = <Button component={Link} to={`${driverPath}/new`}>{words.newProcedure}</Button>;
  return (
    <Page title={words.title} lead={words.lead} path={[{ title: words.authentication, to: '/authentication' }]} tabs={useAuthenticationTabs()} actions={fresh}>
      <QueryView query={procedures}>
        {({ items }) => (items.length === 0
          ? <EmptyState icon={<IconPhoneOutgoing />} title={words.none.title} action={<Button component={Link} to={`${driverPath}/new`}>{words.none.action}</Button>}>{words.none.text}</EmptyState>
          : <QueryView query={plan}>{(versioned) => <PlanForm procedures={items} plan={versioned.body} etag={versioned.etag} />}</QueryView>)}
      </QueryView>
      <SecretsPanel />
    </Page>
  );
}
