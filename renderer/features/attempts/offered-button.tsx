import { Button } from '@mantine/core';
import { count } from '../../../shared/api/amounts.ts';
import type { OfferedFile } from '../../../shared/api/contract.ts';
import { useOfferedFiles } from '../../store/offered-files.ts';

type Props = { readonly onFiles: (files: readonly OfferedFile[]) => void };

/** Takes the files that were opened with the app from the desktop, where a form could use them. */
export function OfferedButton({ onFiles }: Props) {
  const waiting = useOfferedFiles((state) => state.files.length);
  const take = useOfferedFiles((state) => state.take);
  if (waiting === 0) return null;
  return (
    <div>
      <Button variant="default" onClick={() => onFiles(take())}>
        Use the {waiting === 1 ? 'file' : count(waiting, 'file', 'files')} opened with Countersign
      </Button>
    </div>
  );
}
