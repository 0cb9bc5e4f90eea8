import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { sentenceFor } from '../../../shared/api/sentences.ts';
import { AuditSection } from '../../features/audit/audit-section.tsx';
import { DueDatesSection } from '../../features/due-dates/due-dates-section.tsx';
import { IdentitySection } from '../../features/identity/identity-section.tsx';
import { RegisterSection } from '../../features/register/register-section.tsx';
import { Appearance } from '../../features/settings/appearance.tsx';
import { CentreForm } from '../../features/settings/centre-form.tsx';
import { PassphraseForm } from '../../features/settings/passphrase-form.tsx';
import { useCrumbs } from '../../store/crumbs.ts';
import { useEvidence } from '../../store/evidence.ts';
import { useRoute } from '../../store/route.ts';
import { useSession } from '../../store/workspace.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusItem, StatusLine } from '../../ui/status-line.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './settings-screen.module.css';

/** The package's version, written in when the renderer is built. */
declare const __APP_VERSION__: string;

const CRUMBS = [{ label: 'Settings' }];

/** What holds for the whole workspace. */
export function SettingsScreen() {
  useCrumbs(CRUMBS);
  const session = useSession();
  const { identity, register, error, load } = useEvidence();
  useEffect(() => void load(), [load]);
  if (!session) return null;
  const unread = error ? <Notice tone="error">{sentenceFor(error)}</Notice> : <Waiting label="Reading the keys" />;
  return (
    <Screen
      title="Settings"
      status={
        <StatusLine>
          <StatusItem tone="quiet">Countersign {__APP_VERSION__}</StatusItem>
        </StatusLine>
      }
    >
      <div className={styles.page}>
        <Section heading="Centre" hint="Printed on every sheet that is signed from now on.">
          <CentreForm centre={session.centre} />
        </Section>
        <Section
          heading="You"
          hint="The name, the roles and the key that you sign with. The six words are for comparing by telephone."
          wide
        >
          {identity ? <IdentitySection identity={identity} /> : unread}
        </Section>
        <Section
          heading="Register"
          hint="The centre’s list of people, roles and keys, signed by the lead IQA. It says whose a key is."
          wide
        >
          {identity && register ? <RegisterSection view={register} identity={identity} /> : unread}
        </Section>
        <Section
          heading="Due dates"
          hint="When a result is due after work was received: by the source’s own days, until the centre says otherwise."
          wide
        >
          <DueDatesSection today={session.today} />
        </Section>
        <Section
          heading="Passphrase"
          hint="Protects scripts, marks and your signing key. Nobody can recover the workspace without it."
        >
          <PassphraseForm />
        </Section>
        <Section
          heading="Comment bank"
          hint="Statements to insert into feedback while you mark. They are copied: no sheet changes with them."
        >
          <div>
            <Button variant="default" onClick={() => useRoute.getState().go({ screen: 'bank' })}>
              Open the comment bank
            </Button>
          </div>
        </Section>
        <Section heading="Appearance">
          <Appearance />
        </Section>
        <Section
          heading="Audit chain"
          hint="Every act is linked to the one before. Its head stands in every export; the chain shows tampering, it does not prevent it."
        >
          <AuditSection people={register?.people ?? []} />
        </Section>
        <Section heading="About" hint="Works without a network; nothing leaves this computer unless you export it.">
          <Facts>
            <Fact label="Version">{__APP_VERSION__}</Fact>
            <Fact label="Licence">MIT</Fact>
            <Fact label="Typeface">Source Sans 3, SIL Open Font License 1.1</Fact>
          </Facts>
        </Section>
      </div>
    </Screen>
  );
}
