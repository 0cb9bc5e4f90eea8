import { useState } from 'react';
import type { IdentityView } from '../../../shared/api/contract.ts';
import type { Role } from '../../../shared/model/person.ts';
import { call } from '../../api/call.ts';
import { useEvidence } from '../../store/evidence.ts';
import { PassphraseDialog } from '../../ui/passphrase-dialog.tsx';
import { RoleChoice } from '../../ui/role-choice.tsx';

type Props = {
  readonly identity: IdentityView;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
};

/** A new key and certificate, in roles chosen anew. */
export function RenewDialog({ identity, onDone, onClose }: Props) {
  const [roles, setRoles] = useState<readonly Role[]>(identity.roles);
  return (
    <PassphraseDialog
      title="Renew the certificate"
      incomplete={roles.length === 0}
      perform={async (passphrase) => {
        const reply = await call('identity.renew', { passphrase, roles: [...roles] });
        const error = await useEvidence.getState().tookIdentity(reply);
        if (!error) onDone('You have a new key. Save the certificate, and send it to the lead IQA for the register.');
        return error;
      }}
      onClose={onClose}
    >
      <p>
        A new key is made on this computer. The present one is kept as ended, and what it signed stands. Until the
        register names the new key, others see it as a new key under a known name.
      </p>
      <RoleChoice
        label="Roles in the new certificate"
        roles={roles}
        error={roles.length === 0 ? 'Choose one role at least' : null}
        onChange={setRoles}
      />
    </PassphraseDialog>
  );
}
